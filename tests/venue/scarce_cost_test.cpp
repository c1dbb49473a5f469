// Goal: a look at the day costs no more at its end than at its beginning.
// Method: a whole day's numbers, grants and units are folded in memory; the best of several looks is timed, so that
// other work on the machine does not count.
#include "core/journal/body.h"
#include "core/venue/day/day_query.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queues.h"
#include "core/venue/units/units.h"
#include "tests/support/catch.h"
#include "tests/support/seeded_random.h"

#include <QElapsedTimer>

using namespace muster;
using namespace muster::test;

namespace {

constexpr int ticketCount = 50'000;
constexpr int grantCount = 20'000;
constexpr int unitCount = 360;
constexpr int deviceCount = 40;
constexpr WallTime noon{std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + std::chrono::hours(12)};

QString q(const char *text) { return QString::fromLatin1(text); }

class LongDay {
public:
    LongDay()
        : m_database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), m_state(m_database), m_venue({}, {})
    {
        m_venue.createTables(m_state);
    }
    State &state() { return m_state; }

    OperationHash apply(const QString &kind, const QCborMap &body, const RequestId &request)
    {
        ++m_number;
        Operation operation;
        operation.kind = kind;
        operation.origin.bytes.fill(quint8(m_number % deviceCount));
        operation.sequence = Sequence{m_number};
        operation.time = {HybridTime::at(noon).value + m_number};
        operation.request = request;
        operation.body = QCborValue(body).toCbor();
        operation.hash = operationHashOf(operation.encode());
        REQUIRE(m_venue.apply(m_state, operation).kind == Folded::Kind::Applied);
        return operation.hash;
    }
    void settle() { m_venue.settle(m_state); }

private:
    SQLite::Database m_database;
    State m_state;
    Venue m_venue;
    quint64 m_number = 0;
};

EventSetup longPlan()
{
    EventSetup plan;
    Service service;
    service.code = q("consult");
    plan.services = {service};
    Series series;
    series.code = q("a");
    series.prefix = q("A");
    plan.series = {series};
    for (int i = 0; i < deviceCount; ++i) {
        Station station;
        station.code = QString::number(i);
        station.services = {q("consult")};
        plan.stations.push_back(station);
    }
    for (int i = 0; i < 10; ++i) {
        Prize prize;
        prize.code = QString::number(i);
        plan.prizes.push_back(prize);
    }
    for (int i = 0; i < unitCount; ++i) {
        SaleUnit unit;
        unit.code = QString::number(i);
        plan.units.push_back(unit);
    }
    return plan;
}

/// Half of the numbers were finished, the others wait.
void addTickets(LongDay &day, SeededRandom &random)
{
    for (int i = 0; i < ticketCount; ++i) {
        const auto ticket = RequestId::make(random);
        const auto hub = QString(32, u'a') + q("/1");
        const auto issue =
            day.apply(queues::issuedKind(),
                      {{key("number"), q("A%1").arg(i)},
                       {key("series"), q("a")},
                       {key("service"), q("consult")},
                       {key("post"), ledger::encode({{queues::ticketResource(ticket), ledger::mint(), hub, 1, {}}})}},
                      ticket);
        if (i % 2 == 0) {
            day.apply(queues::steppedKind(),
                      {{key("ticket"), ticket.toBytes()},
                       {key("previous"), issue.toBytes()},
                       {key("version"), 1},
                       {key("step"), int(queues::Step::Finish)},
                       {key("phase"), int(queues::Phase::Done)},
                       {key("from"), q("consult")},
                       {key("took_s"), 300},
                       {key("rank"), i}},
                      {});
        }
    }
}

void addGrantsAndUnits(LongDay &day, SeededRandom &random)
{
    for (int i = 0; i < grantCount; ++i) {
        const auto grant = day.apply(q("prize.granted"),
                                     {{key("prize"), QString::number(i % 10)},
                                      {key("guest"), GuestId::make(random).toBytes()},
                                      {key("limit"), 1},
                                      {key("by_right"), true}},
                                     RequestId::make(random));
        if (i % 1'000 != 0) {
            day.apply(q("prize.ended"), {{key("given"), grant.toBytes()}, {key("how"), 0}}, {});
        }
    }
    for (int i = 0; i < unitCount; ++i) {
        day.apply(q("unit.stepped"),
                  {{key("unit"), QString::number(i)},
                   {key("previous"), OperationHash{}.toBytes()},
                   {key("version"), 1},
                   {key("step"), int(units::Step::Hold)},
                   {key("phase"), int(units::Phase::Held)},
                   {key("guest"), GuestId::make(random).toBytes()},
                   {key("until"), toMsecs(noon + std::chrono::hours(1))}},
                  RequestId::make(random));
    }
    day.settle();
}

}  // namespace

TEST_CASE("the day is read quickly after fifty thousand numbers", "[venue][cost]")
{
    constexpr qint64 mostMsecs = 50;
    LongDay day;
    SeededRandom random(2026);
    addTickets(day, random);
    addGrantsAndUnits(day, random);
    const auto plan = longPlan();
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 10; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto view = day_query::read(day.state(), plan, noon + std::chrono::minutes(1));
        best = std::min(best, timer.nsecsElapsed() / 1'000);
        REQUIRE(view.queues.at(0).waiting == ticketCount / 2);
        REQUIRE(view.series.at(0).issued == ticketCount);
        REQUIRE(view.prizes.at(0).given == grantCount / 10);
    }
    INFO(best << " microseconds");
    CHECK(best / 1'000 < mostMsecs);
}
