// Goal: a prize is given once, whatever is cut off, and stock is never spent twice.
// Method: a hub and two prize desks on real journals; hands carry operations only when a test says so.
#include "core/venue/devices/devices.h"
#include "core/venue/prizes/prizes.h"
#include "core/venue/scarce/clashes.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;

namespace {

QString q(const char *text) { return QString::fromLatin1(text); }

constexpr int firstDesk = 1;
constexpr int secondDesk = 2;

EventSetup prizePlan(CutOffRule rule, int budget = 0)
{
    auto plan = Hall::samplePlan();
    Prize gift;
    gift.code = q("gift");
    gift.name = {q("gift"), q("gift")};
    gift.cutOff = rule;
    gift.budget = budget;
    plan.prizes = {gift};
    for (int i = 0; i < 3; ++i) {
        Station station;
        station.code = q("gate-%1").arg(i);
        station.role = q("prize");
        plan.stations.push_back(station);
    }
    plan.stocks = {{q("gift@gate-1"), q("gift"), q("gate-1"), 3}, {q("gift@gate-2"), q("gift"), q("gate-2"), 3}};
    return plan;
}

struct PrizeHall : Hall {
    explicit PrizeHall(CutOffRule rule, int budget = 0) : Hall(3, prizePlan(rule, budget))
    {
        for (int i = 0; i < 8; ++i) {
            invite(q("g%1").arg(i));
        }
        syncAll();
        settleRights();
    }
    void letIn(int guest)
    {
        REQUIRE(signIn(0, q("C-g%1").arg(guest), true).outcome == Outcome::Admitted);
        moved = {this->guest(q("g%1").arg(guest))};
        syncAll();
        settleRights();
    }
    Answer redeem(int desk, int guest, bool isConnected)
    {
        prizes::Redeem command;
        command.prize = q("gift");
        command.payload = q("C-g%1").arg(guest).toUtf8();
        auto answer = act(desk, command, isConnected);
        if (isConnected) {
            sync(desk, 0);
        }
        return answer;
    }
    qint64 stock(int desk)
    {
        qint64 left = 0;
        REQUIRE(at(desk).journal->read([&](State &state) {
            left = ledger::balance(state, prizes::stockResource(q("gift")), ledger::holder(at(desk).journal->self()));
        }));
        return left;
    }
    int clashCount(int device)
    {
        int count = 0;
        REQUIRE(at(device).journal->read([&](State &state) { count = clashes::openCount(state); }));
        return count;
    }
};

}  // namespace

SCENARIO("a prize is granted, handed over, and not given again", "[venue][prizes]")
{
    PrizeHall hall(CutOffRule::Refuse);
    CHECK(hall.redeem(firstDesk, 0, true).why == q("not_signed_in"));
    hall.letIn(0);
    CHECK(hall.stock(firstDesk) == 3);
    const auto granted = hall.redeem(firstDesk, 0, true);
    REQUIRE(granted.outcome == Outcome::Granted);
    CHECK(hall.stock(firstDesk) == 2);
    prizes::HandOver handOver;
    handOver.grant = *granted.operation;
    CHECK(hall.act(firstDesk, handOver, false).outcome == Outcome::Done);
    hall.syncAll();
    const auto again = hall.redeem(secondDesk, 0, true);
    CHECK(again.outcome == Outcome::Refused);
    CHECK(again.why == q("already_given"));
    CHECK(hall.act(firstDesk, handOver, false).why == q("over"));
    CHECK(hall.isEqual());
    CHECK(hall.faults(0).isEmpty());
}

SCENARIO("a cancelled grant leaves entitlement and stock as they were", "[venue][prizes]")
{
    PrizeHall hall(CutOffRule::Refuse);
    hall.letIn(0);
    const auto granted = hall.redeem(firstDesk, 0, true);
    REQUIRE(granted.outcome == Outcome::Granted);
    CHECK(hall.act(firstDesk, prizes::Cancel{*granted.operation, {}}, false).why == q("reason"));
    CHECK(hall.act(firstDesk, prizes::Cancel{*granted.operation, q("wrong colour")}, false).outcome == Outcome::Done);
    CHECK(hall.stock(firstDesk) == 3);
    hall.settleRights();
    CHECK(hall.redeem(secondDesk, 0, true).outcome == Outcome::Granted);
    hall.syncAll();
    CHECK(hall.clashCount(0) == 0);
    CHECK(hall.isEqual());
    CHECK(hall.faults(0).isEmpty());
}

SCENARIO("a desk fails to store a grant, and tries again when the entitlement has gone home", "[venue][prizes]")
{
    PrizeHall hall(CutOffRule::Refuse);
    hall.letIn(0);
    prizes::Redeem command;
    command.prize = q("gift");
    command.payload = "C-g0";
    const auto act = hall.actOf(command);
    REQUIRE(hall.rule(firstDesk, act).grant);
    hall.settleRights();
    CHECK(hall.act(firstDesk, act, true).why == q("moved_on"));
    CHECK(hall.act(firstDesk, act, true).outcome == Outcome::Granted);
    hall.syncAll();
    CHECK(hall.faults(0).isEmpty());
}

