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

/// Links between the hub and the devices: ordered within a link like TCP, delayed, held up by partitions in either
/// direction, cut at any moment with what is under way lost, seen as broken by both ends, by one, or by none.
class Network {
public:
    enum class Direction { ToHub = 0, FromHub = 1 };
    /// How a link ends.
    enum class Break { Seen, HalfOpen, Silent };

    struct Host {
        std::function<Station &(int)> station;
        std::function<void(int)> wake;  ///< A frame or a link came: flush soon.
        std::function<void(const QString &)> trace;
        std::function<void(const QString &)> violate;
        std::function<void(int station, const VersionVector &heads)> acknowledged;  ///< By @p station, as durable.
    };

    Network(Agenda &agenda, test::SeededRandom &random, int stationCount, Host host, const Plant &plant);

    /// The device's end tries to link to the hub, now and again and again.
    void keepLinked(int station);
    void send(int station, Device::LinkId link, const QByteArray &frame);
    void cut(int station, Direction direction, bool isCut);
    [[nodiscard]] bool isCut(int station) const
    {
        return m_cut[0][std::size_t(station)] || m_cut[1][std::size_t(station)];
    }
    void breakLink(int station, Break how);
    /// The process of @p station is gone; its links are gone with it.
    void stationDied(int station, bool isSeen);
    /// Closes what the sessions want closed.
    void settle(int station);
    /// True since when this device and the hub have had one whole link.
    [[nodiscard]] bool isLinked(int station) const;
    [[nodiscard]] SimTime quietSince() const { return m_quietSince; }
    void disturbed() { m_quietSince = m_agenda.now(); }
    void heal();
    void setDelays(SimTime delayMax) { m_delayMax = delayMax; }
    [[nodiscard]] quint64 frameCount() const { return m_frameCount; }
    [[nodiscard]] quint64 lostCount() const { return m_lostCount; }

private:
    struct Link {
        int station = 0;
        bool isOpen[2] = {false, false};  ///< As the hub's end and the device's end see it.
        bool isBroken = false;            ///< Carries nothing any more.
        SimTime last[2] = {0, 0};         ///< Nothing overtakes.
        std::deque<QByteArray> held[2];
    };
    [[nodiscard]] int endOf(int station) const { return station == 0 ? 0 : 1; }
    void dial(int station, int life);
    void open(Device::LinkId id, int end);
    void close(Device::LinkId id, int end);
    /// What a planted bug makes of a frame of @p station; nothing: it is not carried on (by this way).
    [[nodiscard]] std::optional<QByteArray> tamper(int station, Device::LinkId id, const QByteArray &frame);
    void arrived(Device::LinkId id, int direction, const QByteArray &frame);
    void carry(Device::LinkId id, int direction, const QByteArray &frame, SimTime extra);

    Agenda &m_agenda;
    test::SeededRandom &m_random;
    Host m_host;
    std::map<Device::LinkId, Link> m_links;
    std::vector<bool> m_cut[2];
    Device::LinkId m_next = 1;
    SimTime m_delayMax = 3;
    SimTime m_quietSince = 0;
    const Plant &m_plant;
    quint64 m_frameCount = 0;
    quint64 m_lostCount = 0;
};

}  // namespace muster::sim
