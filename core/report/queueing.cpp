// How long guests waited for a counter, and how long they were served.
#include "core/report/parts.h"
#include "core/venue/queues/queues.h"

namespace muster::report {
namespace {

using queues::Step;

/// What happened at one counter, or in one service.
struct Work {
    qint64 entered = 0;
    qint64 called = 0;
    qint64 finished = 0;
    qint64 noShows = 0;
    qint64 cancelled = 0;
    qint64 transferred = 0;
    Durations waits;
    Durations served;
    std::set<qint64> batches;
};

struct Queueing {
    std::map<QString, Work> services;
    std::map<std::pair<QString, QString>, Work> counters;  ///< By service and station.
    Work all;
    qint64 issued = 0;
    qint64 provisional = 0;
    qint64 steps = 0;
};

/// One step of one ticket, as far as it is needed here.
struct Move {
    Step step = Step::Called;
    QString from;
    QString to;
    QString counter;
    std::optional<qint64> until;
    qint64 at = 0;  ///< Milliseconds since 1970.
};

/// One ticket on its way through its services.
class Journey {
public:
    Journey(Queueing &found, const QString &service, qint64 issuedAt) : m_found(&found) { enter(service, issuedAt); }

    void take(const Move &move)
    {
        ++m_found->steps;
        switch (move.step) {
        case Step::Called: call(move); break;
        case Step::Arrive: arrive(move); break;
        case Step::Hold: pause(move.at); break;
        case Step::Resume: resume(move.at); break;
        case Step::Batched: serviceOf(move).batches.insert(move.until.value_or(0)); break;
        case Step::NoShow: count(move, &Work::noShows); break;
        case Step::Cancel: count(move, &Work::cancelled); break;
        case Step::Transfer:
            count(move, &Work::transferred);
            leave(move);
            break;
        case Step::Finish:
            count(move, &Work::finished);
            leave(move);
            break;
        case Step::Recall:
        case Step::Park:
        case Step::Rescued: break;
        }
        if (move.step == Step::NoShow || move.step == Step::Park || move.step == Step::Cancel) {
            endService();
        }
    }

private:
    Work &serviceOf(const Move &move) { return m_found->services[move.from]; }
    Work &counterOf(const Move &move) { return m_found->counters[{move.from, m_counter}]; }

    void count(const Move &move, qint64 Work::*what)
    {
        ++(serviceOf(move).*what);
        ++(m_found->all.*what);
        if (!m_counter.isEmpty()) {
            ++(counterOf(move).*what);
        }
    }

    void enter(const QString &service, qint64 at)
    {
        ++m_found->services[service].entered;
        m_enteredAt = at;
        m_isCalled = false;
    }

    void call(const Move &move)
    {
        m_counter = move.counter;
        count(move, &Work::called);
        m_servedFrom = move.at;
        m_served = 0;
        if (std::exchange(m_isCalled, true)) {
            return;  // Once more: the wait was over when they were called first.
        }
        const auto waited = std::max<qint64>(move.at - m_enteredAt, 0) / 1'000;
        serviceOf(move).waits.add(waited);
        counterOf(move).waits.add(waited);
        m_found->all.waits.add(waited);
    }

    void arrive(const Move &move)
    {
        if (m_servedFrom) {
            m_servedFrom = move.at;
        }
    }

    void pause(qint64 at)
    {
        if (m_servedFrom) {
            m_served += std::max<qint64>(at - *m_servedFrom, 0);
            m_servedFrom.reset();
            m_isPaused = true;
        }
    }

    void resume(qint64 at)
    {
        if (std::exchange(m_isPaused, false)) {
            m_servedFrom = at;
        }
    }

    void leave(const Move &move)
    {
        pause(move.at);
        if (!m_counter.isEmpty()) {
            const auto seconds = m_served / 1'000;
            serviceOf(move).served.add(seconds);
            counterOf(move).served.add(seconds);
            m_found->all.served.add(seconds);
        }
        endService();
        if (!move.to.isEmpty() && move.to != move.from) {
            enter(move.to, move.at);
        }
    }

    void endService()
    {
        m_counter.clear();
        m_servedFrom.reset();
        m_served = 0;
        m_isPaused = false;
    }

