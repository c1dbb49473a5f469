// Goal: numbers are unique, each guest is called to one counter, and every ticket gets through its journey.
// Method: a hub, a kiosk and two counters on real journals; hands carry operations only when a test says so.
#include "core/venue/clashes.h"
#include "core/venue/queues.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using queues::Phase;
using queues::Step;

namespace {

QString q(const char *text) { return QString::fromLatin1(text); }

/// Consulting, then the cashier; buyers and VIPs with numbers of one series.
EventSetup queuePlan()
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
    consult.next = q("cashier");
    consult.onDeck = 2;
    Service cashier;
    cashier.code = q("cashier");
    cashier.zone = q("H");
    cashier.onDeck = 0;
    plan.services = {consult, cashier};
    plan.priorities = {{q("vip"), {}, 2, {q("vip")}}};
    for (int i = 0; i < 4; ++i) {
        Station station;
        station.code = q("gate-%1").arg(i);
        station.role = q("counter");
        station.services = i == 1   ? QStringList()
                           : i == 0 ? QStringList{q("cashier")}
                                    : QStringList{q("consult"), q("cashier")};
        plan.stations.push_back(station);
    }
    return plan;
}

constexpr int kiosk = 1;
constexpr int first = 2;
constexpr int second = 3;

struct QueueHall : Hall {
    explicit QueueHall(EventSetup plan = queuePlan()) : Hall(4, std::move(plan))
    {
        syncAll();
        settleRights();
    }
    QString issue(bool isConnected, const QString &guest = {}, int at = kiosk)
    {
        queues::Issue command;
        command.series = q("a");
        command.payload = guest.toUtf8();
        const auto answer = act(at, command, isConnected);
        REQUIRE(answer.outcome == Outcome::Done);
        if (isConnected) {
            sync(at, 0);
        }
        clock().advance(std::chrono::seconds(1));
        return answer.number;
    }
    Answer call(int counter, bool isConnected, const QString &number = {})
    {
        const auto answer = act(counter, queues::Call{{}, number}, isConnected);
        if (isConnected) {
            sync(counter, 0);
        }
        clock().advance(std::chrono::seconds(1));
        return answer;
    }
    Answer advance(int counter, const QString &number, Step step)
    {
        queues::Advance command;
        command.ticket = number;
        command.step = step;
        return act(counter, command, false);
    }
    void open(int counter) { REQUIRE(act(counter, queues::SetCounter{}, false).outcome == Outcome::Done); }
    queues::Ticket ticket(int device, const QString &number)
    {
        std::optional<queues::Ticket> found;
        REQUIRE(at(device).journal->read([&](State &state) { found = queues::withNumber(state, number); }));
        REQUIRE(found);
        return *found;
    }
};

}  // namespace

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

