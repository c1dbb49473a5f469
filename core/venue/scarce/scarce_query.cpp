#include "core/venue/scarce/scarce_query.h"

#include "core/authority/epochs.h"
#include "core/venue/day/day_query.h"
#include "core/venue/devices/devices.h"
#include "core/venue/door/door.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queues.h"
#include "core/venue/queues/wait_estimate.h"
#include "core/venue/scarce/clashes.h"
#include "core/venue/units/units.h"

namespace muster::scarce_query {
namespace {

using queues::Phase;

/// Seconds of the last @p step of a service, the latest first.
std::vector<qint64> secondsOf(State &state, const QString &service, queues::Step step, WallTime now)
{
    std::vector<qint64> seconds;
    auto &rows = state.statement("SELECT took FROM ticket_step WHERE came_from = ? AND step = ? AND time >= ?"
                                 " AND took IS NOT NULL ORDER BY time DESC, op LIMIT ?");
    bindAll(rows, service, int(step), HybridTime::at(now - learnsFrom).value, wait_estimate::learnedMax);
    while (rows.executeStep()) {
        seconds.push_back(rows.getColumn(0).getInt64());
    }
    return seconds;
}

std::optional<int> meanOf(const std::vector<qint64> &seconds)
{
    if (seconds.empty()) {
        return std::nullopt;
    }
    return int(std::accumulate(seconds.begin(), seconds.end(), qint64(0)) / qint64(seconds.size()));
}

struct Counter {
    CounterView view;
    std::vector<queues::Ticket> deck;
};

std::vector<Counter> countersOf(State &state, const EventSetup &setup)
{
    std::vector<Counter> counters;
    for (const auto &station : setup.stations) {
        if (station.services.isEmpty()) {
            continue;
        }
        Counter counter;
        counter.view.station = station.code;
        counter.view.name = station.name;
        counter.view.services = station.services;
        auto &row = state.statement("SELECT open, staff FROM counter_now WHERE counter = ?");
        if (bindAll(row, station.code).executeStep()) {
            counter.view.isOpen = row.getColumn(0).getInt() != 0;
            counter.view.staff = textOf(row.getColumn(1));
        }
        const auto at = queues::atCounter(state, station.code);
        if (!at.empty()) {
            counter.view.number = at.front().number;
            counter.view.phase = toString(at.front().phase);
            counter.view.since = at.front().since.wall();
        }
        counter.deck = deckAt(state, station.code);
        counter.view.onDeck = int(counter.deck.size());
        counters.push_back(std::move(counter));
    }
    return counters;
}

QueueView queueOf(State &state, const Service &service, const std::vector<Counter> &counters, WallTime now)
{
    const auto count = [&](Phase phase) { return queues::countInPhase(state, service.code, phase); };
    QueueView view;
    view.service = service.code;
    view.name = service.name;
    view.zone = service.zone;
    view.waiting = count(service.batchSize > 0 ? Phase::Ready : Phase::Waiting);
    view.notIn = service.batchSize > 0 ? count(Phase::Waiting) + count(Phase::Batched) : 0;
    view.called = count(Phase::Called);
    view.serving = count(Phase::Serving);
    view.held = count(Phase::Held);
    view.parked = count(Phase::Parked);
    view.missed = count(Phase::Missed);
    for (const auto &counter : counters) {
        if (counter.view.services.contains(service.code)) {
            view.counters.push_back(counter.view);
            view.onDeck += int(std::ranges::count(counter.deck, service.code, &queues::Ticket::service));
            view.openCounters += counter.view.isOpen ? 1 : 0;
        }
    }
    const auto served = secondsOf(state, service.code, queues::Step::Finish, now);
    view.serviceSeconds = meanOf(served);
    view.waitedSeconds = meanOf(secondsOf(state, service.code, queues::Step::Called, now));
    view.estimateSeconds = wait_estimate::waitSeconds(
        view.waiting + view.notIn, wait_estimate::serviceSeconds(service.expectedSeconds, served), view.openCounters);
    return view;
}

Words stationName(const EventSetup &setup, const QString &code)
{
    const auto *station = findByCode(setup.stations, code);
    return station == nullptr ? Words{} : station->name;
}

/// As staff call it: the number, the prize, the unit.
QString subjectOf(State &state, const clashes::Clash &clash)
{
    if (clash.rule == QLatin1String("called_twice")) {
        const auto id = RequestId::fromHex(clash.subject);
        const auto ticket = id ? queues::find(state, *id) : std::nullopt;
        return ticket ? ticket->number : clash.subject;
    }
    if (clash.rule == prizes::settledTwiceRule()) {
        const auto id = OperationHash::fromHex(clash.subject);
        const auto given = id ? prizes::find(state, *id) : std::nullopt;
        return given ? given->prize : clash.subject;
    }
    return clash.rule == prizes::givenTwiceRule() ? clash.subject.section(QLatin1Char('/'), 0, -2) : clash.subject;
}

/// When the stock at @p desk came down to the limit that it is @p below now: so many gifts ago, or when stock was last
/// placed, moved or counted.
HybridTime ranLowAt(State &state, const QString &prize, const QString &desk, int below)
{
    auto &row = state.statement("SELECT max(coalesce((SELECT time FROM prize_given WHERE prize = ?1 AND station = ?2"
                                " AND cancelled = 0 ORDER BY time DESC LIMIT 1 OFFSET ?3), 0),"
                                " coalesce((SELECT max(time) FROM stock_log WHERE prize = ?1), 0))");
    bindAll(row, prize, desk, below).executeStep();
    return {quint64(row.getColumn(0).getInt64())};
}

}  // namespace

std::vector<queues::Ticket> deckAt(State &state, const QString &station)
{
    const auto epoch = epochs::current(state);
    std::vector<RequestId> held;
    for (const auto &device : devices::all(state)) {
        if (device.station != station || (epoch && epoch->hub == device.id)) {
            continue;  // The hub's account is everybody's pool.
        }
        auto &rows = state.statement("SELECT resource FROM account INDEXED BY account_held WHERE holder > ?1 || '/'"
                                     " AND holder < ?1 || '0' AND balance > 0 AND resource > 'ticket/'"
                                     " AND resource < 'ticket0'");
        bindAll(rows, device.id.toHex());
        while (rows.executeStep()) {
            if (const auto id = RequestId::fromHex(textOf(rows.getColumn(0)).section(QLatin1Char('/'), 1))) {
                held.push_back(*id);
            }
        }
    }
    std::vector<queues::Ticket> deck;
    for (const auto &id : held) {
        auto ticket = queues::find(state, id);
        if (ticket && (ticket->phase == Phase::Waiting || ticket->phase == Phase::Ready)) {
            deck.push_back(std::move(*ticket));
        }
    }
    std::ranges::sort(deck, {}, [](const queues::Ticket &ticket) { return std::tie(ticket.rank, ticket.id); });
    return deck;
}

std::vector<QueueView> queuesOf(State &state, const EventSetup &setup, WallTime now)
{
    std::vector<QueueView> views;
    if (setup.services.empty()) {
        return views;
    }
    const auto counters = countersOf(state, setup);
    for (const auto &service : setup.services) {
        views.push_back(queueOf(state, service, counters, now));
    }
    return views;
}

std::vector<SeriesView> seriesOf(State &state, const EventSetup &setup, WallTime now)
{
    Q_UNUSED(now);
    std::vector<SeriesView> views;
    for (const auto &series : setup.series) {
        SeriesView view{series.code, series.name, queues::issuedCount(state, series.code), {}, series.numberMax};
        // The latest of each device, and the latest of those: no index has them all by time.
        auto &row = state.statement(
            "WITH RECURSIVE author(id) AS (SELECT min(origin) FROM ticket WHERE series = ?1 UNION ALL"
            " SELECT (SELECT min(origin) FROM ticket WHERE series = ?1 AND origin > author.id) FROM author"
            " WHERE author.id IS NOT NULL)"
            " SELECT t.number FROM author CROSS JOIN ticket t INDEXED BY ticket_origin ON t.series = ?1"
            " AND t.origin = author.id AND t.time = (SELECT max(time) FROM ticket WHERE series = ?1"
            " AND origin = author.id) ORDER BY t.time DESC, t.op DESC LIMIT 1");
        if (bindAll(row, series.code).executeStep()) {
            view.lastNumber = textOf(row.getColumn(0));
        }
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<PrizeView> prizesOf(State &state, const EventSetup &setup, WallTime now)
{
    Q_UNUSED(now);
    const auto devices = devices::all(state);
    std::vector<PrizeView> views;
    for (const auto &prize : setup.prizes) {
        PrizeView view{
            prize.code, prize.name, prizes::givenCount(state, prize.code), prizes::handedCount(state, prize.code),
            0,          {}};
        view.open = view.given - view.handed;
        std::map<QString, int> left;
        auto &rows = state.statement("SELECT holder, balance FROM account WHERE resource = ?"
                                     " AND holder NOT IN ('mint', 'used')"
                                     " AND holder NOT IN (SELECT holder FROM set_aside)");
        bindAll(rows, prizes::stockResource(prize.code));
        while (rows.executeStep()) {
            const auto id = DeviceId::fromHex(textOf(rows.getColumn(0)).section(QLatin1Char('/'), 0, 0));
            const auto device =
                std::ranges::find_if(devices, [&](const devices::Device &known) { return id && known.id == *id; });
            left[device == devices.end() ? QString() : device->station] += rows.getColumn(1).getInt();
        }
        for (const auto &[desk, count] : left) {
            const bool isLow = !desk.isEmpty() && prize.lowStock && count <= *prize.lowStock;
            view.stocks.push_back(
                {desk, count,
                 isLow ? std::optional(ranLowAt(state, prize.code, desk, *prize.lowStock - count)) : std::nullopt});
        }
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<UnitView> unitsOf(State &state, const EventSetup &setup, WallTime now)
{
    std::vector<UnitView> views;
    if (setup.units.empty()) {
        return views;
    }
    std::map<QString, units::Unit> touched;
    for (auto &unit : units::touched(state)) {
        touched.emplace(unit.code, std::move(unit));
    }
    for (const auto &planned : setup.units) {
        UnitView view{planned.code, planned.name, planned.building, planned.floor, toString(units::Phase::Free), {},
                      std::nullopt, false,        planned.desk};
        if (const auto found = touched.find(planned.code); found != touched.end()) {
            const auto &unit = found->second;
            view.phase = toString(unit.phase);
            view.until = unit.until;
            view.isExpired = unit.phase == units::Phase::Held && unit.until && *unit.until < now;
            view.desk = unit.station;
            if (unit.guest) {
                view.guest = viewOf(state, setup, *unit.guest);
            }
        }
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<ConflictView> conflictsOf(State &state, const EventSetup &setup, int countMax)
{
    std::vector<ConflictView> views;
    for (const auto &clash : clashes::list(state, countMax)) {
        ConflictView view;
        view.id = clash.id;
        view.rule = clash.rule;
        view.subject = subjectOf(state, clash);
        if (clash.guest) {
            view.guest = viewOf(state, setup, *clash.guest);
        }
        for (const auto &rival : clash.rivals) {
            view.rivals.push_back({rival.operation, rival.origin, rival.station, stationName(setup, rival.station),
                                   day_query::staffName(setup, rival.actor), rival.time.wall(), rival.isProvisional,
                                   false});
        }
        view.isOpen = clash.isOpen;
        view.decidedBy = clash.judgedBy;
        view.reason = clash.reason;
        view.decision = clash.decision;
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace muster::scarce_query
