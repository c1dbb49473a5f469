#pragma once
#include "tests/sim/station.h"

#include <queue>

namespace muster::sim {

/// What happens when, in one order for ever: by time, then by the order in which it was planned.
class Agenda {
public:
    [[nodiscard]] SimTime now() const { return m_now; }
    [[nodiscard]] const SimTime &clock() const { return m_now; }
    void in(SimTime delay, std::function<void()> what)
    {
        m_events.push({m_now + std::max<SimTime>(delay, 0), ++m_count, std::move(what)});
    }
    /// Lets everything happen that is planned up to @p end.
    void runUntil(SimTime end);

private:
    struct Event {
        SimTime at;
        quint64 order;
        std::function<void()> what;
        bool operator<(const Event &other) const { return std::tie(other.at, other.order) < std::tie(at, order); }
    };
    SimTime m_now = 0;
    quint64 m_count = 0;
    std::priority_queue<Event> m_events;
};

/// Links between devices: ordered within a link like TCP, delayed, held up by partitions in either direction, cut at
/// any moment with what is under way lost, seen as broken by both ends, by one, or by none.
class Network {
public:
    /// The way from a device, the way to it.
    enum class Direction { Out = 0, In = 1 };
    /// How a link ends.
    enum class Break { Seen, HalfOpen, Silent };

    struct Host {
        std::function<Station &(int)> station;
        std::function<std::vector<int>(int)> peersOf;  ///< Whom this station dials.
        std::function<void(int)> wake;                 ///< A frame or a link came: flush soon.
        std::function<void(const QString &)> trace;
        std::function<void(const QString &)> violate;
        std::function<void(int station, const VersionVector &heads)> acknowledged;  ///< By @p station, as durable.
    };

    Network(Agenda &agenda, test::SeededRandom &random, int stationCount, Host host, const Plant &plant);

    /// This device's end tries to link to whom it should be linked to, now and again and again.
    void keepLinked(int station);
    void send(int station, Device::LinkId link, const QByteArray &frame);
    void cut(int station, Direction direction, bool isCut);
    /// Stations of different sides cannot reach each other; all on one side: no split.
    void split(std::vector<int> sides);
    [[nodiscard]] bool isCut(int from, int to) const;
    /// Breaks all links of @p station.
    void breakLink(int station, Break how);
    /// The process of @p station is gone; its links are gone with it.
    void stationDied(int station, bool isSeen);
    /// Closes what the sessions want closed.
    void settle(int station);
    /// True if these two have one whole link.
    [[nodiscard]] bool isLinked(int a, int b) const;
    /// True if @p peer has come to @p station by itself, as far as that knows.
    [[nodiscard]] bool hasCome(int station, int peer) const;
    [[nodiscard]] SimTime quietSince() const { return m_quietSince; }
    void disturbed() { m_quietSince = m_agenda.now(); }
    void heal();
    void setDelays(SimTime delayMax) { m_delayMax = delayMax; }
    [[nodiscard]] quint64 frameCount() const { return m_frameCount; }
    [[nodiscard]] quint64 lostCount() const { return m_lostCount; }

private:
    /// Ends: 0 listens, 1 has dialled. A direction has the number of the end that it leads to.
    struct Link {
        int stations[2] = {0, 0};
        bool isOpen[2] = {false, false};  ///< As its two ends see it.
        bool isBroken = false;            ///< Carries nothing any more.
        SimTime last[2] = {0, 0};         ///< Nothing overtakes.
        std::deque<QByteArray> held[2];

        [[nodiscard]] int endOf(int station) const { return stations[0] == station ? 0 : 1; }
        [[nodiscard]] bool isOf(int station) const { return stations[0] == station || stations[1] == station; }
    };
    void dial(int station, int life);
    void dialOne(int station, int peer);
    void hangUp(int station, const std::vector<int> &peers);
    void open(Device::LinkId id, int end);
    void close(Device::LinkId id, int end);
    /// What a planted bug makes of a frame of @p station; nothing: it is not carried on (by this way).
    [[nodiscard]] std::optional<QByteArray> tamper(int station, Device::LinkId id, const QByteArray &frame);
    void arrived(Device::LinkId id, int end, const QByteArray &frame);
    void carry(Device::LinkId id, int end, const QByteArray &frame, SimTime extra);
    /// What partitions held up goes on where the way is open again.
    void release();

    Agenda &m_agenda;
    test::SeededRandom &m_random;
    Host m_host;
    std::map<Device::LinkId, Link> m_links;
    std::map<std::pair<int, int>, SimTime> m_notBefore;  ///< When a station dials a peer again that it did not reach.
    std::vector<bool> m_cut[2];
    std::vector<int> m_sides;
    Device::LinkId m_next = 1;
    SimTime m_delayMax = 3;
    SimTime m_quietSince = 0;
    const Plant &m_plant;
    quint64 m_frameCount = 0;
    quint64 m_lostCount = 0;
};

}  // namespace muster::sim
