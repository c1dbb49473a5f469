#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"
#include "core/venue/plan/setup.h"

#include <span>

/// Who may come: the list and the walk-ins. Personal fields are sealed; codes are keyed hashes, for whoever knows a
/// plain code may come in.
namespace muster::guests {

using CodeHash = Id<struct CodeHashTag, 16>;

/// What the log says of a guest, in the clear or sealed.
struct Guest {
    GuestId id;
    QString classCode;
    CodeHash group;  ///< Keyed hash of the group's name; null: alone.
    std::optional<int> companionsMax;
    GuestStatus status = GuestStatus::Valid;
    QStringList sessions;
    QString host;
    QString language;
    qint64 serialMin = 0;  ///< Tickets with a lower serial were replaced.
    QByteArray display;    ///< Sealed under the guest's display key.
    QByteArray contact;    ///< Sealed under the guest's contact key.
    std::vector<CodeHash> codes;
    bool isWalkIn = false;
    QString number;  ///< Of a walk-in.
    qint64 version = 0;

    friend bool operator==(const Guest &, const Guest &) = default;
};

inline constexpr qsizetype codesMax = 16;  ///< Of one guest.
inline constexpr qsizetype chunkMax = 64;  ///< Guests in one operation.
inline constexpr qsizetype chunkBytesMax = 28 * 1024;

[[nodiscard]] CodeHash codeHash(const QString &code, const SecretKey &codeKey);
[[nodiscard]] GuestId guestIdFor(const QString &keyOrCode, const SecretKey &codeKey);
/// A walk-in is named by the request that made it: a retry is the same guest.
[[nodiscard]] GuestId guestIdFor(const RequestId &request);

[[nodiscard]] QString listedKind();
[[nodiscard]] QString walkedInKind();
/// One operation for up to chunkMax guests; the caller sets each version to the known one plus one.
[[nodiscard]] Draft listed(std::span<const Guest> chunk);
[[nodiscard]] Draft walkedIn(const Guest &guest, bool isConsentGiven, const QCborArray &postings);
/// About how long @p guest is in an operation, for filling chunks.
[[nodiscard]] qsizetype encodedSize(const Guest &guest);

[[nodiscard]] QStringList tables();
void createTables(State &state);
/// Adds the ids of changed guests to @p changed.
[[nodiscard]] Folded fold(State &state, const Operation &operation, std::vector<GuestId> &changed);

[[nodiscard]] std::optional<Guest> find(State &state, const GuestId &id);
/// What the tallies count of a guest of the list.
struct Listing {
    QString classCode;
    bool isWalkIn = false;
};
[[nodiscard]] std::optional<Listing> findListing(State &state, const GuestId &id);
[[nodiscard]] std::vector<GuestId> withCode(State &state, const CodeHash &code);
[[nodiscard]] std::vector<GuestId> inGroup(State &state, const CodeHash &group, int countMax);
[[nodiscard]] std::vector<GuestId> ofClass(State &state, const QString &classCode, int countMax);
[[nodiscard]] qint64 count(State &state);

}  // namespace muster::guests
