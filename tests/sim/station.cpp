#include "tests/sim/station.h"

namespace muster::sim {

Instant SimClock::monotonic() const { return Instant(std::chrono::hours(1) + std::chrono::milliseconds(*m_now)); }

WallTime SimClock::wall() const
{
    if (isReset) {
        return fromMsecs(*m_now);
    }
    constexpr WallTime morning{std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + std::chrono::hours(9)};
    return morning + skew + std::chrono::milliseconds(*m_now + *m_now * driftPpm / 1'000'000);
}

Station::Station(int index, const SimTime &now, quint64 seed, Send send, const Signatures &signatures)
    : m_index(index),
      m_config(Genesis::instance().places[std::size_t(index)].config),
      m_clock(now),
      m_random(seed),
      m_disk(seed + 1),
      m_send(std::move(send)),
      m_signatures(&signatures)
{
    const auto &place = Genesis::instance().places[std::size_t(index)];
    m_disk.restore(place.disk);
    m_mark.mark = place.mark;
    m_config.journal.vfs = m_disk.vfsName();
}

Status Station::start()
{
    m_disk.powerOn();
    m_mark.isDead = false;
    ++m_life;
    auto device = Device::open(m_config, {m_clock, m_random, m_mark, *m_signatures, nullptr, nullptr,
                                          [this](Device::LinkId link, const QByteArray &frame) {
                                              if (!m_disk.hasCrashed()) {
                                                  m_send(m_index, link, frame);
                                              }
                                          }});
    if (!device) {
        m_mark.isDead = true;
        m_device.reset();
        return fail(device);
    }
    m_device = std::move(*device);
    return {};
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
            m_mark.mark,
            {self.incarnation, own == heads.end() ? 0 : quint64(own->second.front().sequence)}};
}

bool Station::mustNotice(const Backup &backup) const
{
    return !m_mark.mark || m_mark.mark->incarnation != backup.spent.incarnation ||
           m_mark.mark->spent > backup.spent.spent;
}

void Station::restore(const Backup &backup, bool isMarkToo)
{
    m_disk.restore(backup.image);
    if (isMarkToo) {
        m_mark.mark = backup.mark;
    }
}

}  // namespace muster::sim
