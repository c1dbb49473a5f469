#pragma once
#include "app/node/device.h"
#include "tests/bench/figures.h"

#include <QTemporaryDir>

namespace muster::bench {

/// A device of a BenchEvent on its own journal file, without names: what is measured is the deciding and storing.
class BenchDevice {
public:
    using Send = std::function<void(Device::LinkId, const QByteArray &)>;

    [[nodiscard]] Device &operator*() { return *m_device; }
    [[nodiscard]] Device *operator->() { return m_device.get(); }
    [[nodiscard]] Journal &journal() { return m_device->journal(); }
    /// Signs the guest with code "C-<guest>" in; the answer if it came with the flush.
    std::optional<Answer> signIn(int guest);

private:
    friend class BenchEvent;
    explicit BenchDevice(const QString &highWaterFile) : m_highWater(highWaterFile) {}

    SystemClock m_clock;
    SystemRandom m_random;
    Signatures m_signatures;
    HighWaterFile m_highWater;
    std::unique_ptr<Device> m_device;
};

/// An event with a list of guests, as the journal file that its hub made; device 0 is the hub.
class BenchEvent {
public:
    /// Makes the file with @p guestCount guests and @p deviceCount enrolled devices.
    BenchEvent(QString folder, int guestCount, int deviceCount);

    [[nodiscard]] int guestCount() const { return m_guestCount; }
    [[nodiscard]] DeviceId idOf(int device) const { return deviceIdOf(m_keys[std::size_t(device)].publicKey); }
    [[nodiscard]] Journal::Options journalOptions(int device, const QString &file) const;
    /// A copy of the hub's file in the name of @p device, as if everything had been sent there.
    [[nodiscard]] std::unique_ptr<BenchDevice> copyFor(int device, BenchDevice::Send send = {});
    /// @p device with an empty journal.
    [[nodiscard]] std::unique_ptr<BenchDevice> emptyFor(int device, BenchDevice::Send send = {});
    [[nodiscard]] QString copyOfFile(const QString &name);
    [[nodiscard]] EventId id() const { return m_id; }
    [[nodiscard]] PublicKey key() const { return m_eventKey.publicKey; }
    [[nodiscard]] QString folder() const { return m_folder; }

private:
    [[nodiscard]] std::unique_ptr<BenchDevice> open(int device, const QString &file, BenchDevice::Send send);
    void fill(Device &hub);
    [[nodiscard]] EpochRecord epoch() const;

    QString m_folder;
    int m_guestCount;
    SystemRandom m_random;
    EventId m_id;
    SigningKey m_eventKey;
    SecretKey m_codeKey;
    std::vector<SigningKey> m_keys;
    int m_fileCount = 0;
};

}  // namespace muster::bench
