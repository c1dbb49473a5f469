#pragma once
#include "core/people/sealed_person.h"

#include <functional>
#include <memory>

namespace muster::people {

class Storage;

/// Names one keys.db file; cursors mean something only together with it.
using VaultId = Id<struct VaultTag, 16>;

inline constexpr int keysPerGuestMax =
    4;  ///< Devices that imported the same guest while cut off, each with its own key.

/// The keys of the guests on this device (keys.db): no part of the log, so that it can be destroyed.
///
/// Guarantees
///  - **Durable**: what a call stored survives a power cut once it returned.
///  - **Forgetting lasts**: a forgotten guest's keys are overwritten in the file and its log, and no key of that guest
///    is accepted ever after, whoever sends it and from whatever backup. After purge() no key at all is.
///
/// A keys.db that was itself put back from a backup has lost later tombstones: forget() all that the log says was
/// forgotten whenever a device starts (known ones cost a look-up).
///
/// Errors: Storage unless said otherwise; an existing file that is damaged is never replaced.
/// Threading: confined to the thread that opened it.
class Keyring {
public:
    struct PeerProgress {
        DeviceId peer;
        VaultId vault;
        quint64 cursor = 0;
    };
    /// What became of a batch of grants.
    struct Kept {
        std::vector<GuestId> opened;  ///< Guests of whom more can be read than before.
        int known = 0;                ///< Nothing new in them.
        int forgotten = 0;            ///< Refused: the guest was forgotten, or everything was purged.
        int beyondLimit = 0;          ///< Refused: keysPerGuestMax other keys are here.
    };
    struct Page {
        std::vector<KeyGrant> grants;
        quint64 cursor = 0;  ///< Ask again from here.
        bool isLast = true;
    };
    struct Counts {
        qint64 full = 0;  ///< Grants, not guests.
        qint64 display = 0;
        qint64 forgotten = 0;  ///< Guests.
    };

    [[nodiscard]] static Result<std::unique_ptr<Keyring>> open(const QString &path, Random &random);
    ~Keyring();
    Keyring(const Keyring &) = delete;
    Keyring &operator=(const Keyring &) = delete;

    [[nodiscard]] const VaultId &vault() const { return m_vault; }

    /// Stores what is new; a Full grant replaces the Display grant made from it. One transaction, and with it how far
    /// the peer was read, if the grants came from one.
    Result<Kept> put(std::span<const KeyGrant> grants, const std::optional<PeerProgress> &progress = std::nullopt);

    /// put() of keys that were made here: until settle() they exist on this device only.
    Result<Kept> make(std::span<const KeyGrant> grants);
    /// A device that holds whole keys has everything of this vault up to @p cursor, durably.
    Status settle(quint64 cursor);
    /// Keys made here that no other device is known to hold.
    [[nodiscard]] qint64 unsettledCount() const { return m_unsettledCount; }

    /// Every grant of the guest, Full ones first, then by key: the first Full one is the one to seal with.
    /// Empty if there is none ("name not here yet").
    [[nodiscard]] Result<std::vector<KeyGrant>> keysOf(const GuestId &guest) const;
    /// The first of keysOf(). NotFound if there is none.
    [[nodiscard]] Result<KeyGrant> keyOf(const GuestId &guest) const;

    /// Runs @p work, which only asks this keyring, always: thousands of questions for the price of one lock.
    void read(const std::function<void()> &work) const;

    /// Grants in the order of their arrival here, after @p cursor (0: from the start), for a device that may hold
    /// @p level. At most @p countMax, itself at most grantsPerMessageMax.
    /// Invalid if @p cursor is beyond what this file ever gave: the other side must begin at 0.
    [[nodiscard]] Result<Page> since(quint64 cursor, int countMax, KeyLevel level) const;

    /// Up to where the vault of @p peer was read; 0 if never, or if the peer has another vault now.
    [[nodiscard]] Result<quint64> peerCursor(const DeviceId &peer, const VaultId &vault) const;

    /// How far which vault of @p peer was read; nothing if never.
    [[nodiscard]] Result<std::optional<PeerProgress>> progressOf(const DeviceId &peer) const;

    /// Destroys the guests' keys for good. Guests unknown here get a tombstone too.
    Status forget(std::span<const GuestId> guests);
    /// Destroys all keys for good and accepts none any more.
    Status purge();
    [[nodiscard]] Result<bool> isForgotten(const GuestId &guest) const;
    [[nodiscard]] bool isPurged() const { return m_isPurged; }
    /// Every guest ever forgotten here: what a people.db from a backup must lose again.
    [[nodiscard]] Result<std::vector<GuestId>> forgotten() const;
    [[nodiscard]] Result<Counts> counts() const;

private:
    explicit Keyring(std::unique_ptr<Storage> storage);

    void create(Random &random);
    void load();
    [[nodiscard]] bool hasTombstone(const GuestId &guest) const;
    [[nodiscard]] std::vector<std::pair<qint64, KeyGrant>> rowsOf(const GuestId &guest) const;
    enum class Made { Elsewhere, Here };
    Result<Kept> store(std::span<const KeyGrant> grants, Made made, const std::optional<PeerProgress> &progress);
    void putOne(const KeyGrant &grant, Made made, Kept &kept);
    void erase(qint64 arrival);
    void countUnsettled();

    std::unique_ptr<Storage> m_storage;
    VaultId m_vault;
    bool m_isPurged = false;
    qint64 m_unsettledCount = 0;
};

}  // namespace muster::people
