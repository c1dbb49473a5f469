// Goal: a permission that was recorded and never shown bars nobody for ever: staff say whether the guest came in.
// Method: the hub grants, the device stops before it tells; then staff settle it, at either end, with and without the
// device coming back and telling all the same.
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

const auto code = QStringLiteral("C-L1");

EventSetup firmPlan()
{
    auto plan = Hall::samplePlan();
    plan.zones[1].overflow.clear();
    return plan;
}

VoidGrant voided(const OperationHash &grant)
{
    VoidGrant command;
    command.grant = grant;
    command.reason = QStringLiteral("the kiosk was dark");
    return command;
}

}  // namespace

SCENARIO("a kiosk stops between the hub's word and the guest", "[door][grants]")
{
    Hall hall(3, firmPlan());
    hall.invite(QStringLiteral("L1"), QStringLiteral("firm"));
    hall.syncAll();
    const auto grant = hall.grantUntold(1, code);
    hall.syncAll();
    GIVEN("that nobody has settled it")
    {
        THEN("every device lists it once it is ten seconds old, and the guest is refused elsewhere")
        {
            CHECK(hall.day(0).openGrants.empty());
            hall.clock().advance(11s);
            REQUIRE(hall.day(0).openGrants.size() == 1);
            const auto open = hall.day(2).openGrants.front();
            CHECK(open.grant == grant);
            CHECK(open.guest.id == hall.guest(QStringLiteral("L1")));
            CHECK(open.station == QStringLiteral("gate-1"));
            CHECK(open.zone == QStringLiteral("D"));
            CHECK(hall.signIn(2, code, true).outcome == Outcome::AlreadyIn);
        }
    }
    WHEN("the coordinator voids it, with a reason")
    {
        CHECK(hall.decide(0, VoidGrant{grant, {}}).outcome == Outcome::NotAllowed);
        CHECK(hall.decide(0, voided(grant)).outcome == Outcome::Done);
        CHECK(hall.decide(0, voided(grant)).outcome == Outcome::NotFound);
        hall.syncAll();
        THEN("the guest comes in elsewhere, without a conflict")
        {
            CHECK(hall.signIn(2, code, true).outcome == Outcome::Admitted);
            hall.syncAll();
            hall.clock().advance(11s);
            CHECK(hall.day(0).openGrants.empty());
            CHECK(hall.day(0).headcount == 1);
            CHECK(hall.day(0).conflicts.empty());
            CHECK(hall.faults(0).isEmpty());
            CHECK(hall.isEqual());
        }
    }
    WHEN("it is voided at the kiosk itself")
    {
        CHECK(hall.decide(1, voided(grant)).outcome == Outcome::Done);
        hall.syncAll();
        THEN("its place goes home: all five are given out")
        {
            hall.hubDuties();
            int in = 0;
            for (int i = 0; i < 6; ++i) {
                hall.invite(QString::number(i), QStringLiteral("firm"));
                in += hall.signIn(0, QStringLiteral("C-%1").arg(i), true).outcome == Outcome::Admitted ? 1 : 0;
            }
            CHECK(in == 5);
            CHECK(hall.faults(0).isEmpty());
        }
    }
    for (const int where : {0, 1}) {
        WHEN((where == 0 ? "the coordinator confirms it" : "the kiosk's staff confirm it"))
        {
            ConfirmGrant confirm;
            confirm.grant = grant;
            const auto confirmed = hall.decide(where, confirm);
            CHECK(confirmed.outcome == Outcome::Done);
            CHECK(confirmed.zone == QStringLiteral("D"));
            hall.syncAll();
            THEN("the guest is in, everywhere, once")
            {
                CHECK(hall.day(2).headcount == 1);
                CHECK(hall.day(2).zones[1].count == 1);
                CHECK(hall.signIn(2, code, true).outcome == Outcome::AlreadyIn);
                CHECK(hall.decide(where, confirm).outcome == Outcome::NotFound);
                CHECK(hall.faults(0).isEmpty());
                CHECK(hall.isEqual());
            }
        }
    }
}

TEST_CASE("a kiosk told the guest all the same, and staff took its silence for a crash", "[door][grants]")
{
    Hall hall(2, firmPlan());
    hall.invite(QStringLiteral("L1"), QStringLiteral("firm"));
    hall.syncAll();
    SignIn command;
    command.isEachQuestionAsked = true;
    REQUIRE(hall.signIn(1, code, true, command).outcome == Outcome::Admitted);  // Told, but its cable is out.
    hall.clock().advance(11s);
    REQUIRE(hall.day(0).openGrants.size() == 1);
    ConfirmGrant confirm;
    confirm.grant = hall.day(0).openGrants.front().grant;
    CHECK(hall.decide(0, confirm).outcome == Outcome::Done);
    hall.syncAll();
    hall.hubDuties();
    hall.syncAll();
    CHECK(hall.day(1).conflicts.empty());  // One act, told twice: nothing to judge.
    CHECK(hall.day(1).headcount == 1);
    CHECK(hall.day(1).signedIn == 1);
    CHECK(hall.faults(0).isEmpty());
    CHECK(hall.isEqual());
}