SCENARIO("desk and coordinator cancel one grant, and neither hears of the other", "[venue][prizes]")
{
    PrizeHall hall(CutOffRule::Refuse);
    hall.letIn(0);
    const auto granted = hall.redeem(firstDesk, 0, true);
    REQUIRE(granted.outcome == Outcome::Granted);
    hall.syncAll();
    for (const int device : {0, firstDesk}) {
        CHECK(hall.act(device, prizes::Cancel{*granted.operation, q("they left")}, false).outcome == Outcome::Done);
    }
    hall.syncAll();
    hall.settleRights();
    CHECK(hall.isEqual());
    CHECK(hall.faults(0).isEmpty());
    CHECK(hall.redeem(secondDesk, 0, true).outcome == Outcome::Granted);
    CHECK(hall.redeem(firstDesk, 0, true).why == q("already_given"));
}

SCENARIO("the coordinator cancels what a desk has set aside", "[venue][prizes]")
{
    PrizeHall hall(CutOffRule::Refuse);
    hall.letIn(0);
    const auto granted = hall.redeem(firstDesk, 0, true);
    REQUIRE(granted.outcome == Outcome::Granted);
    hall.syncAll();
    const auto cancel = [&] { return hall.act(0, prizes::Cancel{*granted.operation, q("they left")}, false); };
    prizes::HandOver handOver;
    handOver.grant = *granted.operation;
    GIVEN("the desk hears of it")
    {
        const auto wanted = cancel();
        CHECK(wanted.outcome == Outcome::Done);
        CHECK(wanted.why == q("wanted"));
        CHECK(hall.redeem(secondDesk, 0, true).why == q("already_given"));
        hall.settleRights();
        THEN("it cancels: piece and entitlement are free again")
        {
            CHECK(hall.stock(firstDesk) == 3);
            CHECK(hall.act(firstDesk, handOver, false).why == q("over"));
            CHECK(hall.redeem(secondDesk, 0, true).outcome == Outcome::Granted);
        }
    }
    GIVEN("the desk hands it over at that moment")
    {
        CHECK(cancel().outcome == Outcome::Done);
        CHECK(hall.act(firstDesk, handOver, false).outcome == Outcome::Done);
        hall.syncAll();
        hall.settleRights();
        THEN("the guest has it, once")
        {
            CHECK(hall.redeem(secondDesk, 0, true).why == q("already_given"));
            CHECK(hall.redeem(firstDesk, 0, true).why == q("already_given"));
            CHECK(hall.clashCount(0) == 0);
        }
    }
    GIVEN("the desk is gone for good")
    {
        hall.unlinked = {firstDesk};
        CHECK(cancel().why == q("wanted"));
        hall.settleRights();
        CHECK(hall.redeem(secondDesk, 0, true).why == q("already_given"));
        DeclareLost lost;
        lost.device = hall.at(firstDesk).journal->device();
        lost.reason = q("fell into the fountain");
        CHECK(hall.decide(0, lost).outcome == Outcome::Done);
        hall.settleRights();
        CHECK(hall.redeem(secondDesk, 0, true).outcome == Outcome::Granted);
    }
    hall.unlinked.clear();
    hall.syncAll();
    CHECK(hall.isEqual());
    CHECK(hall.faults(0).isEmpty());
}

SCENARIO("one grant is handed over at two devices, and neither hears of the other", "[venue][prizes]")
{
    PrizeHall hall(CutOffRule::Refuse);
    hall.letIn(0);
    const auto granted = hall.redeem(firstDesk, 0, true);
    REQUIRE(granted.outcome == Outcome::Granted);
    hall.syncAll();
    prizes::HandOver handOver;
    handOver.grant = *granted.operation;
    CHECK(hall.act(0, handOver, false).outcome == Outcome::Done);
    SECTION("as both say") { CHECK(hall.act(firstDesk, handOver, false).outcome == Outcome::Done); }
    SECTION("or the desk has cancelled it meanwhile")
    {
        CHECK(hall.act(firstDesk, prizes::Cancel{*granted.operation, q("they left")}, false).outcome == Outcome::Done);
    }
    hall.syncAll();
    for (int i = 0; i < hall.count(); ++i) {
        std::vector<clashes::Clash> all;
        REQUIRE(hall.at(i).journal->read([&](State &state) { all = clashes::list(state, 9); }));
        REQUIRE(all.size() == 1);
        CHECK(all.front().rule == prizes::settledTwiceRule());
        CHECK(all.front().guest == hall.guest(q("g0")));
        REQUIRE(all.front().rivals.size() == 2);
        CHECK(all.front().rivals[0].station != all.front().rivals[1].station);
        CHECK(hall.faults(i).isEmpty());
    }
    CHECK(hall.isEqual());
}

