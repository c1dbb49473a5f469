// Goal: what screens and scripts read of numbers, prizes and units is what happened, and says what is wrong.
// Method: a hub and three devices on real journals; figures, boards and alerts are read after each act, and operations
// that no device of ours writes are put in by hand for verify to find.
#include "core/venue/day/alert_kinds.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/queues/queue_board.h"
#include "core/venue/scarce/clashes.h"
#include "core/venue/units/units.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

QString q(const char *text) { return QString::fromLatin1(text); }

constexpr int firstDesk = 1;
constexpr int secondDesk = 2;

/// Two desks that call numbers, give gifts and sell flats.
EventSetup dayPlan()
{
    auto plan = Hall::samplePlan();
    Series series;
    series.code = q("a");
    series.prefix = q("A");
    series.service = q("consult");
    plan.series = {series};
    Service consult;
    consult.code = q("consult");
    consult.zone = q("A");
    consult.expectedSeconds = 300;
    plan.services = {consult};
    Prize gift;
    gift.code = q("gift");
    gift.name = {q("gift"), q("gift")};
    gift.lowStock = 2;
    plan.prizes = {gift};
    plan.stocks = {{q("gift@gate-1"), q("gift"), q("gate-1"), 3}};
    SaleUnit unit;
    unit.code = q("1-101");
    plan.units = {unit, {q("1-102"), {}, {}, {}, {}, 0, {}}};
    for (int i = 0; i < 3; ++i) {
        Station station;
        station.code = q("gate-%1").arg(i);
        station.role = q("counter");
        station.services = i == 0 ? QStringList() : QStringList{q("consult")};
        plan.stations.push_back(station);
    }
    return plan;
}

struct ViewHall : Hall {
    ViewHall() : Hall(3, dayPlan())
    {
        invite(q("a"));
        invite(q("b"));
        syncAll();
        settleRights();
    }
    QString issue(int device, bool isConnected = true)
    {
        queues::Issue command;
        command.series = q("a");
        const auto answer = act(device, command, isConnected);
        REQUIRE(answer.outcome == Outcome::Done);
        clock().advance(1s);
        return answer.number;
    }
    Answer call(int device, bool isConnected = true)
    {
        auto answer = act(device, queues::Call{}, isConnected);
        syncAll();
        return answer;
    }
    Answer step(int device, const QString &number, queues::Step step)
    {
        queues::Advance command;
        command.ticket = number;
        command.step = step;
        auto answer = act(device, command, false);
        syncAll();
        return answer;
    }
    queue_board::Board board(int device)
    {
        queue_board::Board found;
        REQUIRE(at(device).journal->read(
            [&](State &state) { found = queue_board::boardOf(state, at(device).venue.setup(state)); }));
        return found;
    }
    bool hasAlert(const char *kind)
    {
        const auto alerts = day(0).alerts;
        return std::ranges::any_of(alerts, [&](const AlertView &alert) { return alert.kind == q(kind); });
    }
};

}  // namespace

