// What goes wrong on a simulated day.
#include "tests/sim/simulation.h"

namespace muster::sim {

void Simulation::hit(const char *fault, int index)
{
    ++m_report.faults[QString::fromLatin1(fault)];
    m_network->disturbed();
    trace(QStringLiteral("fault: %1 at device %2").arg(QLatin1String(fault)).arg(index));
}

void Simulation::faultSoon()
{
    if (m_faultPercent == 0) {
        return;
    }
    m_agenda.in(50 + SimTime(m_random.below(4'000 - 35 * m_faultPercent)), [this] {
        if (!m_isHealing) {
            fault();
            faultSoon();
        }
    });
}

void Simulation::fault()
{
    // The hub suffers as often as any other device.
    const int index = m_present[m_random.below(m_present.size())];
    const int linked = m_present[1 + m_random.below(m_present.size() - 1)];
    switch (m_random.below(Genesis::isStandby(m_present.back()) || isLarge(m_options) ? 14 : 12)) {
    case 12:
    case 13: authorityFault(); break;
    case 0:
    case 1:
    case 2: partition(linked); break;
    case 3: {
        const auto how = Network::Break(m_random.below(3));
        hit(how == Network::Break::Seen       ? "link reset"
            : how == Network::Break::HalfOpen ? "link half open"
                                              : "link lost in silence",
            linked);
        m_network->breakLink(linked, how);
        break;
    }
    case 4:
        hit("reconnect storm", 0);
        m_network->breakLink(hub(), Network::Break::Seen);
        break;
    case 5:
        if (station(index).isUp()) {
            hit("power cut", index);
            die(index, m_random.chance(50));
            startWithin(index, 8'000);
        }
        break;
    case 6:
        if (station(index).isUp()) {
            station(index).disk().crashAfter(qint64(m_random.below(40)));  // hit() when it comes to it.
        }
        break;
    case 7: diskFault(index); break;
    case 8:
    case 10: replaceDisk(index); break;
    case 11:
        if (station(index).isUp()) {
            hit("program restarted", index);
            quit(index);
            startWithin(index, 3'000);
        }
        break;
    case 9:
        hit("slow network", 0);
        m_network->setDelays(m_random.chance(50) ? 3 : SimTime(m_random.below(400)));
        break;
    default: break;
    }
}

void Simulation::partition(int index)
{
    const auto kind = m_random.below(3);
    if (kind != 1) {
        m_network->cut(index, Network::Direction::Out, true);
    }
    if (kind != 0) {
        m_network->cut(index, Network::Direction::In, true);
    }
    hit(kind == 2 ? "partition" : "one-way partition", index);
    if (kind == 2 && m_random.chance(40)) {
        m_network->breakLink(index, Network::Break::Seen);
    }
    m_agenda.in(200 + SimTime(m_random.below(12'000)), [this, index] {
        trace(QStringLiteral("partition of device %1 ends").arg(index));
        m_network->cut(index, Network::Direction::Out, false);
        m_network->cut(index, Network::Direction::In, false);
    });
}

void Simulation::diskFault(int index)
{
    auto &disk = station(index).disk();
    const SimTime lasts = SimTime(m_random.below(3'000));
    m_diskTrouble[std::size_t(index)] = m_agenda.now() + lasts;
    switch (m_random.below(4)) {
    case 0:
        hit("disk full", index);
        disk.setFreeBytes(qint64(m_random.below(30'000)));
        break;
    case 1:
        hit("write error", index);
        disk.failWritesAfter(qint64(m_random.below(20)),
                             m_random.chance(50) ? test::FaultDisk::Fault::Once : test::FaultDisk::Fault::Lasting);
        break;
    default:
        hit("fsync error", index);
        disk.failSyncsAfter(qint64(m_random.below(6)),
                            m_random.chance(50) ? test::FaultDisk::Fault::Once : test::FaultDisk::Fault::Lasting);
        break;
    }
    m_agenda.in(lasts, [this, index] {
        trace(QStringLiteral("disk of device %1 is well again").arg(index));
        auto &healed = station(index).disk();
        healed.setFreeBytes(std::nullopt);
        healed.failWritesAfter(std::nullopt);
        healed.failSyncsAfter(std::nullopt);
    });
}

void Simulation::startWithin(int index, SimTime delayMax)
{
    m_agenda.in(SimTime(m_random.below(quint64(delayMax))), [this, index] {
        if (!station(index).isUp()) {
            start(index);
        }
    });
}

void Simulation::replaceDisk(int index)
{
    const auto waiting = std::ranges::find_if(m_backups, [](const auto &backup) { return backup.has_value(); });
    if (waiting != m_backups.end() && m_random.chance(60)) {
        index = int(waiting - m_backups.begin());  // Else hardly any day would see one put back.
    }
    if (!m_backups[std::size_t(index)]) {
        if (!station(index).isUp()) {
            return;
        }
        trace(QStringLiteral("a backup of device %1 is made").arg(index));
        m_backups[std::size_t(index)] = station(index).backup();
        return;
    }
    const bool wasHub = station(index).wasHub();
    if ((wasHub && m_random.chance(70)) || m_isGone[std::size_t(index)]) {
        return;
    }
    hit(wasHub ? "hub's old disk restored" : "old disk restored", index);
    std::optional<quint64> shown;
    if (station(index).isUp()) {
        shown = quint64(station(index).device().link().notYetSafe);
        m_random.chance(50) ? quit(index) : die(index, m_random.chance(50));
    }
    m_oracle.diskLost(station(index), shown);
    const auto backup = *std::exchange(m_backups[std::size_t(index)], {});
    m_mustNotice[std::size_t(index)] = station(index).mustNotice(backup);
    if (!m_mustNotice[std::size_t(index)]) {
        m_oracle.mayFork(station(index));
    }
    station(index).restore(backup);
    startWithin(index, 3'000);
}

}  // namespace muster::sim
