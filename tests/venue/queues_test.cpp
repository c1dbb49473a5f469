// Goal: numbers are unique, each guest is called to one counter, and every ticket gets through its journey.
// Method: a hub, a kiosk and two counters on real journals; hands carry operations only when a test says so.
#include "core/venue/scarce/clashes.h"
#include "tests/venue/queue_hall.h"

using namespace muster;
using namespace muster::test;

SCENARIO("numbers follow each other while the hub answers, and stay unique when it does not", "[venue][queues]")
{
    QueueHall hall;
    CHECK(hall.issue(true) == q("A001"));
    CHECK(hall.issue(true) == q("A002"));
    WHEN("the kiosk is cut off")
    {
        hall.unlinked = {kiosk};
        std::set<QString> numbers{q("A001"), q("A002")};
        for (int i = 0; i < 30; ++i) {
            CHECK(numbers.insert(hall.issue(false)).second);
        }
        THEN("another kiosk's numbers are different ones, and all devices agree")
        {
            hall.unlinked.clear();
            for (int i = 0; i < 5; ++i) {
                CHECK(numbers.insert(hall.issue(true, {}, first)).second);
            }
            hall.syncAll();
            hall.settleRights();
            hall.syncAll();
            CHECK(hall.isEqual());
            CHECK(hall.faults(0).isEmpty());
        }
    }
}

SCENARIO("a guest has one number of a series", "[venue][queues]")
{
    QueueHall hall;
    hall.invite(q("one"));
    hall.syncAll();
    const auto number = hall.issue(true, q("C-one"));
    queues::Issue again;
    again.series = q("a");
    again.payload = "C-one";
    const auto answer = hall.act(kiosk, again, true);
    CHECK(answer.outcome == Outcome::Refused);
    CHECK(answer.why == q("has_number"));
    CHECK(answer.number == number);
}

SCENARIO("a guest asks for a number at two devices, and neither hears of the other", "[venue][queues]")
{
    QueueHall hall;
    hall.invite(q("one"));
    hall.syncAll();
    queues::Issue command;
    command.series = q("a");
    command.payload = "C-one";
    const auto granted = hall.act(kiosk, command, true);
    CHECK(granted.outcome == Outcome::Done);  // And the hub has not heard yet that it was told.
    const auto elsewhere = hall.act(first, command, true);
    CHECK(elsewhere.outcome == Outcome::Refused);
    CHECK(elsewhere.why == q("on_its_way"));
    WHEN("the first device is lost before it said so")
    {
        hall.unlinked = {kiosk};
        REQUIRE(hall.decide(0, DeclareLost{hall.at(kiosk).journal->device(), {}, q("it burnt")}).outcome ==
                Outcome::Done);
        THEN("they get a number elsewhere") { CHECK(hall.act(first, command, true).outcome == Outcome::Done); }
    }
}

SCENARIO("the same act of taking a number is one number", "[venue][queues]")
{
    QueueHall hall;
    queues::Issue command;
    command.series = q("a");
    const auto act = hall.actOf(command);
    const auto number = hall.act(kiosk, act, true).number;
    CHECK(hall.act(kiosk, act, true).number == number);
    CHECK(hall.act(kiosk, act, false).number == number);
}

SCENARIO("no guest is called to two counters, linked or cut off", "[venue][queues]")
{
    QueueHall hall;
    for (int i = 0; i < 8; ++i) {
        std::ignore = hall.issue(true);
    }
    hall.open(first);
    hall.open(second);
    hall.settleRights();
    GIVEN("both counters are cut off")
    {
        hall.unlinked = {first, second};
        std::set<QString> called;
        for (int i = 0; i < 2; ++i) {
            for (const int counter : {first, second}) {
                const auto answer = hall.call(counter, false);
                REQUIRE(answer.outcome == Outcome::Done);
                CHECK(answer.isProvisional);
                CHECK(called.insert(answer.number).second);
            }
        }
        THEN("each calls what was on its deck, and no more")
        {
            CHECK(hall.call(first, false).outcome == Outcome::NothingOnDeck);
            CHECK(called.size() == 4);
            AND_THEN("after the cut the rest is called once, and no conflict is left")
            {
                hall.unlinked.clear();
                hall.syncAll();
                hall.settleRights();
                for (int i = 0; i < 4; ++i) {
                    const auto answer = hall.call(i % 2 == 0 ? first : second, true);
                    REQUIRE(answer.outcome == Outcome::Done);
                    CHECK(called.insert(answer.number).second);
                }
                CHECK(hall.call(first, true).outcome == Outcome::NothingWaiting);
                hall.syncAll();
                CHECK(hall.isEqual());
                CHECK(hall.faults(0).isEmpty());
            }
        }
    }
}