SCENARIO("a queue shows who waits, who is called where, and how long it takes", "[venue][views]")
{
    ViewHall hall;
    REQUIRE(hall.act(firstDesk, queues::SetCounter{}, false).outcome == Outcome::Done);
    const auto first = hall.issue(firstDesk);
    const auto second = hall.issue(firstDesk);
    hall.syncAll();
    auto queue = hall.day(0).queues.at(0);
    CHECK(queue.waiting == 2);
    CHECK(queue.openCounters == 1);
    CHECK(queue.estimateSeconds == 600);
    CHECK_FALSE(queue.serviceSeconds);
    CHECK(hall.day(0).series.at(0).issued == 2);
    CHECK(hall.day(0).series.at(0).lastNumber == second);
    WHEN("the first is called, comes, and is served")
    {
        REQUIRE(hall.call(firstDesk).number == first);
        auto board = hall.board(secondDesk);
        REQUIRE(board.nowServing.size() == 1);
        CHECK(board.nowServing[0].number == first);
        CHECK(board.nowServing[0].counter == q("gate-1"));
        CHECK_FALSE(board.nowServing[0].isRecall);
        CHECK(board.lastOfSeries.value(q("a")) == first);
        const auto call = board.nowServing[0].step;
        hall.clock().advance(5s);
        hall.step(firstDesk, first, queues::Step::Recall);
        board = hall.board(secondDesk);
        CHECK(board.nowServing[0].isRecall);
        CHECK(board.nowServing[0].step != call);
        hall.step(firstDesk, first, queues::Step::Arrive);
        CHECK(hall.board(secondDesk).nowServing[0].isArrived);
        CHECK(hall.day(0).queues[0].serving == 1);
        CHECK(hall.day(0).queues[0].counters[0].number == first);
        hall.clock().advance(600s);
        hall.step(firstDesk, first, queues::Step::Finish);
        THEN("the estimate has learned")
        {
            queue = hall.day(0).queues[0];
            CHECK(queue.waiting == 1);
            CHECK(queue.serving == 0);
            CHECK(queue.serviceSeconds == 600);
            CHECK(queue.estimateSeconds == 350);
            CHECK(hall.board(secondDesk).nowServing.empty());
            CHECK(hall.faults(0).isEmpty());
        }
    }
    WHEN("the counter holds a number beforehand")
    {
        hall.settleRights();
        THEN("it is on deck, there and on the board")
        {
            CHECK(hall.day(0).queues[0].onDeck == 1);
            CHECK(hall.board(secondDesk).onDeck == QStringList{first});
        }
    }
}

SCENARIO("prizes show what was given and what is left, and ask for what hangs", "[venue][views]")
{
    ViewHall hall;
    REQUIRE(hall.signIn(0, q("C-a"), true).outcome == Outcome::Admitted);
    hall.syncAll();
    auto prize = hall.day(0).prizes.at(0);
    REQUIRE(prize.stocks.size() == 1);
    CHECK(prize.stocks[0].desk == q("gate-1"));
    CHECK(prize.stocks[0].left == 3);
    CHECK_FALSE(prize.stocks[0].lowSince);
    const auto granted = hall.act(firstDesk, prizes::Redeem{q("gift"), "C-a", {}}, true);
    REQUIRE(granted.outcome == Outcome::Granted);
    hall.syncAll();
    prize = hall.day(0).prizes[0];
    CHECK(prize.given == 1);
    CHECK(prize.open == 1);
    CHECK(prize.stocks[0].left == 2);
    CHECK(prize.stocks[0].lowSince);
    CHECK(hall.hasAlert("low_stock"));
    CHECK_FALSE(hall.hasAlert("prize_open"));
    WHEN("nobody sees to the low stock for as long as its kind may wait, while more is given")
    {
        const std::chrono::seconds patience(alert_kinds::find(q("low_stock"))->escalateSeconds);
        hall.clock().advance(patience / 2);
        REQUIRE(hall.signIn(0, q("C-b"), true).outcome == Outcome::Admitted);
        hall.syncAll();
        REQUIRE(hall.act(firstDesk, prizes::Redeem{q("gift"), "C-b", {}}, true).outcome == Outcome::Granted);
        hall.syncAll();
        hall.clock().advance(patience / 2);
        const auto alerts = hall.day(0).alerts;
        const auto low = std::ranges::find(alerts, q("low_stock"), &AlertView::kind);
        REQUIRE(low != alerts.end());
        THEN("it is urgent, counted from when the stock ran low")
        {
            CHECK(low->isEscalated);
            CHECK(hall.clock().wall() - low->since >= patience);
        }
    }
    WHEN("somebody takes the low stock in hand")
    {
        const auto alerts = hall.day(0).alerts;
        const auto low = std::ranges::find(alerts, q("low_stock"), &AlertView::kind);
        REQUIRE(low != alerts.end());
        CHECK(low->station == q("gate-1"));
        REQUIRE(hall.decide(0, AcknowledgeAlert{low->id, 0}).outcome == Outcome::Done);
        CHECK_FALSE(hall.hasAlert("low_stock"));
        prizes::AdjustStock recount;
        recount.prize = q("gift");
        recount.count = 1;
        recount.reason = q("counted");
        REQUIRE(hall.act(firstDesk, recount, false).outcome == Outcome::Done);
        hall.syncAll();
        THEN("it comes up again when the stock was counted and is still low") { CHECK(hall.hasAlert("low_stock")); }
    }
    WHEN("nobody hands it over in time")
    {
        hall.clock().advance(11min);
        CHECK(hall.hasAlert("prize_open"));
        prizes::HandOver over;
        over.grant = *granted.operation;
        REQUIRE(hall.act(firstDesk, over, false).outcome == Outcome::Done);
        hall.syncAll();
        THEN("it asks no more once somebody did")
        {
            CHECK_FALSE(hall.hasAlert("prize_open"));
            CHECK(hall.day(0).prizes[0].handed == 1);
            CHECK(hall.day(0).prizes[0].open == 0);
            CHECK(hall.faults(0).isEmpty());
        }
    }
    WHEN("it is cancelled")
    {
        REQUIRE(hall.act(firstDesk, prizes::Cancel{*granted.operation, q("wrong")}, false).outcome == Outcome::Done);
        hall.syncAll();
        THEN("nothing was given")
        {
            CHECK(hall.day(0).prizes[0].given == 0);
            CHECK(hall.faults(0).isEmpty());
        }
    }
}

