#pragma once
#include "tests/sim/genesis.h"
#include "tests/sim/plant.h"

namespace muster::sim {

/// Simulated milliseconds since the start of the run.
using SimTime = qint64;

/// A device's clocks: the monotonic one is right, the wall clock is skewed and drifts.
class SimClock final : public Clock {
public:
    explicit SimClock(const SimTime &now) : m_now(&now) {}
    [[nodiscard]] Instant monotonic() const override;
    [[nodiscard]] WallTime wall() const override;

    std::chrono::milliseconds skew{0};
    qint64 driftPpm = 0;
    bool isReset = false;  ///< The battery is empty: it says 1970.

private:
    const SimTime *m_now;
};

/// The file with the mark, outside of the database.
class MarkFile final : public HighWater {
public:
    [[nodiscard]] Result<std::optional<HighWaterMark>> load() override { return kept; }
    [[nodiscard]] Status store(const HighWaterMark &next) override;

    std::optional<HighWaterMark> kept;
    std::optional<HighWaterMark> written;  ///< As the device believes.
    bool isDead = false;
    bool isDeaf = false;  ///< Planted: nothing is written.
};

/// One device with everything it stands on. Its process can die at any step and start again on the same disk.
class Station {
public:
    using Send = std::function<void(int station, Device::LinkId, const QByteArray &)>;

    Station(int index, const SimTime &now, quint64 seed, Send send, const Signatures &signatures, const Plant &plant);

    /// Enrolled and never linked: all is still to come.
    void empty();

    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] bool isUp() const { return m_device != nullptr && !m_disk.hasCrashed(); }
    [[nodiscard]] Device &device() { return *m_device; }
    [[nodiscard]] test::FaultDisk &disk() { return m_disk; }
    [[nodiscard]] SimClock &clock() { return m_clock; }
    /// Counts processes: what was queued for an earlier one is void.
    [[nodiscard]] int life() const { return m_life; }
    [[nodiscard]] DeviceId id() const { return deviceIdOf(m_config.journal.key.publicKey); }

    [[nodiscard]] Status start();
    /// The power goes: unsynced writes are lost, nobody is told anything any more.
    void die();
    /// Somebody ends the program: what it knows is written, the mark is exact.
    void quit() { m_device.reset(); }
    /// All the disk holds now.
    struct Backup {
        test::FaultDisk::Image image;
        std::optional<HighWaterMark> mark;
        HighWaterMark spent;  ///< How far its own chain went.
    };
    [[nodiscard]] Backup backup();
    /// The database comes from @p backup; the mark outside of it stays.
    void restore(const Backup &backup);
    /// True if a device that starts on @p backup now must find that it is an old one. (Marks are some spends apart.)
    [[nodiscard]] bool mustNotice(const Backup &backup) const;

private:
    int m_index;
    Device::Config m_config;
    SimClock m_clock;
    test::SeededRandom m_random;
    test::FaultDisk m_disk;
    MarkFile m_mark;
    Send m_send;
    const Signatures *m_signatures;
    const Plant *m_plant;
    std::unique_ptr<Device> m_device;
    int m_life = 0;
};

}  // namespace muster::sim
