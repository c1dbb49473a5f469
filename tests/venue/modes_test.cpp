// Goal: one act changes how the hall or a zone takes people in, cut off too, and it stays so until somebody lifts it.
// Method: gates, counters and a coordinator on real journals; hands carry operations only when a test says so.
#include "core/venue/day/audit.h"
#include "core/venue/modes/modes.h"
#include "tests/venue/queue_hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;
using modes::Mode;

namespace {

constexpr int coordinator = 0;
constexpr int gate = 1;
constexpr int lead = 2;

/// Gate 1 stands in no zone of its own, gate 2 is the lead's device in zone D, which overflows to H.
EventSetup planWithLead()
{
    auto plan = Hall::samplePlan();
    for (auto &zone : plan.zones) {
        zone.firmCapacity.reset();
    }
    Station station;
    station.code = QStringLiteral("gate-2");
    station.role = QStringLiteral("zone");
    station.zone = QStringLiteral("D");
    plan.stations = {station};
    return plan;
}

struct ModeHall : Hall {
    explicit ModeHall(int guests = 3, Disk disk = Disk::Memory) : Hall(3, planWithLead(), disk)
    {
        at(lead).role = QStringLiteral("zone");
        for (int i = 0; i < guests; ++i) {
            invite(q("b%1").arg(i));
            invite(q("f%1").arg(i), q("firm"));
        }
        syncAll();
    }
    Answer set(int device, const char *place, Mode mode)
    {
        clock().advance(1s);
        return decide(device, modes::SetMode{q(place), mode, q("smoke")});
    }
    Mode modeOf(int device, const char *place = "") { return modes::modeIn(day(device).modes, q(place)); }
};

}  // namespace

SCENARIO("the hall is held", "[modes][door]")
{
    ModeHall hall(3, Hall::Disk::Files);
    REQUIRE(hall.signIn(gate, q("C-b0"), true).outcome == Outcome::Admitted);
    REQUIRE(hall.set(coordinator, "", Mode::Hold).outcome == Outcome::Done);
    THEN("a gate that has not heard of it asks the hub, and lets nobody in")
    {
        const auto refused = hall.signIn(gate, q("C-b1"), true);
        CHECK(refused.outcome == Outcome::RuleRefused);
        CHECK(refused.why == q("hold"));
        CHECK(refused.reason == modes::wordsAtDoor(Mode::Hold));
    }
    hall.syncAll();
    CHECK(hall.isEqual());
    THEN("a gate that has heard of it lets nobody in alone either, walk-ins included, and people leave freely")
    {
        CHECK(hall.signIn(gate, q("C-b1"), false).why == q("hold"));
        CHECK(hall.walkIn(gate, false).outcome == Outcome::RuleRefused);
        CHECK(hall.day(gate).walkIns == 0);
        CHECK(hall.signOut(gate, q("C-b0")).outcome == Outcome::CheckedOut);
    }
    THEN("who is in already is told that, not to wait")
    {
        CHECK(hall.signIn(gate, q("C-b0"), true).outcome == Outcome::AlreadyIn);
    }
    THEN("staff let somebody in with a reason")
    {
        SignIn anyway;
        anyway.overrideReason = q("the mayor");
        CHECK(hall.signIn(gate, q("C-b1"), true, anyway).outcome == Outcome::Admitted);
    }
    THEN("into a hall that is being emptied nobody's reason lets anybody")
    {
        REQUIRE(hall.set(coordinator, "", Mode::Evacuate).outcome == Outcome::Done);
        hall.syncAll();
        SignIn anyway;
        anyway.overrideReason = q("the mayor");
        CHECK(hall.signIn(gate, q("C-b1"), true, anyway).why == q("evacuate"));
    }
    THEN("it is still held after a restart")
    {
        hall.keep(gate);
        CHECK(hall.modeOf(gate) == Mode::Hold);
        CHECK(hall.signIn(gate, q("C-b1"), false).why == q("hold"));
    }
    THEN("the all-clear opens the gates")
    {
        REQUIRE(hall.set(coordinator, "", Mode::Normal).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.signIn(gate, q("C-b1"), true).outcome == Outcome::Admitted);
    }
    THEN("the end of the rehearsal ends it")
    {
        hall.decide(coordinator, ResetDay{q("rehearsal")});
        CHECK(hall.modeOf(coordinator) == Mode::Normal);
    }
}

SCENARIO("guests are let in slowly", "[modes][door]")
{
    constexpr int guests = 20;
    ModeHall hall(guests);
    for (int i = 0; i < 3; ++i) {
        REQUIRE(hall.signIn(gate, q("C-b%1").arg(i), true).outcome == Outcome::Admitted);
    }
    hall.syncAll();
    REQUIRE(hall.set(coordinator, "", Mode::Slow).outcome == Outcome::Done);
    hall.syncAll();
    int next = 3;
    const auto letIn = [&] {
        int count = 0;
        while (next < guests && hall.signIn(gate, q("C-b%1").arg(next), false).outcome == Outcome::Admitted) {
            ++next;
            ++count;
        }
        return count;
    };
    CHECK(letIn() == modes::tricklePerMinute);
    CHECK(hall.signIn(gate, q("C-b%1").arg(next), false).why == q("slow"));
    THEN("one more comes in for each who leaves")
    {
        hall.signOut(gate, q("C-b0"));
        hall.signOut(gate, q("C-b1"));
        CHECK(letIn() == 2);
    }
    THEN("people who were counted out by hand have left as well")
    {
        hall.decide(gate, zones::Count{q("A"), -3});
        CHECK(letIn() == 3);
    }
    THEN("a few more come in every minute")
    {
        hall.clock().advance(1min);
        CHECK(letIn() == modes::tricklePerMinute);
    }
    THEN("a recount lets nobody in")
    {
        hall.decide(gate, zones::Recount{q("A"), 0, {}});
        CHECK(letIn() == 0);
    }
}

