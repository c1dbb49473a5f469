// The course of a simulated day, and its machines.
#include "tests/sim/simulation.h"

#include "core/venue/scarce/rights.h"

#include <cstdio>
#include <numeric>

namespace muster::sim {
namespace {

constexpr SimTime tickEvery = 50;
constexpr SimTime healWithin = 120'000;

}  // namespace

bool Simulation::isLarge(const Options &options)
{
    return options.profile == Options::Profile::Large ||
           (options.profile == Options::Profile::BySeed && options.seed % Options::largeEvery == 0);
}

Simulation::Simulation(const Options &options)
    : m_options(options),
      m_plant(options.plant != nullptr ? *options.plant : Plant()),
      m_genesis(isLarge(options) ? Genesis::large() : Genesis::instance()),
      m_random(test::SeededRandom(options.seed).step()),  // Neighbours have nothing in common.
      m_oracle(
          int(m_genesis.places.size()), [this](const QString &what) { violate(what); },
          [this](const QString &line) { trace(line); }),
      m_actCount(isLarge(options) ? 2'000 : 200),
      m_actGapMax(isLarge(options) ? 80 : 400)
{
    const std::size_t count = m_genesis.places.size();
    m_isFlushPlanned.assign(count, false);
    m_backups.resize(count);
    m_mustNotice.assign(count, false);
    m_isRevoked.assign(count, false);
    m_isGone.assign(count, false);
    m_diskTrouble.assign(count, -1);
    m_present = whoIsHere();
    for (int i = 0; i < int(count); ++i) {
        m_stations.push_back(std::make_unique<Station>(
            m_genesis, i, m_agenda.clock(), m_random.step(),
            [this](int from, Device::LinkId link, const QByteArray &frame) { m_network->send(from, link, frame); },
            m_signatures, m_plant));
        m_indexOf[m_stations.back()->id()] = i;
    }
    for (const int i : m_present) {
        auto &clock = station(i).clock();
        clock.skew = m_random.chance(60) ? std::chrono::milliseconds(0)
                                         : std::chrono::milliseconds(qint64(m_random.below(172'800'000)) - 86'400'000);
        clock.driftPpm = m_random.chance(70) ? 0 : qint64(m_random.below(400)) - 200;
        clock.isReset = m_random.chance(6);
    }
    m_faultPercent = m_random.chance(15) ? 0 : unsigned(m_random.below(100));
    m_network = std::make_unique<Network>(
        m_agenda, m_random, int(count),
        Network::Host{[this](int i) -> Station & { return station(i); }, [this](int i) { return peersOf(i); },
                      [this](int i) { wake(i); }, [this](const QString &line) { trace(line); },
                      [this](const QString &what) { violate(what); },
                      [this](int i, const VersionVector &heads) { m_oracle.acknowledged(i, heads); }},
        m_plant);
}

std::vector<int> Simulation::whoIsHere()
{
    std::vector<int> here(m_genesis.places.size());
    std::iota(here.begin(), here.end(), 0);
    if (!isLarge(m_options)) {
        const int standbys = m_random.chance(45) ? 0 : 1 + int(m_random.below(Genesis::standbyCount));
        const int inField = 4 + int(m_random.below(quint64(Genesis::fieldCount - 3 - standbys)));
        std::erase_if(
            here, [&](int i) { return Genesis::isStandby(i) ? i >= Genesis::fieldCount + standbys : i >= inField; });
    }
    return here;
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
    for (const int i : m_present) {
        if (i > 0 && m_random.chance(15)) {
            hit("new device", i);
            station(i).empty();
            startWithin(i, 30'000);  // Some begin with a plan, others find a whole day.
        } else {
            start(i);
        }
    }
    for (const int i : m_present) {
        if (Genesis::isStandby(i)) {
            appointSoon(i);
        }
    }
    m_agenda.runUntil(3'000);
}

void Simulation::rush()
{
    actSoon(m_actCount);
    faultSoon();
    const SimTime begun = m_agenda.now();
    while (m_agenda.now() < begun + 90'000 && m_report.acts - m_besideCount < quint64(m_actCount)) {
        m_agenda.runUntil(m_agenda.now() + 500);
    }
}

void Simulation::start(int index)
{
    if (m_isGone[std::size_t(index)]) {
        return;
    }
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
    m_oracle.restarted(machine);
    keepTicking(index);
    m_network->keepLinked(index);
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
    const auto before = machine.device().journal().revision();
    const bool wasDurable = machine.device().journal().isDurable();
    machine.device().flush();
    machine.settleStanding();
    if (machine.disk().hasCrashed()) {
        hit("crash at a step", index);
        die(index, m_random.chance(50));
        startWithin(index, 4'000);
        return;
    }
    // What a failed fsync had left in doubt may be sent from now on: it is learnt where it was written.
    if (machine.device().journal().revision() != before || !wasDurable) {
        m_oracle.observe(machine);
        m_oracle.checkNow(machine);
    }
    m_network->settle(index);
}

std::vector<Station *> Simulation::everybody()
{
    std::vector<Station *> list{&station(hub())};
    for (const int i : m_present) {
        if (!m_isRevoked[std::size_t(i)] && !m_isGone[std::size_t(i)] && i != list.front()->index()) {
            list.push_back(&station(i));
        }
    }
    return list;
}

QString Simulation::amiss()
{
    for (const auto &request : m_requests) {
        const auto &machine = station(request.station);
        if (!request.isTold && machine.isUp() && request.life == machine.life()) {
            return QStringLiteral("device %1 does not answer").arg(request.station);
        }
    }
    for (auto *machine : everybody()) {
        if (!machine->isUp()) {
            return QStringLiteral("device %1 is down").arg(machine->index());
        }
    }
    if (const auto what = amissWithHubs(); !what.isEmpty()) {
        return what;
    }
    const int hub = this->hub();
    for (auto *machine : everybody()) {
        const bool isLagging = machine->device().journal().vector() != station(hub).device().journal().vector();
        const QString problem = isLagging                     ? QStringLiteral("lags")
                                : machine->device().hasWork() ? QStringLiteral("has work")
                                : machine->index() != hub && !m_network->isLinked(machine->index(), hub)
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
    }
    for (const int i : m_present) {
        if (!station(i).isUp() && !m_isGone[std::size_t(i)]) {
            station(i).disk().crash();
            start(i);
        }
    }
    const SimTime begun = m_agenda.now();
    m_agenda.runUntil(begun + 2'000);
    replaceLostHub();
    const auto converge = [&] {
        while (!amiss().isEmpty() && m_agenda.now() < begun + healWithin && m_report.violations.empty()) {
            m_agenda.runUntil(m_agenda.now() + 500);
        }
    };
    converge();
    clearModes();
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
    const int desk = hub();
    bool areHeld = false;
    std::ignore = station(desk).device().journal().read(
        [&](State &state) { areHeld = rights::arePlacesHeld(state, station(desk).device().journal().self()); });
    if (areHeld) {
        DeclareLost lost;
        lost.device = station(desk).id();
        lost.reason = QStringLiteral("recounted");
        submit(desk, lost);
    }
    // A ping says who is at work; a link to a machine that burnt is seen to be dead.
    m_agenda.runUntil(m_agenda.now() + (std::ranges::count(m_isGone, true) > 0 ? 16'000 : 3'000));
    settleHubs();
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
