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

    Station(const Genesis &genesis, int index, const SimTime &now, quint64 seed, Send send,
            const Signatures &signatures, const Plant &plant);

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

    [[nodiscard]] QString role() const { return m_config.role; }
    /// It has the event's keys in clear: it is the hub, or was it once.
    [[nodiscard]] bool wasHub() const { return m_config.isHub; }
    [[nodiscard]] bool isListening() const { return m_config.role == QLatin1String("coordinator"); }

    [[nodiscard]] Status start();
    /// The command of that name: the keys first, then the turn. Refused if it is neither a standby nor was the hub.
    [[nodiscard]] Status promote();
    /// The latest turn that its folder knows of.
    [[nodiscard]] Term keptTerm() const { return m_config.epoch->term(); }
    /// Staff show it where the hub is, before it starts.
    void enrol(const EpochRecord &hub) { m_config.epoch = hub; }
    /// What its folder keeps of its own standing, and what the end of its turn leads to. Call it after each flush.
    void settleStanding();
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
    SigningKey m_eventKey;  ///< Sealed, on a standby: its own from a promotion on.
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
    bool m_isTurnKnown = false;  ///< It knew itself to be the hub at its last flush.
};

}  // namespace muster::sim
