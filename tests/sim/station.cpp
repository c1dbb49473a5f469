#include "tests/sim/station.h"

namespace muster::sim {
namespace {

/// Around the venue's fold, a planted one.
class PlantedFold final : public Fold {
public:
    PlantedFold(Fold &venue, Plant::Folds folds) : m_venue(venue), m_folds(std::move(folds)) {}
    [[nodiscard]] int version() const override { return m_venue.version(); }
    void createTables(State &state) override { m_venue.createTables(state); }
    [[nodiscard]] QStringList tables() const override { return m_venue.tables(); }
    void settle(State &state) override { m_venue.settle(state); }
    Folded apply(State &state, const Operation &operation) override { return m_folds(m_venue, state, operation); }

private:
    Fold &m_venue;
    Plant::Folds m_folds;
};

}  // namespace

Instant SimClock::monotonic() const { return Instant(std::chrono::hours(1) + std::chrono::milliseconds(*m_now)); }

WallTime SimClock::wall() const
{
    if (isReset) {
        return fromMsecs(*m_now);
    }
    constexpr WallTime morning{std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + std::chrono::hours(9)};
    return morning + skew + std::chrono::milliseconds(*m_now + *m_now * driftPpm / 1'000'000);
}

Status MarkFile::store(const HighWaterMark &next)
{
    if (isDead) {
        return fail(ErrorCode::Storage, QStringLiteral("the disk is gone"));
    }
    written = next;
    kept = isDeaf ? kept : next;
    return {};
}

Station::Station(const Genesis &genesis, int index, const SimTime &now, quint64 seed, Send send,
                 const Signatures &signatures, const Plant &plant)
    : m_index(index),
      m_eventKey(genesis.eventKey),
      m_config(genesis.places[std::size_t(index)].config),
      m_clock(now),
      m_random(seed),
      m_disk(seed + 1),
      m_send(std::move(send)),
      m_signatures(&signatures),
      m_plant(&plant)
{
    const auto &place = genesis.places[std::size_t(index)];
    m_disk.restore(place.disk);
    m_mark.kept = place.mark;
    m_mark.written = place.mark;
    m_mark.isDeaf = plant.mark == Plant::Mark::Unwritten;
    m_disk.lieAboutSyncs(plant.disk == Plant::Disk::Lying);
    m_disk.syncLate(plant.disk == Plant::Disk::Late);
    m_config.journal.vfs = m_disk.vfsName();
    m_config.snapshotFrom = 60;  // The day here is small: some get a snapshot, some all operations.
}

void Station::empty()
{
    m_disk.restore({});
    m_mark.kept.reset();
    m_mark.written.reset();
}

Status Station::start()
{
    m_disk.powerOn();
    m_mark.isDead = false;
    ++m_life;
    Device::World world{m_clock, m_random, m_mark, *m_signatures, nullptr, nullptr, {}};
    world.send = [this](Device::LinkId link, const QByteArray &frame) {
        if (!m_disk.hasCrashed()) {
            m_send(m_index, link, frame);
        }
    };
    if (m_plant->folds && (!m_plant->foldsAt || m_plant->foldsAt(m_index))) {
        world.foldAround = [this](Fold &venue) { return std::make_unique<PlantedFold>(venue, m_plant->folds); };
    }
    auto device = Device::open(m_config, std::move(world));
    if (!device) {
        m_mark.isDead = true;
        m_device.reset();
        return fail(device);
    }
    m_device = std::move(*device);
    m_isTurnKnown = m_device->isHub();
    if (m_plant->started) {
        m_plant->started(*this);
    }
    return isListening() ? m_device->listenAt(Genesis::addressesOf(m_index)) : Status{};
}

Status Station::promote()
{
    bool isStandby = false;
    std::ignore = m_device->journal().read([&](State &state) { isStandby = standbys::isStandby(state, id()); });
    if (!m_config.isHub && !isStandby) {
        return fail(ErrorCode::Refused, QStringLiteral("this device is no standby"));
    }
    m_config.isHub = true;
    m_config.eventKey = m_eventKey;
    if (m_plant->isTurnNumberKept) {
        const auto known = m_device->epoch()->number;
        const auto stored = m_device->append([&](State &, const EventSetup &) {
            Draft draft;
            draft.kind = epochs::kind();
            draft.body =
                EpochRecord::make(known, id(), Genesis::addressesOf(m_index), m_config.journal.event, m_eventKey)
                    .toCbor();
            return std::vector<Draft>{draft};
        });
        return stored;
    }
    return m_device->takeAuthority(m_eventKey);
}

void Station::settleStanding()
{
    const auto record = m_device->epoch();
    if (record && m_config.epoch->term() < record->term()) {
        m_config.epoch = record;
    }
    const bool wasHub = std::exchange(m_isTurnKnown, m_device->isHub());
    if (wasHub && !m_isTurnKnown) {
        std::ignore =
            m_device->listenAt(Genesis::addressesOf(m_index));  // A full disk: they know where it was as the hub.
    }
}

void Station::die()
{
    m_disk.crashAfter(std::nullopt);
    m_mark.isDead = true;
    m_disk.crash();
    m_device.reset();
    m_disk.failSyncsAfter(std::nullopt);
    m_disk.failWritesAfter(std::nullopt);
}

Station::Backup Station::backup()
{
    const auto self = m_device->journal().self();
    const auto &heads = m_device->journal().vector().heads;
    const auto own = heads.find(self);
    return {m_disk.image(),
            m_mark.kept,
            {self.incarnation, own == heads.end() ? 0 : quint64(own->second.front().sequence)}};
}

bool Station::mustNotice(const Backup &backup) const
{
    return !m_mark.written || m_mark.written->incarnation != backup.spent.incarnation ||
           m_mark.written->spent > backup.spent.spent;
}

void Station::restore(const Backup &backup)
{
    m_disk.restore(backup.image);
    if (m_plant->mark == Plant::Mark::Forgotten) {
        m_mark.kept = backup.mark;
    }
}

}  // namespace muster::sim
