#include "tests/sim/network.h"

namespace muster::sim {
namespace {

/// The other direction of a link's end: what end 0 (the hub) sends goes in direction 1.
constexpr int hubEnd = 0;
constexpr int deviceEnd = 1;

int directionFrom(int station) { return int(station == 0 ? Network::Direction::FromHub : Network::Direction::ToHub); }

/// Ends that an honest network of honest devices can come to.
bool isExpectedEnd(const QString &why)
{
    return why.isEmpty() || why.startsWith(QLatin1String("nothing heard")) ||
           why.startsWith(QLatin1String("no hello")) || why.startsWith(QLatin1String("this device"));
}

}  // namespace

void Agenda::runUntil(SimTime end)
{
    while (!m_events.empty() && m_events.top().at <= end) {
        auto what = m_events.top().what;
        m_now = std::max(m_now, m_events.top().at);
        m_events.pop();
        what();
    }
    m_now = std::max(m_now, end);
}

Network::Network(Agenda &agenda, test::SeededRandom &random, int stationCount, Host host, const Plant &plant)
    : m_agenda(agenda), m_random(random), m_host(std::move(host)), m_plant(plant)
{
    for (auto &cut : m_cut) {
        cut.assign(std::size_t(stationCount), false);
    }
}

void Network::keepLinked(int station)
{
    const int life = m_host.station(station).life();
    m_agenda.in(SimTime(m_random.below(40)), [this, station, life] { dial(station, life); });
}

void Network::dial(int station, int life)
{
    auto &device = m_host.station(station);
    if (!device.isUp() || device.life() != life) {
        return;  // The next process dials for itself.
    }
    const auto again = [&](SimTime delay) { m_agenda.in(delay, [this, station, life] { dial(station, life); }); };
    for (const auto &[id, link] : m_links) {
        if (link.station == station && link.isOpen[deviceEnd]) {
            return again(500);
        }
    }
    if (isCut(station) || !m_host.station(0).isUp()) {
        return again(500 + SimTime(m_random.below(3'000)));
    }
    const auto id = m_next++;
    m_links[id].station = station;
    m_host.trace(QStringLiteral("link %1 of device %2").arg(id).arg(station));
    // Either end may hear of it first, and the hub's end may still hold an older one.
    const int hubLife = m_host.station(0).life();
    m_agenda.in(SimTime(m_random.below(5)), [this, id, hubLife] {
        if (m_host.station(0).isUp() && m_host.station(0).life() == hubLife) {
            open(id, hubEnd);
        }
    });
    open(id, deviceEnd);
    again(500);
}

void Network::open(Device::LinkId id, int end)
{
    const auto found = m_links.find(id);
    if (found == m_links.end() || found->second.isBroken) {
        return;
    }
    found->second.isOpen[end] = true;
    const int station = end == hubEnd ? 0 : found->second.station;
    const int peer = end == hubEnd ? found->second.station : 0;
    m_host.station(station).device().linkOpened(id, m_host.station(peer).id());
    m_host.wake(station);
    auto waiting = std::exchange(found->second.held[end == hubEnd ? 0 : 1], {});
    for (const auto &frame : waiting) {
        carry(id, end == hubEnd ? 0 : 1, frame, 0);
    }
}

void Network::close(Device::LinkId id, int end)
{
    const auto found = m_links.find(id);
    if (found == m_links.end() || !found->second.isOpen[end]) {
        return;
    }
    found->second.isOpen[end] = false;
    const int station = end == hubEnd ? 0 : found->second.station;
    if (m_host.station(station).isUp()) {
        m_host.station(station).device().linkClosed(id);
        m_host.wake(station);
    }
    if (found->second.isBroken && !found->second.isOpen[1 - end]) {
        m_links.erase(found);
    }
}

void Network::send(int station, Device::LinkId id, const QByteArray &frame)
{
    const auto found = m_links.find(id);
    if (found == m_links.end() || found->second.isBroken) {
        return;
    }
    ++m_frameCount;
    const auto sent = tamper(station, id, frame);
    if (!sent) {
        return;
    }
    if (const auto known = frames::decode(*sent)) {
        if (const auto *acknowledged = std::get_if<frames::Acknowledged>(&*known)) {
            m_host.acknowledged(station, acknowledged->heads);
        }
    }
    carry(id, directionFrom(station), *sent, 0);
}

std::optional<QByteArray> Network::tamper(int station, Device::LinkId id, const QByteArray &frame)
{
    const int direction = directionFrom(station);
    if (m_plant.rewrite) {
        auto changed = m_plant.rewrite(*frames::decode(frame), station, m_random);
        return changed ? std::optional(frames::encode(*changed)) : std::nullopt;
    }
    if (m_plant.link == Plant::Link::EarlyAcknowledgement) {
        const bool isLate = std::holds_alternative<frames::Acknowledged>(*frames::decode(frame));
        return isLate ? std::nullopt : std::optional(frame);
    }
    if (m_plant.link == Plant::Link::Orderly || !m_random.chance(2)) {
        return frame;
    }
    if (m_plant.link == Plant::Link::Lost) {
        return std::nullopt;
    }
    if (m_plant.link == Plant::Link::Swapped) {
        m_agenda.in(20, [this, id, direction, frame] { carry(id, direction, frame, 0); });
        return std::nullopt;
    }
    carry(id, direction, frame, 0);
    return frame;
}

/// Planted: what arrives is acknowledged before anybody has stored it.
void Network::arrived(Device::LinkId id, int direction, const QByteArray &frame)
{
    const auto known = frames::decode(frame);
    const auto *operations = known ? std::get_if<frames::Operations>(&*known) : nullptr;
    if (m_plant.link != Plant::Link::EarlyAcknowledgement || operations == nullptr) {
        return;
    }
    frames::Acknowledged early{operations->number, {}};
    for (const auto &bytes : operations->batches) {
        const auto last = Operation::decode(Batch::decode(bytes)->operations.back());
        early.heads.heads[{last->origin, last->incarnation}] = {{last->sequence, last->hash}};
    }
    const int receiver = direction == int(Direction::ToHub) ? 0 : m_links.at(id).station;
    m_host.acknowledged(receiver, early.heads);
    carry(id, 1 - direction, frames::encode(early), 0);
}

void Network::carry(Device::LinkId id, int direction, const QByteArray &frame, SimTime extra)
{
    const auto found = m_links.find(id);
    if (found == m_links.end() || found->second.isBroken) {
        return;
    }
    auto &link = found->second;
    if (m_cut[direction][std::size_t(link.station)]) {
        link.held[direction].push_back(frame);  // TCP tries again until it comes through.
        return;
    }
    const SimTime delay = extra + SimTime(m_random.below(quint64(m_delayMax) + 1));
    link.last[direction] = std::max(link.last[direction], m_agenda.now() + delay);
    m_agenda.in(link.last[direction] - m_agenda.now(), [this, id, direction, frame] {
        const auto at = m_links.find(id);
        if (at == m_links.end() || at->second.isBroken) {
            ++m_lostCount;
            return;
        }
        const int end = direction == int(Direction::ToHub) ? hubEnd : deviceEnd;
        if (!at->second.isOpen[end]) {
            at->second.held[direction].push_back(frame);  // Not accepted yet.
            return;
        }
        const int station = end == hubEnd ? 0 : at->second.station;
        if (m_host.station(station).isUp()) {
            m_host.station(station).device().receive(id, frame);
            arrived(id, direction, frame);
            m_host.wake(station);
        }
    });
}

void Network::cut(int station, Direction direction, bool isCut)
{
    m_cut[int(direction)][std::size_t(station)] = isCut;
    disturbed();
    if (isCut) {
        return;
    }
    for (auto &[id, link] : m_links) {
        if (link.station == station && link.isOpen[direction == Direction::ToHub ? hubEnd : deviceEnd]) {
            for (const auto &frame : std::exchange(link.held[int(direction)], {})) {
                carry(id, int(direction), frame, SimTime(m_random.below(20)));
            }
        }
    }
}

void Network::breakLink(int station, Break how)
{
    disturbed();
    std::vector<Device::LinkId> ids;
    for (auto &[id, link] : m_links) {
        if (link.station == station && !link.isBroken) {
            link.isBroken = true;
            ids.push_back(id);
        }
    }
    for (const auto id : ids) {
        const int first = m_random.chance(50) ? hubEnd : deviceEnd;
        if (how != Break::Silent) {
            m_agenda.in(SimTime(m_random.below(30)), [this, id, first] { close(id, first); });
        }
        if (how == Break::Seen) {
            m_agenda.in(SimTime(m_random.below(200)), [this, id, first] { close(id, 1 - first); });
        }
    }
}

void Network::stationDied(int station, bool isSeen)
{
    disturbed();
    std::vector<Device::LinkId> gone;
    for (auto &[id, link] : m_links) {
        if (station != 0 && link.station != station) {
            continue;
        }
        link.isBroken = true;
        link.isOpen[station == 0 ? hubEnd : deviceEnd] = false;
        gone.push_back(id);
    }
    for (const auto id : gone) {
        const int other = station == 0 ? deviceEnd : hubEnd;
        if (isSeen) {
            m_agenda.in(SimTime(m_random.below(100)), [this, id, other] { close(id, other); });
        }
        if (const auto found = m_links.find(id); !found->second.isOpen[0] && !found->second.isOpen[1]) {
            m_links.erase(found);
        }
    }
}

void Network::settle(int station)
{
    for (const auto &[id, why] : m_host.station(station).device().closingLinks()) {
        m_host.trace(QStringLiteral("device %1 ends link %2: %3").arg(station).arg(id).arg(why));
        if (!isExpectedEnd(why)) {
            m_host.violate(QStringLiteral("a link of honest devices ended: ") + why);
        }
        const int end = endOf(station);
        if (const auto found = m_links.find(id); found != m_links.end()) {
            const bool isCutOff = isCut(found->second.station);
            // Its goodbye arrives, then the end of the stream, unless the way is cut.
            m_agenda.in(m_delayMax + 30, [this, id, end, isCutOff] {
                if (const auto link = m_links.find(id); link != m_links.end()) {
                    link->second.isBroken = true;
                    if (!isCutOff) {
                        close(id, 1 - end);
                    }
                }
            });
        }
        close(id, end);
    }
}

bool Network::isLinked(int station) const
{
    return std::ranges::count_if(m_links, [&](const auto &entry) {
               const Link &link = entry.second;
               return link.station == station && !link.isBroken && link.isOpen[0] && link.isOpen[1];
           }) == 1;
}

void Network::heal()
{
    for (int station = 0; station < int(m_cut[0].size()); ++station) {
        cut(station, Direction::ToHub, false);
        cut(station, Direction::FromHub, false);
    }
}

}  // namespace muster::sim
