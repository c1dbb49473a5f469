#pragma once
#include "app/node/blob_store.h"
#include "app/node/data_folder.h"
#include "app/node/device.h"

namespace muster {

/// Everything of a device that lies in its data folder, opened and locked: the device with its keyring, its directory
/// of people and its marks. Without network; Node gives it links, commands on an idle folder use it as it is.
///
/// Threading: confined to the thread that opened it.
class LocalDevice {
public:
    /// NotFound if the folder belongs to no event yet, Refused if another process runs it (and still does after
    /// @p patience), Storage with words.
    [[nodiscard]] static Result<std::unique_ptr<LocalDevice>> open(
        const QString &path, std::function<void(Device::LinkId, const QByteArray &)> send = {},
        std::chrono::milliseconds patience = DataFolder::lockPatience);

    [[nodiscard]] Device &device() { return *m_device; }
    [[nodiscard]] const DataFolder &folder() const { return m_folder; }
    [[nodiscard]] const Membership &membership() const { return m_membership; }
    [[nodiscard]] people::Keyring &keyring() { return *m_keyring; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] Random &random() { return m_random; }

    /// Writes down what must outlive the process although no operation says it: a later epoch, and that this device was
    /// shut out. Cheap while there is nothing new.
    void keepStanding();
    /// The coordinator's word that this device is revoked.
    void shutOut();

    /// At the hub: seals the event's keys under @p passphrase, also those that standbys have.
    [[nodiscard]] Status setPassphrase(const QString &passphrase);
    /// At the hub: makes @p device a standby, or no standby any more. Refused before there is a passphrase.
    [[nodiscard]] Status appoint(const DeviceId &device);
    [[nodiscard]] Status dismiss(const DeviceId &device);
    /// At a standby: makes this device the hub, whatever the present one does. A device that was the hub needs no
    /// passphrase. Refused with words what is missing.
    [[nodiscard]] Status promote(const QString &passphrase);

    /// Submits @p act and flushes until it is told (at once: there is no hub to wait for).
    [[nodiscard]] Answer decide(Act act);

private:
    /// The event's keys under their passphrase, out of what the hub sealed to this device.
    [[nodiscard]] Result<QByteArray> keysSentHere();
    [[nodiscard]] Status takeKeys(const QString &passphrase);

    explicit LocalDevice(const QString &path) : m_folder(path), m_highWater(m_folder.highWaterFile()) {}

    DataFolder m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    Signatures m_signatures;
    HighWaterFile m_highWater;
    Membership m_membership;
    std::unique_ptr<people::Keyring> m_keyring;
    std::unique_ptr<people::Directory> m_directory;
    std::unique_ptr<BlobStore> m_blobs;
    std::unique_ptr<Device> m_device;
    bool m_isShutOutKept = false;
};

/// Makes a new event in the empty folder @p path: keys, the CA that @p makeAuthority gives (certificate and key, PEM),
/// the hub's own membership, and the first operations: epoch, plan, sessions, guests. Nothing is left behind if it
/// fails.
struct NewAuthority {
    QByteArray caPem;
    QByteArray caKeyPem;
    QByteArray linkKeyPem;      ///< Of the hub as a device,
    QByteArray certificatePem;  ///< and its certificate, by the new CA.
};
[[nodiscard]] Status makeEvent(const QString &path, const EventSetup &setup, std::span<const GuestEntry> guests,
                               const std::function<Result<NewAuthority>(const DeviceId &hub)> &makeAuthority);

}  // namespace muster
