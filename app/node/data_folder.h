#pragma once
#include "app/node/hub_keys.h"
#include "core/authority/epochs.h"
#include "core/journal/operation.h"
#include "core/people/sealed_person.h"

#include <QLockFile>

#include <memory>

namespace muster {

/// What every device of an event knows in order to trust the others. Comes with enrolment; never changes but by adding.
struct EventTrust {
    struct TicketKey {
        quint16 id = 0;
        PublicKey key;
    };
    EventId event;
    PublicKey eventKey;                 ///< Signs credentials and epochs.
    SecretKey codeKey;                  ///< Keys the hashes of codes.
    QByteArray caPem;                   ///< Of links.
    std::vector<TicketKey> ticketKeys;  ///< Good for verifying tickets.
    EpochRecord epoch;                  ///< Where the hub was at enrolment; later ones are in the log.

    [[nodiscard]] QCborMap toCbor() const;
    [[nodiscard]] static std::optional<EventTrust> fromCbor(const QCborMap &map);
};

/// This device in the event.
struct Membership {
    EventTrust trust;
    Credential credential;
    int number = 0;
    QString name;
    QString role;
    QString station;
    people::KeyLevel keyLevel = people::KeyLevel::Display;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static Result<Membership> decode(const QByteArray &bytes);
};

/// This device's own secrets: who has this file is this device.
struct DeviceKeys {
    SigningKey operations;
    QByteArray linkKeyPem;
    QByteArray certificatePem;  ///< Empty until enrolled.
};

/// The folder in which a device keeps everything: one folder, one device. Secrets are readable by their owner only,
/// files are replaced as a whole.
///
/// Errors: Storage says which file and what to do; NotFound where the folder holds no device yet.
class DataFolder {
public:
    explicit DataFolder(QString path) : m_path(std::move(path)) {}

    /// Creates the folder if need be.
    [[nodiscard]] Status prepare() const;
    /// Makes what lies in the folder, and the journal that will, readable by its owner only.
    void closeToOthers() const;
    /// A command on an idle folder keeps it for a moment; who starts a device waits that long for it.
    static constexpr std::chrono::milliseconds lockPatience{5'000};
    /// Keeps other processes from running the same device. Refused if one still does after @p patience.
    [[nodiscard]] Status lock(std::chrono::milliseconds patience = lockPatience);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString file(const char *name) const;
    [[nodiscard]] QString journalFile() const { return file("journal.db"); }
    [[nodiscard]] QString keyringFile() const { return file("keys.db"); }
    [[nodiscard]] QString directoryFile() const { return file("people.db"); }
    [[nodiscard]] QString highWaterFile() const { return file("high-water"); }
    [[nodiscard]] QString picturesFolder() const { return file("pictures"); }
    [[nodiscard]] QString paperFolder() const { return file("paper"); }
    [[nodiscard]] QString settingsFile() const { return file("settings.ini"); }
    /// Name of the local socket on which a running device takes commands; from the folder's canonical path.
    [[nodiscard]] QString socketName() const;

    [[nodiscard]] Result<Membership> membership() const;
    [[nodiscard]] Status store(const Membership &membership) const;
    [[nodiscard]] Result<DeviceKeys> deviceKeys() const;
    [[nodiscard]] Status store(const DeviceKeys &keys) const;
    [[nodiscard]] Result<HubKeys> hubKeys() const;
    [[nodiscard]] Status store(const HubKeys &keys) const;
    /// It holds the event's keys: this device is the hub, or was it.
    [[nodiscard]] bool isHub() const;
    /// The event's keys as they go to standbys, see sealHubKeys(). NotFound before a passphrase was given.
    [[nodiscard]] Result<QByteArray> sealedHubKeys() const;
    [[nodiscard]] Status storeSealedHubKeys(const QByteArray &sealed) const;

    /// The coordinator shut this device out: lasting, whatever else the folder says.
    [[nodiscard]] bool isShutOut() const;
    [[nodiscard]] Status storeShutOut() const;
    /// Moves everything of the device that was into a folder beneath, so that a new one, with keys of its own, can be
    /// enrolled here. What it never sent can still be exported from there. Nothing may have the files open.
    [[nodiscard]] Status setDeviceAside() const;
    /// Keys that no coordinator accepted; the next attempt makes new ones.
    void discardDeviceKeys() const;

    /// Streams that were set aside, and why.
    [[nodiscard]] QMap<QString, QString> quarantine() const;
    [[nodiscard]] Status storeQuarantine(const QMap<QString, QString> &streams) const;

private:
    [[nodiscard]] Result<QCborMap> readMap(const char *name) const;
    [[nodiscard]] Status writeMap(const char *name, const QCborMap &map) const;

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

}  // namespace muster