    Queueing *m_found;
    qint64 m_enteredAt = 0;
    bool m_isCalled = false;
    bool m_isPaused = false;
    QString m_counter;  ///< That has it now.
    std::optional<qint64> m_servedFrom;
    qint64 m_served = 0;  ///< Milliseconds before the last interruption.
};

Queueing read(Reading &reading)
{
    Queueing found;
    auto &rows = reading.state.statement(
        "SELECT t.id, t.series, t.time >> 16, t.provisional, s.step, s.came_from, s.service, s.counter, s.until,"
        " s.time >> 16, s.phase FROM ticket t LEFT JOIN ticket_step s ON s.ticket = t.id WHERE t.time > ?"
        " ORDER BY t.time, t.id, s.version, s.time, s.op");
    bindAll(rows, reading.begin.value);
    std::optional<RequestId> ticket;
    std::optional<Journey> journey;
    while (rows.executeStep()) {
        if (const auto id = idOf<RequestId>(rows.getColumn(0)); ticket != id) {
            ticket = id;
            ++found.issued;
            found.provisional += rows.getColumn(3).getInt();
            const auto *series = findByCode(reading.setup.series, textOf(rows.getColumn(1)));
            const bool isMoved = !rows.getColumn(4).isNull();
            const auto service = isMoved ? textOf(rows.getColumn(5)) : series != nullptr ? series->service : QString();
            journey.emplace(found, service, rows.getColumn(2).getInt64());
        }
        if (rows.getColumn(4).isNull()) {
            continue;
        }
        const bool isOver = queues::isOver(queues::Phase(rows.getColumn(10).getInt()));
        journey->take({Step(rows.getColumn(4).getInt()), textOf(rows.getColumn(5)),
                       isOver ? QString() : textOf(rows.getColumn(6)), textOf(rows.getColumn(7)),
                       rows.getColumn(8).isNull() ? std::nullopt : std::optional<qint64>(rows.getColumn(8).getInt64()),
                       rows.getColumn(9).getInt64()});
    }
    return found;
}

std::vector<Column> workColumns()
{
    return {{k("called"), words(u"叫号", u"Called")},
            {k("finished"), words(u"办结", u"Finished")},
            {k("no_shows"), words(u"过号", u"No-shows")},
            {k("transferred"), words(u"转接", u"Transferred")},
            {k("wait_median"), words(u"候叫中位", u"Wait, median"), Unit::Seconds},
            {k("wait_p90"), words(u"候叫 90%", u"Wait, 90 %"), Unit::Seconds},
            {k("wait_max"), words(u"候叫最长", u"Wait, longest"), Unit::Seconds},
            {k("service_median"), words(u"办理中位", u"Service, median"), Unit::Seconds},
            {k("service_p90"), words(u"办理 90%", u"Service, 90 %"), Unit::Seconds},
            {k("service_max"), words(u"办理最长", u"Service, longest"), Unit::Seconds}};
}

void addWork(const Work &work, Row &row)
{
    row.cells.insert(row.cells.end(),
                     {work.called, work.finished, work.noShows, work.transferred, work.waits.median(), work.waits.p90(),
                      work.waits.most(), work.served.median(), work.served.p90(), work.served.most()});
}

Words howLong()
{
    return words(u"候叫：取号（或转入本环节）到首次叫号；办理：到柜（未确认到达则叫号）到办结或转接，挂起的时间不计",
                 u"Waits: from the number (or from being sent on) to the first call; service: from arrival (else the "
                 u"call) to its end or a transfer, without interruptions");
}

Table serviceTable(const Reading &reading, const Queueing &found)
{
    Table table;
    table.key = k("services");
    table.name = words(u"各环节候叫与办理", u"Waits and service by stage");
    table.how = howLong();
    table.facts = found.steps;
    table.columns = {{k("service"), words(u"环节", u"Stage"), Unit::Words},
                     {k("entered"), words(u"进入", u"Entered")},
                     {k("batches"), words(u"批次", u"Batches")}};
    std::ranges::move(workColumns(), std::back_inserter(table.columns));
    for (const auto &service : reading.setup.services) {
        const auto known = found.services.find(service.code);
        const auto &work = known == found.services.end() ? Work() : known->second;
        Row row{service.code, {named(service.name, service.code), work.entered, qint64(work.batches.size())}};
        addWork(work, row);
        table.rows.push_back(std::move(row));
    }
    table.chart = Chart{Chart::Kind::Bars, {k("wait_median"), k("wait_p90")}, {}};
    return table;
}

Table counterTable(const Reading &reading, const Queueing &found)
{
    Table table;
    table.key = k("counters");
    table.name = words(u"各柜台候叫与办理", u"Waits and service by counter");
    table.how = howLong();
    table.facts = found.steps;
    table.columns = {{k("counter"), words(u"柜台", u"Counter"), Unit::Words},
                     {k("service"), words(u"环节", u"Stage"), Unit::Words}};
    std::ranges::move(workColumns(), std::back_inserter(table.columns));
    for (const auto &[place, work] : found.counters) {
        const auto *service = findByCode(reading.setup.services, place.first);
        const auto *station = findByCode(reading.setup.stations, place.second);
        Row row{place.first + QLatin1Char('@') + place.second,
                {named(station != nullptr ? station->name : Words{}, place.second),
                 named(service != nullptr ? service->name : Words{}, place.first)}};
        addWork(work, row);
        table.rows.push_back(std::move(row));
    }
    table.isAppendix = true;
    return table;
}

}  // namespace

Section queueing(Reading &reading)
{
    Section section;
    section.key = k("queues");
    section.name = words(u"排队", u"Queues");
    if (reading.setup.services.empty()) {
        return section;
    }
    const auto found = read(reading);
    const auto &all = found.all;
    section.figures = {figure("numbers", words(u"取号", u"Numbers given"), found.issued, found.issued,
                              words(u"发出的排队号", u"Queue numbers given out")),
                       figure("served", words(u"办结", u"Stages finished"), all.finished, found.steps,
                              words(u"各环节办结合计", u"Of all stages together")),
                       figure("no_shows", words(u"过号", u"No-shows"), all.noShows, all.called,
                              words(u"叫号或叫批后未到", u"Called, alone or in a batch, and did not come")),
                       figure("wait_median", words(u"候叫中位", u"Wait, median"), all.waits.median(), all.waits.count(),
                              howLong(), Unit::Seconds),
                       figure("wait_p90", words(u"九成候叫不超过", u"Nine in ten waited at most"), all.waits.p90(),
                              all.waits.count(), howLong(), Unit::Seconds),
                       figure("wait_max", words(u"最长候叫", u"Longest wait"), all.waits.most(), all.waits.count(),
                              howLong(), Unit::Seconds),
                       figure("service_median", words(u"办理中位", u"Service, median"), all.served.median(),
                              all.served.count(), howLong(), Unit::Seconds)};
    section.tables = {serviceTable(reading, found), counterTable(reading, found)};
    const auto reset =
        words(u"清零后取号按设备时钟划分", u"Which numbers came after the reset is told by the devices' clocks");
    if (reading.wasReset()) {
        for (auto &one : section.figures) {
            addDoubt(one.doubt, reset);
        }
        for (auto &table : section.tables) {
            addDoubt(table.doubt, reset);
        }
    }
    return section;
}

}  // namespace muster::report