SCENARIO("units show who has them, and a hold that is over asks", "[venue][views]")
{
    ViewHall hall;
    units::Advance hold;
    hold.unit = q("1-101");
    hold.payload = "C-a";
    REQUIRE(hall.act(firstDesk, hold, true).outcome == Outcome::Done);
    hall.syncAll();
    auto unit = hall.day(0).units.at(0);
    CHECK(unit.phase == q("held"));
    REQUIRE(unit.guest);
    CHECK(unit.guest->id == hall.guest(q("a")));
    CHECK_FALSE(unit.isExpired);
    CHECK(hall.day(0).units.at(1).phase == q("free"));
    hall.clock().advance(16min);
    CHECK(hall.day(0).units[0].isExpired);
    CHECK(hall.hasAlert("unit_expired"));
    hold.step = units::Step::Subscribe;
    REQUIRE(hall.act(firstDesk, hold, false).outcome == Outcome::Done);
    hall.syncAll();
    CHECK_FALSE(hall.hasAlert("unit_expired"));
    CHECK(hall.day(0).units[0].phase == q("subscribed"));
    CHECK(hall.faults(0).isEmpty());
}

SCENARIO("what must not be is named: a number twice as a conflict, the impossible by verify", "[venue][views]")
{
    ViewHall hall;
    const auto number = hall.issue(firstDesk);
    hall.syncAll();
    GIVEN("a copied device that gives the same number once more")
    {
        SeededRandom random(7);
        Draft again;
        again.kind = queues::issuedKind();
        again.request = RequestId::make(random);
        again.body = {{QStringLiteral("number"), number},
                      {QStringLiteral("series"), q("a")},
                      {QStringLiteral("service"), q("consult")}};
        hall.write(secondDesk, again);
        hall.syncAll();
        const auto day = hall.day(0);
        REQUIRE(day.conflicts.size() == 1);
        CHECK(day.conflicts[0].rule == q("number_twice"));
        CHECK(day.conflicts[0].subject == number);
        CHECK_FALSE(day.conflicts[0].guest);
        CHECK(hall.hasAlert("conflict"));
        CHECK(hall.faults(0).isEmpty());
    }
    GIVEN("a device that finishes what nobody called")
    {
        std::optional<queues::Ticket> ticket;
        REQUIRE(hall.at(0).journal->read([&](State &state) { ticket = queues::withNumber(state, number); }));
        Draft step;
        step.kind = queues::steppedKind();
        step.body = {{QStringLiteral("ticket"), ticket->id.toBytes()},
                     {QStringLiteral("previous"), ticket->last.toBytes()},
                     {QStringLiteral("version"), 1},
                     {QStringLiteral("step"), int(queues::Step::Finish)},
                     {QStringLiteral("phase"), int(queues::Phase::Done)},
                     {QStringLiteral("rank"), 0}};
        hall.write(secondDesk, step);
        hall.syncAll();
        const auto faults = hall.faults(0);
        REQUIRE(faults.size() == 1);
        CHECK(faults[0].contains(number));
        CHECK(faults[0].contains(q("finish")));
    }
}