SCENARIO("a ticket keeps its number through its journey", "[venue][queues]")
{
    QueueHall hall;
    const auto number = hall.issue(true);
    hall.open(first);
    CHECK(hall.call(first, true).number == number);
    CHECK(hall.advance(first, number, Step::Arrive).outcome == Outcome::Done);
    CHECK(hall.advance(first, number, Step::Finish).outcome == Outcome::Done);
    CHECK(hall.ticket(first, number).service == q("cashier"));
    CHECK(hall.ticket(first, number).phase == queues::Phase::Waiting);
    hall.settleRights();
    const auto next = hall.call(second, true);
    CHECK(next.number == number);
    CHECK(hall.advance(second, number, Step::Finish).outcome == Outcome::Done);
    CHECK(hall.ticket(second, number).phase == queues::Phase::Done);
    hall.syncAll();
    CHECK(hall.isEqual());
}

SCENARIO("a number that is passed on waits where it was passed to", "[venue][queues]")
{
    auto plan = queuePlan();
    plan.staff = {{q("amy"), {}, {}, {}, {q("consultant")}, {}}};
    QueueHall hall(plan);
    hall.open(first);
    hall.open(second);
    const auto number = hall.issue(true);
    REQUIRE(hall.call(first, true).number == number);
    queues::Advance transfer;
    transfer.ticket = number;
    transfer.step = Step::Transfer;
    GIVEN("it goes to another counter")
    {
        transfer.counter = q("gate-3");
        CHECK(hall.act(first, transfer, false).number == number);
        hall.settleRights();
        THEN("that counter calls it, and no other")
        {
            CHECK(hall.call(first, true).outcome == Outcome::NothingWaiting);
            CHECK(hall.call(second, true).number == number);
        }
    }
    GIVEN("it goes to a person, who sits elsewhere")
    {
        transfer.person = q("amy");
        CHECK(hall.act(first, transfer, false).number == number);
        hall.settleRights();
        CHECK(hall.call(first, true).outcome == Outcome::NothingWaiting);
        CHECK(hall.act(second, queues::Call{}, true, q("amy")).number == number);
    }
}

SCENARIO("priorities are called in a fair mix", "[venue][queues]")
{
    QueueHall hall;
    for (int i = 0; i < 6; ++i) {
        hall.invite(q("vip-%1").arg(i), q("vip"));
    }
    hall.syncAll();
    QStringList plain;
    for (int i = 0; i < 4; ++i) {
        plain << hall.issue(true);
    }
    for (int i = 0; i < 6; ++i) {
        std::ignore = hall.issue(true, q("C-vip-%1").arg(i));
    }
    QString mix;
    for (int i = 0; i < 10; ++i) {
        const auto answer = hall.call(first, true);
        REQUIRE(answer.outcome == Outcome::Done);
        mix += plain.contains(answer.number) ? QLatin1Char('p') : QLatin1Char('v');
    }
    CHECK(mix == q("vvpvvpvvpp"));
}

SCENARIO("a number comes with the sign-in, once", "[venue][queues]")
{
    auto plan = queuePlan();
    plan.series.front().isAtSignIn = true;
    QueueHall hall(plan);
    hall.invite(q("one"));
    hall.invite(q("two"));
    hall.invite(q("three"));
    hall.syncAll();
    const bool isConnected = GENERATE(true, false);
    const auto first = hall.signIn(kiosk, q("C-one"), isConnected);
    CHECK(first.outcome == Outcome::Admitted);
    CHECK(first.number.startsWith(q("A")));
    CHECK(first.ahead == 0);
    CHECK(hall.signIn(kiosk, q("C-two"), isConnected).ahead == 1);
    const auto again = hall.signIn(kiosk, q("C-one"), isConnected);
    CHECK(again.outcome == Outcome::AlreadyIn);
    CHECK(again.number == first.number);
    CHECK(hall.signOut(kiosk, q("C-one")).outcome == Outcome::CheckedOut);
    CHECK(hall.signIn(kiosk, q("C-one"), isConnected).number == first.number);
    hall.syncAll();
    CHECK(hall.signIn(first.isProvisional ? 0 : second, q("C-three"), true).number != first.number);
    hall.syncAll();
    CHECK(hall.isEqual());
    CHECK(hall.faults(0).isEmpty());
}