SCENARIO("the lead of a zone closes it while cut off", "[modes][assignment]")
{
    ModeHall hall;
    CHECK(hall.set(lead, "A", Mode::Hold).why == q("other_zone"));
    CHECK(hall.set(lead, "X", Mode::Hold).why == q("no_zone"));
    REQUIRE(hall.set(lead, "D", Mode::Hold).outcome == Outcome::Done);
    THEN("guests go where it overflows to, at that device at once")
    {
        CHECK(hall.signIn(lead, q("C-f0"), false).zone == q("H"));
        CHECK(hall.signIn(gate, q("C-f1"), false).zone == q("D"));  // It has not heard of it.
    }
    THEN("everywhere, once it is known, and it is an alert")
    {
        hall.syncAll();
        CHECK(hall.isEqual());
        CHECK(hall.signIn(gate, q("C-f1"), true).zone == q("H"));
        CHECK(hall.modeOf(coordinator) == Mode::Normal);
        CHECK(hall.modeOf(coordinator, "D") == Mode::Hold);
        CHECK(std::ranges::any_of(hall.day(coordinator).alerts,
                                  [](const auto &alert) { return alert.kind == q("zone_held"); }));
    }
    THEN("nobody is moved there, and who is refused knows why")
    {
        hall.set(coordinator, "H", Mode::Evacuate);
        hall.syncAll();
        REQUIRE(hall.signIn(gate, q("C-b0"), true).outcome == Outcome::Admitted);
        const auto refused = hall.move(gate, q("C-b0"), q("D"), true);
        CHECK(refused.outcome == Outcome::RuleRefused);
        CHECK(refused.why == q("evacuate"));
    }
    WHEN("the coordinator, who does not know, clears it at the same time")
    {
        hall.set(coordinator, "D", Mode::Evacuate);
        hall.set(lead, "D", Mode::Normal);  // Of its own hold: two versions on.
        hall.syncAll();
        THEN("all see the same") { CHECK(hall.isEqual()); }
    }
}

TEST_CASE("of two modes that replaced the same one the stricter stands, whatever the clocks say", "[modes]")
{
    ModeHall hall;
    REQUIRE(hall.set(coordinator, "D", Mode::Evacuate).outcome == Outcome::Done);
    hall.clock().advance(10s);
    REQUIRE(hall.set(lead, "D", Mode::Normal).outcome == Outcome::Done);
    hall.syncAll();
    CHECK(hall.isEqual());
    for (const int device : {coordinator, gate, lead}) {
        CHECK(hall.modeOf(device, "D") == Mode::Evacuate);
    }
}

TEST_CASE("of several zones of a class those that take nobody are left out", "[modes][assignment]")
{
    auto plan = planWithLead();
    plan.classes.front().zone = q("D;H");
    Hall hall(2, plan);
    hall.invite(q("g"));
    hall.syncAll();
    REQUIRE(hall.decide(0, modes::SetMode{q("D"), Mode::Hold, {}}).outcome == Outcome::Done);
    hall.syncAll();
    CHECK(hall.signIn(1, q("C-g"), true).zone == q("H"));
}

SCENARIO("nobody is called to where nobody may go", "[modes][queues]")
{
    QueueHall hall;
    const auto number = hall.issue(true);
    const auto set = [&hall](const char *place, Mode mode) {
        REQUIRE(hall.decide(0, modes::SetMode{q(place), mode, {}}).outcome == Outcome::Done);
        hall.syncAll();
    };
    for (const bool isConnected : {true, false}) {
        CAPTURE(isConnected);
        set("A", Mode::Hold);
        const auto refused = hall.call(first, isConnected);
        CHECK(refused.outcome == Outcome::Refused);
        CHECK(refused.why == q("hold"));
        CHECK(hall.call(first, isConnected, number).why == q("hold"));
        set("A", Mode::Normal);
        set("", Mode::Evacuate);
        CHECK(hall.call(first, isConnected).why == q("evacuate"));
        set("", Mode::Normal);
    }
    CHECK(hall.call(first, true).number == number);
}

TEST_CASE("the same request to set a mode is done once", "[modes]")
{
    ModeHall hall;
    const auto act = hall.actOf(modes::SetMode{{}, Mode::Hold, {}});
    const auto once = hall.act(coordinator, act, true);
    REQUIRE(once.outcome == Outcome::Done);
    REQUIRE(hall.set(coordinator, "", Mode::Normal).outcome == Outcome::Done);
    CHECK(hall.act(coordinator, act, true).operation == once.operation);
    CHECK(hall.modeOf(coordinator) == Mode::Normal);
    QStringList said;
    REQUIRE(hall.at(coordinator).journal->forEach([&said](const Operation &operation) {
        if (const auto entry = audit::entryOf(operation); entry && entry->act == q("set_mode")) {
            said << entry->detail;
        }
        return true;
    }));
    CHECK(said == QStringList{q("hall hold"), q("hall normal")});
}