SCENARIO("a device fails to store what the hub granted, and tries again later", "[venue][queues]")
{
    QueueHall hall;
    GIVEN("a number, and the device's own numbers are given out meanwhile")
    {
        queues::Issue command;
        command.series = q("a");
        const auto act = hall.actOf(command);
        REQUIRE(hall.rule(kiosk, act).grant);
        std::set<QString> numbers;
        for (int i = 0; i < 5; ++i) {
            CHECK(numbers.insert(hall.issue(false)).second);
        }
        THEN("it is another number") { CHECK(numbers.insert(hall.act(kiosk, act, true).number).second); }
    }
    GIVEN("a call, and the ticket has gone to another counter's deck meanwhile")
    {
        const auto number = hall.issue(true);
        const auto act = hall.actOf(queues::Call{});
        REQUIRE(hall.rule(first, act).grant);
        hall.settleRights();
        hall.open(second);
        hall.settleRights();
        CHECK(hall.act(first, act, true).outcome == Outcome::Refused);
        THEN("that counter alone calls it") { CHECK(hall.call(second, false).number == number); }
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
    CHECK(hall.ticket(first, number).phase == Phase::Waiting);
    hall.settleRights();
    const auto next = hall.call(second, true);
    CHECK(next.number == number);
    CHECK(hall.advance(second, number, Step::Finish).outcome == Outcome::Done);
    CHECK(hall.ticket(second, number).phase == Phase::Done);
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

SCENARIO("tickets of a counter that was declared lost are called first", "[venue][queues]")
{
    QueueHall hall;
    const auto lost = hall.issue(true);
    const auto other = hall.issue(true);
    hall.open(first);
    CHECK(hall.call(first, true).number == lost);
    hall.sync(first, 0);
    hall.unlinked = {first};
    CHECK(hall.decide(0, DeclareLost{hall.at(first).journal->device(), {}, q("the tablet is broken")}).outcome ==
          Outcome::Done);
    hall.settleRights();
    CHECK(hall.call(second, true).number == lost);
    CHECK(hall.call(second, true).number == other);
    hall.syncAll();
    CHECK(hall.isEqual());
    CHECK(hall.faults(0).isEmpty());
}

SCENARIO("both counters that called a ticket, one after the other, are declared lost", "[venue][queues]")
{
    QueueHall hall;
    const auto number = hall.issue(true);
    for (const int counter : {first, second}) {
        hall.open(counter);
        CHECK(hall.call(counter, true).number == number);
        hall.sync(counter, 0);
        hall.unlinked.insert(counter);
        CHECK(hall.decide(0, DeclareLost{hall.at(counter).journal->device(), {}, q("the tablet is broken")}).outcome ==
              Outcome::Done);
        hall.settleRights();
    }
    CHECK(hall.faults(0).isEmpty());  // One right to call it, beside those that are lost.
}

SCENARIO("guests of a counter that was declared lost keep the order in which they waited", "[venue][queues]")
{
    QueueHall hall;
    QStringList numbers;
    for (int i = 0; i < 8; ++i) {
        numbers << hall.issue(true);
    }
    hall.open(first);
    for (int i = 0; i < 6; ++i) {
        CHECK(hall.call(first, true).number == numbers.at(i));
    }
    hall.unlinked = {first};
    CHECK(hall.decide(0, DeclareLost{hall.at(first).journal->device(), {}, q("the tablet is broken")}).outcome ==
          Outcome::Done);
    hall.settleRights();
    for (const auto &number : numbers) {
        CHECK(hall.call(second, true).number == number);
    }
}

SCENARIO("a counter that was declared lost is at work after all", "[venue][queues]")
{
    QueueHall hall;
    hall.open(first);
    hall.syncAll();
    hall.settleRights();
    hall.unlinked = {first};
    CHECK(hall.decide(0, DeclareLost{hall.at(first).journal->device(), {}, q("nobody answers")}).outcome ==
          Outcome::Done);
    hall.unlinked.clear();
    const auto number = hall.issue(true);
    hall.settleRights();
    hall.settleRights();
    const auto asked = hall.call(first, true);
    CHECK(asked.outcome == Outcome::NotNow);
    CHECK(asked.why == q("declared_lost"));
    CHECK(hall.call(second, true).number == number);
    hall.syncAll();
    CHECK(hall.faults(0).isEmpty());
    std::size_t steps = 0;
    REQUIRE(hall.at(0).journal->read(
        [&](State &state) { steps = queues::historyOf(state, queues::withNumber(state, number)->id).size(); }));
    CHECK(steps == 1);  // Called, and never put into an account that nobody can use.
}

SCENARIO("who does not come follows the service's rule", "[venue][queues]")
{
    auto plan = queuePlan();
    const auto rule = GENERATE(LateRule::Again, LateRule::Last, LateRule::Lost);
    plan.services.front().lateRule = rule;
    plan.services.front().lateAfter = 1;
    QueueHall hall(plan);
    QStringList numbers;
    for (int i = 0; i < 4; ++i) {
        numbers << hall.issue(true);
    }
    CHECK(hall.call(first, true).number == numbers[0]);
    CHECK(hall.advance(first, numbers[0], Step::NoShow).outcome == Outcome::Done);
    hall.settleRights();
    QStringList order;
    for (int i = 0; i < 4; ++i) {
        const auto answer = hall.call(first, true);
        if (answer.outcome == Outcome::Done) {
            order << answer.number;
        }
    }
    switch (rule) {
    case LateRule::Again: CHECK(order == QStringList{numbers[1], numbers[0], numbers[2], numbers[3]}); break;
    case LateRule::Last: CHECK(order == QStringList{numbers[1], numbers[2], numbers[3], numbers[0]}); break;
    case LateRule::Lost:
        CHECK(order == QStringList{numbers[1], numbers[2], numbers[3]});
        CHECK(hall.ticket(first, numbers[0]).phase == Phase::Missed);
        CHECK(hall.call(first, false, numbers[0]).number == numbers[0]);  // By number, when they come at last.
        break;
    }
}

SCENARIO("a closed counter gives its tickets back", "[venue][queues]")
{
    QueueHall hall;
    const auto number = hall.issue(true);
    hall.open(first);
    hall.settleRights();
    CHECK(hall.act(first, queues::SetCounter{{}, false}, false).outcome == Outcome::Done);
    hall.settleRights();
    CHECK(hall.call(second, true).number == number);
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

SCENARIO("the next households move together", "[venue][queues]")
{
    auto plan = queuePlan();
    plan.services.front().batchSize = 3;
    plan.services.front().lateRule = LateRule::Lost;
    QueueHall hall(plan);
    QStringList numbers;
    for (int i = 0; i < 5; ++i) {
        numbers << hall.issue(true);
    }
    hall.settleRights();
    const auto batch = hall.actOf(queues::CallBatch{q("consult"), 0, 0});
    const auto called = hall.act(0, batch, false);
    CHECK(called.subjects == numbers.first(3));
    hall.syncAll();
    THEN("the same act, sent again, names the same households and calls no more")
    {
        const auto again = hall.act(0, batch, false);
        CHECK(again.outcome == Outcome::Done);
        CHECK(again.subjects == called.subjects);
        CHECK(hall.ticket(0, numbers[3]).phase == Phase::Waiting);
    }
    THEN("the roll says who came; the late follow the plan's rule")
    {
        const auto here = hall.actOf(queues::Roll{numbers[0], true});
        CHECK(hall.act(0, here, false).number == numbers[0]);
        CHECK(hall.act(0, here, false).number == numbers[0]);
        CHECK(hall.act(0, queues::Roll{numbers[1], false}, false).outcome == Outcome::Done);
        CHECK(hall.ticket(0, numbers[0]).phase == Phase::Ready);
        CHECK(hall.ticket(0, numbers[1]).phase == Phase::Missed);
        CHECK(hall.act(0, queues::Roll{numbers[1], true}, false).why == q("no_ticket"));
        CHECK(hall.act(0, queues::CallBatch{q("consult"), 0, 0}, false).subjects == numbers.mid(3));
    }
    THEN("only the hub calls a batch, and only of a service that works in batches")
    {
        CHECK(hall.act(first, queues::CallBatch{q("consult"), 0, 0}, false).outcome == Outcome::NotNow);
        CHECK(hall.act(0, queues::CallBatch{q("cashier"), 0, 0}, false).why == q("no_batch"));
    }
}
