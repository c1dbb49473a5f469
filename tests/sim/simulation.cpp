// The course of a simulated day, and its machines.
#include "tests/sim/simulation.h"

#include "core/venue/rights.h"

#include <cstdio>

namespace muster::sim {
namespace {

constexpr SimTime tickEvery = 50;
constexpr SimTime healWithin = 120'000;

}  // namespace

Simulation::Simulation(const Options &options)
    : m_options(options),
      m_plant(options.plant != nullptr ? *options.plant : Plant()),
      m_random(test::SeededRandom(options.seed).step()),  // Neighbours have nothing in common.
      m_oracle(
          Genesis::deviceCount, [this](const QString &what) { violate(what); },
          [this](const QString &line) { trace(line); })
{
    const int count = 4 + int(m_random.below(Genesis::deviceCount - 3));
    m_isFlushPlanned.assign(std::size_t(count), false);
    m_backups.resize(std::size_t(count));
    m_mustNotice.assign(std::size_t(count), false);
    m_isRevoked.assign(std::size_t(count), false);
    m_diskTrouble.assign(std::size_t(count), -1);
    for (int i = 0; i < count; ++i) {
        m_stations.push_back(std::make_unique<Station>(
            i, m_agenda.clock(), m_random.step(),
            [this](int from, Device::LinkId link, const QByteArray &frame) { m_network->send(from, link, frame); },
            m_signatures, m_plant));
        auto &clock = m_stations.back()->clock();
        clock.skew = m_random.chance(60) ? std::chrono::milliseconds(0)
                                         : std::chrono::milliseconds(qint64(m_random.below(172'800'000)) - 86'400'000);
        clock.driftPpm = m_random.chance(70) ? 0 : qint64(m_random.below(400)) - 200;
        clock.isReset = m_random.chance(6);
    }
    m_faultPercent = m_random.chance(15) ? 0 : unsigned(m_random.below(100));
    m_network = std::make_unique<Network>(
        m_agenda, m_random, count,
        Network::Host{[this](int i) -> Station & { return station(i); }, [this](int i) { wake(i); },
                      [this](const QString &line) { trace(line); }, [this](const QString &what) { violate(what); },
                      [this](int i, const VersionVector &heads) { m_oracle.acknowledged(i, heads); }},
        m_plant);
}

void Simulation::trace(const QString &line)
{
    const auto text = QStringLiteral("%1 %2").arg(m_agenda.now(), 7).arg(line).toUtf8();
    for (const char c : text) {
        m_report.traceHash = (m_report.traceHash ^ quint8(c)) * 0x100000001b3U;
    }
    if (m_options.isTraced) {
        std::printf("%s\n", text.constData());
    }
}

void Simulation::violate(const QString &what)
{
    trace(QStringLiteral("VIOLATION ") + what);
    if (m_report.violations.size() < 20) {
        m_report.violations << what;
    }
}

Report Simulation::run()
{
    begin();
    race("before");
    rush();
    heal();
    serveEverybody();
    race("after");
    afterwards();
    for (auto &machine : m_stations) {
        if (machine->isUp()) {
            machine->die();
        }
    }
    m_report.operations = m_oracle.operationCount();
    m_report.conflicts = m_oracle.conflictCount();
    return m_report;
}

void Simulation::begin()
{
    for (int i = 0; i < int(m_stations.size()); ++i) {
        if (i > 0 && m_random.chance(15)) {
            hit("new device", i);
            station(i).empty();
            startWithin(i, 30'000);  // Some begin with a plan, others find a whole day.
        } else {
            start(i);
        }
    }
    m_agenda.runUntil(3'000);
}

void Simulation::rush()
{
    actSoon(m_options.actCount);
    faultSoon();
    const SimTime begun = m_agenda.now();
    while (m_agenda.now() < begun + 90'000 && m_report.acts < quint64(m_options.actCount)) {
        m_agenda.runUntil(m_agenda.now() + 500);
    }
}

void Simulation::start(int index)
{
    auto &machine = station(index);
    const auto status = machine.start();
    if (!status || machine.disk().hasCrashed()) {
        trace(
            QStringLiteral("device %1 does not start: %2").arg(index).arg(status ? QString() : status.error().detail));
        if (status) {
            machine.die();
        }
        if (m_isHealing) {
            violate(QStringLiteral("device %1 does not start on a good disk: %2")
                        .arg(index)
                        .arg(status ? QString() : status.error().detail));
            return;
        }
        m_agenda.in(1'000, [this, index] {
            if (!station(index).isUp()) {
                station(index).disk().crash();
                start(index);
            }
        });
        return;
    }
    const auto &opening = machine.device().journal().opening();
    trace(QStringLiteral("device %1 starts, incarnation %2%3")
              .arg(index)
              .arg(quint64(machine.device().journal().self().incarnation), 0, 16)
              .arg(opening.isRestored ? QStringLiteral(" (restored)") : QString()));
    if (m_mustNotice[std::size_t(index)] && !opening.isRestored) {
        violate(QStringLiteral("device %1 goes on on an old disk as if nothing had happened").arg(index));
    }
    m_mustNotice[std::size_t(index)] = false;
    if (index == 0 && opening.isRestored) {
        const auto record = machine.device().epoch();
        const Epoch next{quint32(record->number) + 1};
        machine.device().journal().setEpoch(next);
        std::ignore = machine.device().append([&](State &, const EventSetup &) {
            Draft draft;
            draft.kind = epochs::kind();
            draft.body =
                EpochRecord::make(next, machine.id(), {}, Genesis::instance().event, Genesis::instance().eventKey)
                    .toCbor();
            return std::vector<Draft>{draft};
        });
    }
    m_oracle.restarted(machine);
    keepTicking(index);
    if (index != 0) {
        m_network->keepLinked(index);
    }
}

void Simulation::die(int index, bool isSeen)
{
    trace(QStringLiteral("device %1 dies").arg(index));
    station(index).die();
    m_network->stationDied(index, isSeen);
}

void Simulation::quit(int index)
{
    trace(QStringLiteral("device %1 is switched off").arg(index));
    station(index).quit();
    m_network->stationDied(index, true);
}

void Simulation::keepTicking(int index)
{
    const int life = station(index).life();
    m_agenda.in(tickEvery, [this, index, life] {
        if (station(index).isUp() && station(index).life() == life) {
            station(index).device().tick();
            flush(index);
            keepTicking(index);
        }
    });
}

void Simulation::wake(int index)
{
    if (m_isFlushPlanned[std::size_t(index)]) {
        return;
    }
    m_isFlushPlanned[std::size_t(index)] = true;
    m_agenda.in(SimTime(m_random.below(3)), [this, index] {
        m_isFlushPlanned[std::size_t(index)] = false;
        if (station(index).isUp()) {
            flush(index);
        }
    });
}

void Simulation::flush(int index)
{
    auto &machine = station(index);
    const auto before = machine.device().journal().vector();
    const bool wasDurable = machine.device().journal().isDurable();
    machine.device().flush();
    if (machine.disk().hasCrashed()) {
        hit("crash at a step", index);
        die(index, m_random.chance(50));
        startWithin(index, 4'000);
        return;
    }
    // What a failed fsync had left in doubt may be sent from now on: it is learnt where it was written.
    if (machine.device().journal().vector() != before || !wasDurable) {
        m_oracle.observe(machine);
        m_oracle.checkNow(machine);
    }
    m_network->settle(index);
}

std::vector<Station *> Simulation::everybody()
{
    std::vector<Station *> list;
    for (auto &machine : m_stations) {
        if (!m_isRevoked[std::size_t(machine->index())]) {
            list.push_back(machine.get());
        }
    }
    return list;
}

QString Simulation::amiss()
{
    const auto &hub = station(0).device().journal();
    for (const auto &request : m_requests) {
        const auto &machine = station(request.station);
        if (!request.isTold && machine.isUp() && request.life == machine.life()) {
            return QStringLiteral("device %1 does not answer").arg(request.station);
        }
    }
    for (auto *machine : everybody()) {
        const QString problem = !machine->isUp()                                       ? QStringLiteral("is down")
                                : machine->device().journal().vector() != hub.vector() ? QStringLiteral("lags")
                                : machine->device().hasWork()                          ? QStringLiteral("has work")
                                : machine->index() != 0 && !m_network->isLinked(machine->index())
                                    ? QStringLiteral("is not linked")
                                    : QString();
        if (!problem.isEmpty()) {
            return QStringLiteral("device %1 %2").arg(machine->index()).arg(problem);
        }
    }
    return {};
}

void Simulation::heal()
{
    m_isHealing = true;
    trace(QStringLiteral("everything heals"));
    m_network->heal();
    for (auto &machine : m_stations) {
        auto &disk = machine->disk();
        disk.setFreeBytes(std::nullopt);
        disk.failSyncsAfter(std::nullopt);
        disk.failWritesAfter(std::nullopt);
        disk.crashAfter(std::nullopt);
        if (!machine->isUp()) {
            disk.crash();
            start(machine->index());
        }
    }
    const SimTime begun = m_agenda.now();
    m_agenda.runUntil(begun + 2'000);
    const auto converge = [&] {
        while (!amiss().isEmpty() && m_agenda.now() < begun + healWithin && m_report.violations.empty()) {
            m_agenda.runUntil(m_agenda.now() + 500);
        }
    };
    converge();
    declareLost();
    converge();
    m_agenda.runUntil(m_agenda.now() + 3'000);  // A ping later, nothing may have changed but for good.
    for (int i = 0; i < 20 && !amiss().isEmpty(); ++i) {
        m_agenda.runUntil(m_agenda.now() + 5);  // A ping that arrived in this very step.
    }
    trace(QStringLiteral("converged after %1 ms").arg(m_agenda.now() - begun));
    if (const auto what = amiss(); !what.isEmpty()) {
        violate(QStringLiteral("%1 %2 s after healing").arg(what).arg((m_agenda.now() - begun) / 1'000));
        return;
    }
    for (auto *machine : everybody()) {
        m_oracle.observe(*machine);
    }
    m_oracle.checkHome(everybody());
}

/// Everybody is back and was heard: the coordinator recounts, and lets a restored hub use its places again; what lies
/// with lives that are over is set aside.
void Simulation::declareLost()
{
    bool areHeld = false;
    std::ignore = station(0).device().journal().read(
        [&](State &state) { areHeld = rights::arePlacesHeld(state, station(0).device().journal().self()); });
    if (areHeld) {
        DeclareLost lost;
        lost.device = station(0).id();
        lost.reason = QStringLiteral("recounted");
        submit(0, lost);
    }
    m_agenda.runUntil(m_agenda.now() + 3'000);  // A ping says who is at work.
    loseDevices();
    m_agenda.runUntil(m_agenda.now() + 500);
}

void Simulation::afterwards()
{
    for (const auto &request : m_requests) {
        const auto &machine = station(request.station);
        if (!request.isTold && machine.isUp() && machine.life() == request.life && m_report.violations.empty()) {
            violate(QStringLiteral("an act at device %1 is never answered").arg(request.station));
        }
    }
    for (auto *machine : everybody()) {
        if (!machine->isUp()) {
            violate(QStringLiteral("device %1 is down at the end").arg(machine->index()));
            return;
        }
        m_oracle.observe(*machine);
    }
    m_oracle.checkEnd(everybody());
}

}  // namespace muster::sim
