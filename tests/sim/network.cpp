#include "tests/sim/network.h"

namespace muster::sim {
namespace {

constexpr int listenerEnd = 0;
constexpr int diallerEnd = 1;

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
    m_sides.assign(std::size_t(stationCount), 0);
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
    const auto peers = m_host.peersOf(station);
    hangUp(station, peers);
    for (const int peer : peers) {
        dialOne(station, peer);
    }
    m_agenda.in(500, [this, station, life] { dial(station, life); });
}

void Network::dialOne(int station, int peer)
{
    const auto isDialled = [&](const auto &entry) {
        const Link &link = entry.second;
        return link.stations[diallerEnd] == station && link.stations[listenerEnd] == peer && link.isOpen[diallerEnd];
    };
    auto &notBefore = m_notBefore[{station, peer}];
    if (std::ranges::any_of(m_links, isDialled) || m_agenda.now() < notBefore) {
        return;
    }
    if (isCut(station, peer) || isCut(peer, station) || !m_host.station(peer).isUp()) {
        notBefore = m_agenda.now() + SimTime(m_random.below(3'000));
        return;
    }
    const auto id = m_next++;
    m_links[id].stations[listenerEnd] = peer;
    m_links[id].stations[diallerEnd] = station;
    m_host.trace(QStringLiteral("link %1 of device %2 to device %3").arg(id).arg(station).arg(peer));
    // Either end may hear of it first, and the listener's may still hold an older one.
    const int peerLife = m_host.station(peer).life();
    m_agenda.in(SimTime(m_random.below(5)), [this, id, peer, peerLife] {
        if (m_host.station(peer).isUp() && m_host.station(peer).life() == peerLife) {
            open(id, listenerEnd);
        }
    });
    open(id, diallerEnd);
}

/// Links that @p station dialled and wants no more: another device is the hub.
void Network::hangUp(int station, const std::vector<int> &peers)
{
    std::vector<Device::LinkId> over;
    for (auto &[id, link] : m_links) {
        const bool isUnwanted = link.stations[diallerEnd] == station && link.isOpen[diallerEnd] &&
                                std::ranges::find(peers, link.stations[listenerEnd]) == peers.end();
        if (isUnwanted) {
            link.isBroken = true;
            over.push_back(id);
        }
    }
    for (const auto id : over) {
        m_agenda.in(SimTime(m_random.below(100)), [this, id] { close(id, listenerEnd); });
        close(id, diallerEnd);
    }
}

void Network::open(Device::LinkId id, int end)
{
    const auto found = m_links.find(id);
    if (found == m_links.end() || found->second.isBroken) {
        return;
    }
    found->second.isOpen[end] = true;
    const int station = found->second.stations[end];
    m_host.station(station).device().linkOpened(id, m_host.station(found->second.stations[1 - end]).id());
    m_host.wake(station);
    auto waiting = std::exchange(found->second.held[end], {});
    for (const auto &frame : waiting) {
        carry(id, end, frame, 0);
    }
}

void Network::close(Device::LinkId id, int end)
{
    const auto found = m_links.find(id);
    if (found == m_links.end() || !found->second.isOpen[end]) {
        return;
    }
    found->second.isOpen[end] = false;
    const int station = found->second.stations[end];
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
    carry(id, 1 - found->second.endOf(station), *sent, 0);
}

std::optional<QByteArray> Network::tamper(int station, Device::LinkId id, const QByteArray &frame)
{
    const int end = 1 - m_links.at(id).endOf(station);
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
        m_agenda.in(20, [this, id, end, frame] { carry(id, end, frame, 0); });
        return std::nullopt;
    }
    carry(id, end, frame, 0);
    return frame;
}

/// Planted: what arrives is acknowledged before anybody has stored it.
void Network::arrived(Device::LinkId id, int end, const QByteArray &frame)
{
    if (m_plant.link != Plant::Link::EarlyAcknowledgement) {
        return;
    }
    const auto known = frames::decode(frame);
    const auto *operations = known ? std::get_if<frames::Operations>(&*known) : nullptr;
    if (operations == nullptr) {
        return;
    }
    frames::Acknowledged early{operations->number, {}};
    for (const auto &bytes : operations->batches) {
        const auto last = Operation::decode(Batch::decode(bytes)->operations.back());
        early.heads.heads[{last->origin, last->incarnation}] = {{last->sequence, last->hash}};
    }
    m_host.acknowledged(m_links.at(id).stations[end], early.heads);
    carry(id, 1 - end, frames::encode(early), 0);
}

void Network::carry(Device::LinkId id, int end, const QByteArray &frame, SimTime extra)
{
    const auto found = m_links.find(id);
    if (found == m_links.end() || found->second.isBroken) {
        return;
    }
    auto &link = found->second;
    if (isCut(link.stations[1 - end], link.stations[end])) {
        link.held[end].push_back(frame);  // TCP tries again until it comes through.
        return;
    }
    const SimTime delay = extra + SimTime(m_random.below(quint64(m_delayMax) + 1));
    link.last[end] = std::max(link.last[end], m_agenda.now() + delay);
    m_agenda.in(link.last[end] - m_agenda.now(), [this, id, end, frame] {
        const auto at = m_links.find(id);
        if (at == m_links.end() || at->second.isBroken) {
            ++m_lostCount;
            return;
        }
        if (!at->second.isOpen[end]) {
            at->second.held[end].push_back(frame);  // Not accepted yet.
            return;
        }
        const int station = at->second.stations[end];
        if (m_host.station(station).isUp()) {
            m_host.station(station).device().receive(id, frame);
            arrived(id, end, frame);
            m_host.wake(station);
        }
    });
}

bool Network::isCut(int from, int to) const
{
    return m_cut[int(Direction::Out)][std::size_t(from)] || m_cut[int(Direction::In)][std::size_t(to)] ||
           m_sides[std::size_t(from)] != m_sides[std::size_t(to)];
}

void Network::cut(int station, Direction direction, bool isCut)
{
    m_cut[int(direction)][std::size_t(station)] = isCut;
    disturbed();
    release();
}

void Network::split(std::vector<int> sides)
{
    m_sides = std::move(sides);
    disturbed();
    release();
}

void Network::release()
{
    for (auto &[id, link] : m_links) {
        for (const int end : {listenerEnd, diallerEnd}) {
            if (link.isOpen[end] && !isCut(link.stations[1 - end], link.stations[end])) {
                for (const auto &frame : std::exchange(link.held[end], {})) {
                    carry(id, end, frame, SimTime(m_random.below(20)));
                }
            }
        }
    }
}

void Network::breakLink(int station, Break how)
{
    disturbed();
    std::vector<Device::LinkId> ids;
    for (auto &[id, link] : m_links) {
        if (link.isOf(station) && !link.isBroken) {
            link.isBroken = true;
            ids.push_back(id);
        }
    }
    for (const auto id : ids) {
        const int first = m_random.chance(50) ? listenerEnd : diallerEnd;
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
    std::vector<std::pair<Device::LinkId, int>> gone;
    for (auto &[id, link] : m_links) {
        if (link.isOf(station)) {
            const int end = link.endOf(station);
            link.isBroken = true;
            link.isOpen[end] = false;
            gone.emplace_back(id, 1 - end);
        }
    }
    for (const auto &[id, other] : gone) {
        if (isSeen) {
            m_agenda.in(SimTime(m_random.below(100)), [this, id = id, other = other] { close(id, other); });
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
        const auto found = m_links.find(id);
        if (found == m_links.end()) {
            continue;
        }
        const int end = found->second.endOf(station);
        const bool isCutOff = isCut(station, found->second.stations[1 - end]);
        // Its goodbye arrives, then the end of the stream, unless the way is cut.
        m_agenda.in(m_delayMax + 30, [this, id = id, end, isCutOff] {
            if (const auto link = m_links.find(id); link != m_links.end()) {
                link->second.isBroken = true;
                if (!isCutOff) {
                    close(id, 1 - end);
                }
            }
        });
        close(id, end);
    }
}

bool Network::isLinked(int a, int b) const
{
    return std::ranges::count_if(m_links, [&](const auto &entry) {
               const Link &link = entry.second;
               return link.isOf(a) && link.isOf(b) && !link.isBroken && link.isOpen[0] && link.isOpen[1];
           }) == 1;
}

bool Network::hasCome(int station, int peer) const
{
    return std::ranges::any_of(m_links, [&](const auto &entry) {
        const Link &link = entry.second;
        return link.stations[listenerEnd] == station && link.stations[diallerEnd] == peer && link.isOpen[listenerEnd];
    });
}

void Network::heal()
{
    m_sides.assign(m_sides.size(), 0);
    for (auto &cut : m_cut) {
        cut.assign(cut.size(), false);
    }
    disturbed();
    release();
}

}  // namespace muster::sim
