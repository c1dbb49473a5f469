// Who is the hub on a simulated day: standbys, promotions, splits, and hubs that are lost or come back.
#include "core/venue/scarce/rights.h"
#include "tests/sim/simulation.h"

namespace muster::sim {

int Simulation::hub()
{
    std::optional<Term> latest;
    for (const int i : m_present) {
        const auto record = station(i).isUp() && station(i).device().isHub() && !m_isRevoked[std::size_t(i)]
                                ? station(i).device().epoch()
                                : std::nullopt;
        if (record && (!latest || *latest < record->term())) {
            latest = record->term();
            m_hub = i;
        }
    }
    return m_hub;
}

std::vector<int> Simulation::peersOf(int index)
{
    std::vector<int> indexes;
    const auto hasCome = [&](const DeviceId &peer) { return m_network->hasCome(index, m_indexOf.at(peer)); };
    for (const auto &peer : station(index).device().peersToDial(hasCome)) {
        const int there = m_indexOf.at(peer.device);
        if (peer.addresses == Genesis::addressesOf(there)) {
            indexes.push_back(there);
        } else {
            violate(QStringLiteral("device %1 looks for device %2 elsewhere").arg(index).arg(there));
        }
    }
    return indexes;
}

/// The organiser names a standby once its offer is at the hub.
void Simulation::appointSoon(int standby)
{
    m_agenda.in(100 + SimTime(m_random.below(900)), [this, standby] {
        auto &desk = station(hub());
        bool isOffered = false;
        bool isNamed = false;
        if (desk.isUp() && desk.device().isHub()) {
            const auto id = station(standby).id();
            std::ignore = desk.device().journal().read([&](State &state) {
                isOffered = standbys::offerOf(state, id).has_value();
                isNamed = standbys::isStandby(state, id);
            });
        }
        if (isOffered && !isNamed) {
            trace(QStringLiteral("device %1 is named a standby").arg(standby));
            std::ignore = desk.device().append([&](State &state, const EventSetup &) {
                return std::vector<Draft>{
                    standbys::appointed(state, station(standby).id(), "sealed", m_genesis.event, m_genesis.eventKey)};
            });
            m_oracle.observe(desk);
            wake(desk.index());
        }
        if (!isNamed && !m_isHealing) {
            appointSoon(standby);  // Until it is seen to be one.
        }
    });
}

std::vector<int> Simulation::successors()
{
    std::vector<int> found;
    for (const int i : m_present) {
        auto &machine = station(i);
        bool isStandby = false;
        if (machine.isListening() && machine.isUp() && !machine.device().isHub()) {
            std::ignore = machine.device().journal().read(
                [&](State &state) { isStandby = standbys::isStandby(state, machine.id()); });
        }
        if (isStandby || (machine.isUp() && machine.wasHub() && !machine.device().isHub())) {
            found.push_back(i);
        }
    }
    return found;
}

void Simulation::authorityFault()
{
    const auto candidates = successors();
    if (candidates.empty() || !station(hub()).isUp() || !station(hub()).device().isHub()) {
        return;
    }
    const int next = candidates[m_random.below(candidates.size())];
    switch (m_random.below(8)) {
    case 0:
    case 1:
    case 2: split(); break;
    case 3:
    case 4:
        hit("hub off for long", hub());
        die(hub(), m_random.chance(50));
        startWithin(m_hub, 25'000);
        promoteWithin(next, 3'000);
        break;
    case 5:
        hit("planned promotion", next);
        promote(next, Loss::Unknown);
        break;
    case 6:
        hit("several promotions at once", next);
        for (const int candidate : candidates) {
            promoteWithin(candidate, m_random.chance(50) ? 1 : 300);
        }
        break;
    default: loseHub(); break;
    }
}

/// The hub on one side, who may succeed it anywhere; mostly somebody on the other side is promoted.
void Simulation::split()
{
    std::vector<int> sides(m_stations.size(), 0);
    for (auto &side : sides) {
        side = int(m_random.below(2));
    }
    auto candidates = successors();
    const int next = candidates[m_random.below(candidates.size())];
    sides[std::size_t(next)] = 1 - sides[std::size_t(hub())];
    hit("split", next);
    m_network->split(sides);
    for (const int candidate : candidates) {
        if (m_random.chance(candidate == next ? 75 : 35)) {
            promoteWithin(candidate, 3'000);
        }
    }
    m_agenda.in(500 + SimTime(m_random.below(15'000)), [this, count = ++m_splitCount] {
        if (count == m_splitCount && !m_isHealing) {
            trace(QStringLiteral("the split ends"));
            m_network->split(std::vector<int>(m_stations.size(), 0));
        }
    });
}

/// Its machine burns, and a standby that everybody knows takes its place.
void Simulation::loseHub()
{
    const int lost = hub();
    // Who was shut out or declared lost is refused: the event would be left without anybody.
    const auto mayTakeOver = [&](int candidate) {
        bool isLost = false;
        std::ignore = station(lost).device().journal().read(
            [&](State &state) { isLost = rights::isLost(state, station(candidate).id()); });
        return !isLost && !m_isRevoked[std::size_t(candidate)];
    };
    if (std::ranges::count(m_isGone, true) > 0 || !std::ranges::any_of(successors(), mayTakeOver)) {
        return;
    }
    hit("hub lost with its disk", lost);
    const auto shown = quint64(station(lost).device().link().notYetSafe);
    die(lost, m_random.chance(50));
    m_oracle.diskLost(station(lost), shown);
    m_isGone[std::size_t(lost)] = true;
    m_backups[std::size_t(lost)].reset();
    const auto candidates = successors();
    for (const int candidate : candidates) {
        m_backups[std::size_t(candidate)].reset();  // From before it was a standby: nobody could take over then.
    }
    promoteWithin(candidates[m_random.below(candidates.size())], 4'000,
                  m_random.chance(50) ? Loss::Declared : Loss::Unknown);
}

void Simulation::promoteWithin(int index, SimTime delayMax, Loss loss)
{
    m_agenda.in(SimTime(m_random.below(quint64(delayMax))), [this, index, loss] {
        if (!m_isHealing) {
            promote(index, loss);
        }
    });
}

void Simulation::promote(int index, Loss loss)
{
    auto &machine = station(index);
    if (!machine.isUp() || machine.device().isHub()) {
        return;
    }
    hit("promotion", index);
    if (m_random.chance(15) && !m_isHealing) {
        machine.disk().crashAfter(qint64(m_random.below(30)));
    }
    const auto promoted = machine.promote();
    trace(QStringLiteral("device %1 is promoted: %2")
              .arg(index)
              .arg(promoted ? QStringLiteral("epoch %1").arg(quint32(machine.device().epoch()->number))
                            : promoted.error().detail));
    if (!machine.disk().hasCrashed()) {
        m_oracle.observe(machine);
    }
    flush(index);
    if (m_plant.isTurnNumberKept && machine.isUp()) {
        quit(index);
        start(index);
    }
    if (promoted && machine.isUp() && loss == Loss::Declared) {
        for (const auto &before : machine.device().hubsLeftBehind()) {
            if (m_isGone[std::size_t(m_indexOf.at(before))]) {
                submit(index, DeclareLost{before, {}, QStringLiteral("confirmed off at the promotion of a standby")});
            }
        }
    }
}

void Simulation::replaceLostHub()
{
    const auto termOf = [this](int i) { return station(i).device().epoch()->term(); };
    Term latest;
    for (auto *machine : everybody()) {
        latest = machine->isUp() ? std::max(latest, termOf(machine->index())) : latest;
    }
    auto candidates = successors();
    std::ranges::sort(candidates, std::ranges::greater{}, termOf);
    bool isLeaderless = m_isGone[std::size_t(m_indexOf.at(latest.hub))];
    for (auto next = candidates.begin(); isLeaderless && next != candidates.end(); ++next) {
        promote(*next, Loss::Declared);
        isLeaderless = !station(*next).isUp() || !station(*next).device().isHub();
    }
    if (!station(hub()).isUp()) {
        violate(QStringLiteral("nobody can take over from device %1").arg(hub()));
        return;
    }
    // Who came after the day had begun, and never heard of a standby, knows nobody who is still there.
    for (const int i : m_present) {
        auto &machine = station(i);
        const auto isGone = [&](int peer) { return m_isGone[std::size_t(peer)]; };
        if (machine.isUp() && i != hub() && std::ranges::all_of(peersOf(i), isGone)) {
            trace(QStringLiteral("device %1 is enrolled again").arg(i));
            quit(i);
            machine.enrol(*station(hub()).device().epoch());
            start(i);
        }
    }
}

/// Who was the hub and is back has stepped down; who never will be back, or is back with an old disk, is given up.
void Simulation::settleHubs()
{
    auto &desk = station(hub()).device();
    for (const auto &before : desk.hubsLeftBehind()) {
        const int index = m_indexOf.at(before);
        bool isOld = false;
        if (station(index).isUp()) {
            std::ignore = desk.journal().read(
                [&](State &state) { isOld = rights::arePlacesHeld(state, station(index).device().journal().self()); });
        }
        if (m_isGone[std::size_t(index)] || m_isRevoked[std::size_t(index)] || isOld) {
            submit(hub(), DeclareLost{before, {}, QStringLiteral("off for good")});
        } else {
            violate(QStringLiteral("device %1 was the hub, is back, and has not stepped down").arg(index));
        }
    }
}

QString Simulation::amissWithHubs()
{
    const auto all = everybody();
    const auto hubs = std::ranges::count_if(all, [](auto *machine) { return machine->device().isHub(); });
    if (hubs != 1) {
        return QStringLiteral("%1 devices are the hub").arg(hubs);
    }
    const auto wanted = station(hub()).device().epoch();
    for (auto *machine : all) {
        const auto known = machine->device().epoch();
        if (!known || known->term() != wanted->term()) {
            return QStringLiteral("device %1 obeys another hub").arg(machine->index());
        }
    }
    return {};
}

}  // namespace muster::sim