SCENARIO("what a desk does when it is cut off is the prize's rule", "[venue][prizes]")
{
    GIVEN("refuse")
    {
        PrizeHall hall(CutOffRule::Refuse);
        hall.letIn(0);
        CHECK(hall.redeem(firstDesk, 0, false).outcome == Outcome::NotNow);
    }
    GIVEN("lease")
    {
        PrizeHall hall(CutOffRule::Lease);
        hall.letIn(0);
        hall.unlinked = {firstDesk, secondDesk};
        THEN("only the desk where the entitlement was placed gives it, and once")
        {
            const bool first = hall.redeem(firstDesk, 0, false).outcome == Outcome::Granted;
            const bool second = hall.redeem(secondDesk, 0, false).outcome == Outcome::Granted;
            CHECK(first != second);
            CHECK(hall.redeem(first ? firstDesk : secondDesk, 0, false).why == q("already_given"));
            hall.syncAll();
            CHECK(hall.clashCount(0) == 0);
            CHECK(hall.faults(0).isEmpty());
        }
    }
    GIVEN("a budget of one")
    {
        PrizeHall hall(CutOffRule::Budget, 1);
        hall.letIn(0);
        hall.letIn(1);
        hall.unlinked = {firstDesk, secondDesk};
        CHECK(hall.redeem(firstDesk, 0, false).isProvisional);
        CHECK(hall.redeem(firstDesk, 1, false).outcome == Outcome::NotNow);
        CHECK(hall.redeem(secondDesk, 0, false).outcome == Outcome::Granted);
        THEN("the double is one conflict everywhere, and the hub gives no third")
        {
            hall.unlinked.clear();
            hall.syncAll();
            for (int i = 0; i < hall.count(); ++i) {
                CHECK(hall.clashCount(i) == 1);
            }
            CHECK(hall.redeem(firstDesk, 0, true).why == q("already_given"));
            CHECK(hall.isEqual());
            AND_THEN("a judgement with a reason closes it")
            {
                ConflictId id;
                REQUIRE(hall.at(0).journal->read([&](State &state) { id = clashes::list(state, 9).front().id; }));
                CHECK(hall.decide(0, ResolveConflict{id, {}, Decision::KeepAll, q("a goodwill gift")}).outcome ==
                      Outcome::Done);
                hall.syncAll();
                CHECK(hall.clashCount(1) == 0);
                CHECK(hall.isEqual());
            }
        }
    }
}

SCENARIO("a desk without stock gives nothing, and stock moves between desks", "[venue][prizes]")
{
    PrizeHall hall(CutOffRule::Refuse);
    for (int i = 0; i < 4; ++i) {
        hall.letIn(i);
    }
    for (int i = 0; i < 3; ++i) {
        CHECK(hall.redeem(firstDesk, i, true).outcome == Outcome::Granted);
    }
    CHECK(hall.redeem(firstDesk, 3, true).why == q("no_stock"));
    prizes::AdjustStock damaged{q("gift"), prizes::Change::Damaged, {}, {}, 1, q("broken")};
    CHECK(hall.act(secondDesk, damaged, false).outcome == Outcome::Done);
    CHECK(hall.stock(secondDesk) == 2);
    prizes::AdjustStock tooMany{q("gift"), prizes::Change::Transfer, {}, {}, 5, {}};
    CHECK(hall.act(secondDesk, tooMany, false).why == q("not_so_many"));
    prizes::AdjustStock recount{q("gift"), prizes::Change::Recount, {}, {}, 7, q("found a box")};
    CHECK(hall.act(secondDesk, recount, false).outcome == Outcome::Done);
    CHECK(hall.stock(secondDesk) == 7);
    hall.syncAll();
    CHECK(hall.isEqual());
    CHECK(hall.faults(0).isEmpty());
}

SCENARIO("the same redemption twice is one", "[venue][prizes]")
{
    PrizeHall hall(CutOffRule::Refuse);
    hall.letIn(0);
    prizes::Redeem command;
    command.prize = q("gift");
    command.payload = "C-g0";
    const auto act = hall.actOf(command);
    const auto granted = hall.act(firstDesk, act, true);
    CHECK(granted.outcome == Outcome::Granted);
    CHECK(hall.act(firstDesk, act, true).operation == granted.operation);
    CHECK(hall.stock(firstDesk) == 2);
}

SCENARIO("a desk's device is lost and another one stands there", "[venue][prizes]")
{
    PrizeHall hall(CutOffRule::Budget, 5);
    hall.letIn(0);
    REQUIRE(hall.redeem(firstDesk, 0, true).outcome == Outcome::Granted);
    hall.unlinked = {firstDesk};
    REQUIRE(hall.decide(0, DeclareLost{hall.at(firstDesk).journal->device(), {}, q("it fell")}).outcome ==
            Outcome::Done);
    auto spare = *devices::find(hall.at(0).journal->state(), hall.at(secondDesk).journal->device());
    spare.station = hall.at(secondDesk).station = q("gate-1");
    ++spare.version;
    hall.write(0, devices::enrolled(spare, hall.event(), hall.eventKey()));
    hall.settleRights();
    hall.settleRights();
    THEN("what still lies on the desk is its to give, once")
    {
        CHECK(hall.stock(secondDesk) == 3 + 2);  // Its own of before, and the two that were left.
        CHECK(hall.faults(0).isEmpty());
    }
}
