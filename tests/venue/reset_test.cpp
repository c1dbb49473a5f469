// Goal: a reset after the rehearsal takes the rehearsal with it, and nothing that a cut-off kiosk told since.
// Method: a kiosk is cut off while the day is reset; its steps and the reset arrive in both orders.
#include "core/venue/modes/messages.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

const auto code = QStringLiteral("C-L1");

ResetDay rehearsal()
{
    ResetDay reset;
    reset.reason = QStringLiteral("rehearsal");
    return reset;
}

}  // namespace

SCENARIO("the day is reset while a kiosk is cut off", "[door][reset]")
{
    Hall hall(3);
    hall.invite(QStringLiteral("L1"));
    hall.invite(QStringLiteral("L2"));
    hall.syncAll();
    CHECK(hall.signIn(2, QStringLiteral("C-L2"), true).outcome == Outcome::Admitted);
    hall.syncAll();
    const bool isResetFirst = GENERATE(true, false);
    CAPTURE(isResetFirst);
    if (!isResetFirst) {
        CHECK(hall.signIn(1, code, false).outcome == Outcome::Admitted);
    }
    CHECK(hall.decide(0, rehearsal()).outcome == Outcome::Done);
    if (isResetFirst) {
        CHECK(hall.signIn(1, code, false).outcome == Outcome::Admitted);
    }
    // The kiosk's step reaches one device before the reset does, the other after it.
    hall.sync(1, 2);
    hall.sync(0, 2);
    hall.sync(1, 0);
    hall.syncAll();
    THEN("what it told is there, as one conflict on every device, and of the rehearsal nothing")
    {
        for (int i = 0; i < hall.count(); ++i) {
            const auto day = hall.day(i);
            REQUIRE(day.conflicts.size() == 1);
            CHECK(day.conflicts.front().rule == QStringLiteral("told_before_reset"));
            CHECK(day.conflicts.front().isOpen);
            CHECK(day.conflicts.front().guest.value().id == hall.guest(QStringLiteral("L1")));
            CHECK(day.alerts.size() == 1);
            CHECK(day.headcount == 1);
            CHECK(day.signedIn == 1);
            CHECK(hall.faults(i).isEmpty());
        }
        CHECK(hall.isEqual());
    }
    THEN("the coordinator keeps it, or takes it away")
    {
        const auto decision = GENERATE(Decision::KeepAll, Decision::AnnulAll);
        ResolveConflict judgement;
        judgement.conflict = hall.day(0).conflicts.front().id;
        judgement.decision = decision;
        judgement.reason = QStringLiteral("asked at the gate");
        CHECK(hall.decide(0, judgement).outcome == Outcome::Done);
        hall.syncAll();
        CHECK_FALSE(hall.day(1).conflicts.front().isOpen);
        CHECK(hall.day(1).headcount == (decision == Decision::KeepAll ? 1 : 0));
        CHECK(hall.isEqual());
    }
    THEN("a second sign-in elsewhere is refused, since they are in")
    {
        CHECK(hall.signIn(2, code, true).outcome == Outcome::AlreadyIn);
    }
    THEN("the next reset, which has seen it, leaves nothing")
    {
        CHECK(hall.decide(0, rehearsal()).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.day(2).headcount == 0);
        CHECK(hall.day(2).conflicts.empty());
        CHECK(hall.isEqual());
    }
}

TEST_CASE("a guest whom the hub let in after its reset belongs to the new day", "[door][reset]")
{
    Hall hall(2);
    hall.invite(QStringLiteral("L1"));
    hall.syncAll();
    CHECK(hall.decide(0, rehearsal()).outcome == Outcome::Done);
    // The kiosk asks before it has heard of the reset; the hub's word carries it.
    CHECK(hall.signIn(1, code, true).outcome == Outcome::Admitted);
    hall.syncAll();
    CHECK(hall.day(0).conflicts.empty());
    CHECK(hall.day(0).headcount == 1);
}

SCENARIO("a step of the rehearsal arrives after the guest came in on the day", "[door][reset]")
{
    Hall hall(3);
    hall.invite(QStringLiteral("L1"));
    hall.syncAll();
    // The rehearsal: in and out at a kiosk that is then cut off and does not hear of the reset.
    CHECK(hall.signIn(1, code, false).outcome == Outcome::Admitted);
    hall.syncAll();
    CHECK(hall.decide(0, rehearsal()).outcome == Outcome::Done);
    hall.sync(0, 2);
    CHECK(hall.signIn(2, code, true).outcome == Outcome::Admitted);
    CHECK(hall.signOut(1, code).outcome == Outcome::CheckedOut);
    THEN("the guest is inside, for all that the kiosk tells late")
    {
        hall.sync(1, 0);
        hall.syncAll();
        for (int i = 0; i < hall.count(); ++i) {
            CHECK(hall.day(i).headcount == 1);
            CHECK(hall.faults(i).isEmpty());
        }
        CHECK(hall.isEqual());
    }
}

SCENARIO("a device that does not know of the reset goes on writing", "[alerts][reset]")
{
    Hall hall(3);
    const auto isSaid = [&] {
        const auto alerts = hall.day(0).alerts;
        return std::ranges::count(alerts, QStringLiteral("missed_by_reset"), &AlertView::kind) == 1;
    };
    const auto say = [&] { return hall.decide(1, messages::Say{QStringLiteral("all"), QStringLiteral("lunch")}); };
    WHEN("it wrote before the reset")
    {
        REQUIRE(say().outcome == Outcome::Done);
        hall.clock().advance(1s);
        REQUIRE(hall.decide(0, rehearsal()).outcome == Outcome::Done);
        hall.syncAll();
        THEN("that was the rehearsal") { CHECK_FALSE(isSaid()); }
    }
    WHEN("it wrote after the reset")
    {
        REQUIRE(hall.decide(0, rehearsal()).outcome == Outcome::Done);
        hall.clock().advance(1s);
        REQUIRE(say().outcome == Outcome::Done);
        hall.syncAll();
        THEN("its words are not counted today, and people are told so")
        {
            CHECK(hall.day(0).messages.empty());
            CHECK(isSaid());
        }
    }
}
