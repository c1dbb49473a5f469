// Goal: a ticket outlives the counter that had it and the guest who is late: its turn is neither lost nor taken twice.
// Method: a hub, a kiosk and two counters on real journals; counters close or are given up, guests do not come.
#include "core/venue/scarce/clashes.h"
#include "tests/venue/queue_hall.h"

using namespace muster;
using namespace muster::test;

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
        CHECK(hall.ticket(first, numbers[0]).phase == queues::Phase::Missed);
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
        CHECK(hall.ticket(0, numbers[3]).phase == queues::Phase::Waiting);
    }
    THEN("the roll says who came; the late follow the plan's rule")
    {
        const auto here = hall.actOf(queues::Roll{numbers[0], true});
        CHECK(hall.act(0, here, false).number == numbers[0]);
        CHECK(hall.act(0, here, false).number == numbers[0]);
        CHECK(hall.act(0, queues::Roll{numbers[1], false}, false).outcome == Outcome::Done);
        CHECK(hall.ticket(0, numbers[0]).phase == queues::Phase::Ready);
        CHECK(hall.ticket(0, numbers[1]).phase == queues::Phase::Missed);
        CHECK(hall.act(0, queues::Roll{numbers[1], true}, false).why == q("no_ticket"));
        CHECK(hall.act(0, queues::CallBatch{q("consult"), 0, 0}, false).subjects == numbers.mid(3));
    }
    THEN("only the hub calls a batch, and only of a service that works in batches")
    {
        CHECK(hall.act(first, queues::CallBatch{q("consult"), 0, 0}, false).outcome == Outcome::NotNow);
        CHECK(hall.act(0, queues::CallBatch{q("cashier"), 0, 0}, false).why == q("no_batch"));
    }
}
