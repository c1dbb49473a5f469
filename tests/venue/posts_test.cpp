// Goal: at every instant it can be said who stands where, who is missing, and who takes over; cut off or not.
// Method: a hub and two devices on real journals, a clock that moves only when told, days looked at as shown.
#include "tests/venue/post_hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

SCENARIO("people take posts and leave them", "[posts]")
{
    PostHall hall;
    const auto begin = hall.clock().wall();
    GIVEN("a post that needs two, and asks for badge and briefing")
    {
        CHECK(hall.at(0, "gate").gap == 2);
        THEN("who is not ready stands there and does not count, and the answer says what is missing")
        {
            const auto told = hall.in(1, "gate", "s1", "", "", {q("badge")});
            CHECK(told.outcome == Outcome::Done);
            CHECK(told.zone == q("A"));
            CHECK(told.why == q("not_ready"));
            CHECK(told.reason.en.contains(q("briefing")));
            const auto gate = hall.at(1, "gate");
            REQUIRE(gate.standing.size() == 1);
            CHECK(gate.standing.front().staff == q("S1"));
            CHECK(gate.standing.front().missingTicks == QStringList{q("briefing")});
            CHECK(gate.gap == 2);
            CHECK(hall.decide(1, posts::Tick{q("S1"), q("briefing"), true}).outcome == Outcome::Done);
            CHECK(hall.at(1, "gate").gap == 1);
            CHECK(hall.decide(1, posts::Tick{q("S1"), q("briefing"), false}).outcome == Outcome::Done);
            CHECK(hall.at(1, "gate").gap == 2);
            CHECK(hall.decide(1, posts::Tick{q("S1"), q("moustache"), true}).why == q("no_tick"));
        }
    }
    WHEN("somebody hands a post over")
    {
        REQUIRE(hall.in(1, "door", "S1").outcome == Outcome::Done);
        const auto first = hall.clock().wall();
        hall.clock().advance(30min);
        REQUIRE(hall.in(1, "door", "S2", "S1").outcome == Outcome::Done);
        const auto second = hall.clock().wall();
        hall.syncAll();
        THEN("the earlier stay is closed in the same act, and the log says who stood there at any instant")
        {
            CHECK(hall.isEqual());
            CHECK(hall.standing(0, "door") == QStringList{q("S2")});
            CHECK(hall.stoodAt(0, "door", begin).isEmpty());
            CHECK(hall.stoodAt(0, "door", first + 10min) == QStringList{q("S1")});
            CHECK(hall.stoodAt(0, "door", second) == QStringList{q("S2")});
            const auto log = hall.log(0, "door");
            REQUIRE(log.size() == 2);
            CHECK(log[0].until == log[1].since);
            CHECK(hall.member(0, "S1").whereabouts == Whereabouts::Away);
        }
        THEN("who is not there is not relieved, and nobody relieves themselves")
        {
            CHECK(hall.in(1, "door", "S3", "S1").why == q("not_there"));
            CHECK(hall.in(1, "door", "S2", "S2").why == q("same_person"));
        }
    }
    THEN("roles hold, unless a reason is given, which is kept")
    {
        CHECK(hall.in(1, "desk", "S7").why == q("wrong_role"));
        CHECK(hall.in(1, "desk", "S7", "", "nobody else").outcome == Outcome::Done);
        CHECK(hall.log(1, "desk").front().reason == q("nobody else"));
    }
    THEN("a retry is told the same, and nothing is done twice")
    {
        const auto act = hall.actOf(posts::In{q("door"), q("S1"), {}, {}, {}, {}});
        const auto first = hall.act(1, act, false);
        const auto again = hall.act(1, act, false);
        CHECK(first.outcome == Outcome::Done);
        CHECK(again.operation == first.operation);
        CHECK(again.zone == first.zone);
        CHECK(hall.log(1, "door").size() == 1);
        // Put there once more by another act: they are there.
        CHECK(hall.in(1, "door", "S1").operation == first.operation);
        CHECK(hall.log(1, "door").size() == 1);
    }
    THEN("a retry of what leads somewhere is told the same way")
    {
        REQUIRE(hall.in(1, "door", "S1").outcome == Outcome::Done);
        const auto retried = [&](const Command &command) {
            const auto act = hall.actOf(command);
            const auto first = hall.act(1, act, false);
            const auto again = hall.act(1, act, false);
            CHECK(first.outcome == Outcome::Done);
            CHECK(again.operation == first.operation);
            CHECK(again.zone == first.zone);
            return first.zone;
        };
        CHECK(!retried(posts::NameRelief{q("door"), q("S1"), q("S2"), {}}).isEmpty());
        CHECK(retried(posts::Pause{q("S1"), ShiftKind::Break, true, q("nobody comes")}).isEmpty());
        CHECK(!retried(posts::Pause{q("S1"), ShiftKind::Break, false, {}}).isEmpty());
        CHECK(!retried(posts::Dispatch{q("S1"), q("gate"), posts::DispatchState::Sent, q("help there"), {}}).isEmpty());
    }
    THEN("a new day begins with nobody")
    {
        REQUIRE(hall.in(0, "door", "S1").outcome == Outcome::Done);
        REQUIRE(hall.decide(0, ResetDay{q("rehearsal")}).outcome == Outcome::Done);
        CHECK(hall.standing(0, "door").isEmpty());
        CHECK(hall.log(0, "door").empty());
    }
    THEN("what nobody knows is said")
    {
        CHECK(hall.in(1, "door", "S77").why == q("no_staff"));
        CHECK(hall.in(1, "nowhere", "S1").why == q("no_post"));
        CHECK(hall.out(1, "S1").why == q("not_there"));
    }
}

SCENARIO("devices that are cut off from each other put people at posts", "[posts]")
{
    PostHall hall;
    WHEN("both put somebody at one post")
    {
        REQUIRE(hall.in(1, "door", "S1").outcome == Outcome::Done);
        REQUIRE(hall.in(2, "door", "S2").outcome == Outcome::Done);
        hall.syncAll();
        THEN("both stand there, everywhere")
        {
            CHECK(hall.isEqual());
            for (int device = 0; device < 3; ++device) {
                CHECK(hall.standing(device, "door") == QStringList{q("S1"), q("S2")});
            }
        }
    }
    WHEN("both put one person somewhere")
    {
        REQUIRE(hall.in(1, "door", "S1").outcome == Outcome::Done);
        REQUIRE(hall.in(2, "desk", "S1").outcome == Outcome::Done);
        const auto later = hall.clock().wall();
        hall.syncAll();
        THEN("the later word closes the earlier, and the log keeps both")
        {
            CHECK(hall.isEqual());
            CHECK(hall.standing(1, "door").isEmpty());
            CHECK(hall.standing(1, "desk") == QStringList{q("S1")});
            REQUIRE(hall.log(1, "door").size() == 1);
            CHECK(hall.log(1, "door").front().until == later);
        }
    }
    WHEN("one device's clock is an hour fast, and the other moves the person on after hearing of it")
    {
        hall.clock().stepWall(1h);
        REQUIRE(hall.in(1, "door", "S1").outcome == Outcome::Done);
        hall.clock().stepWall(-1h);
        hall.syncAll();
        REQUIRE(hall.in(2, "desk", "S1", "", "moved").outcome == Outcome::Done);
        hall.syncAll();
        THEN("what was decided after seeing it stands")
        {
            CHECK(hall.standing(0, "desk") == QStringList{q("S1")});
            CHECK(hall.standing(0, "door").isEmpty());
        }
    }
}

SCENARIO("exactly one leads a zone", "[posts]")
{
    PostHall hall;
    CHECK(hall.alert(0, "lead_vacant")->text.en == q("Nobody is the lead of zone D"));
    CHECK(hall.at(0, "lead-d").lead.isEmpty());
    REQUIRE(hall.in(1, "deputy-d", "S3").outcome == Outcome::Done);
    THEN("the deputy leads meanwhile, and it is said")
    {
        CHECK(hall.at(1, "door").lead == q("Name 3"));
        CHECK(hall.at(1, "lead-d").gap == 1);
        CHECK(hall.alert(1, "lead_vacant")->text.en.contains(q("deputy leads")));
    }
    REQUIRE(hall.in(1, "lead-d", "S1").outcome == Outcome::Done);
    CHECK(hall.at(1, "door").lead == q("Name 1"));
    CHECK_FALSE(hall.alert(1, "lead_vacant"));
    THEN("nobody else takes it but by hand-over")
    {
        const auto refused = hall.in(1, "lead-d", "S2");
        CHECK(refused.why == q("lead_is_there"));
        CHECK(refused.outcome == Outcome::Refused);
        CHECK(refused.reason.en.contains(q("Name 1")));
        CHECK(hall.in(1, "lead-d", "S2", "S1").outcome == Outcome::Done);
        CHECK(hall.at(1, "door").lead == q("Name 2"));
    }
    THEN("of two whom cut-off devices put there, one counts, the same everywhere")
    {
        REQUIRE(hall.in(2, "lead-d", "S4").outcome == Outcome::Done);
        hall.syncAll();
        for (int device = 0; device < 3; ++device) {
            CHECK(hall.at(device, "lead-d").staffed == 1);
            CHECK(hall.at(device, "lead-d").standing.size() == 2);
            CHECK(hall.at(device, "door").lead == q("Name 1"));
        }
    }
}

SCENARIO("a gap shows at once, and an hour before", "[posts]")
{
    auto plan = postPlan();
    plan.posts[2].fromMinute = 90;  // The door: from 01:30.
    // S1 until 03:00, S2 afterwards, and S1 eats from 02:00 to 02:20.
    plan.shifts = {shift("S1", "door", 80, 180), shift("S1", "", 120, 140, ShiftKind::Meal),
                   shift("S2", "door", 180, 400)};
    PostHall hall(plan);
    CHECK(hall.at(0, "door").minimum == 0);
    CHECK(hall.at(0, "door").gap == 0);
    THEN("from the shifts: when it is to be staffed and nobody is, beginning with the meal")
    {
        const auto at = hall.at(0, "door").gapAt;
        REQUIRE(at);
        CHECK(*at == hall.clock().wall() + 60min);
        CHECK(hall.alert(0, "post_gap_soon:door"));
    }
    THEN("within two seconds of the moment when it begins")
    {
        hall.clock().advance(30min - 1s);
        CHECK(hall.at(0, "door").gap == 0);
        hall.clock().advance(2s);
        const auto door = hall.at(0, "door");
        CHECK(door.gap == 1);
        REQUIRE(door.gapSince);
        CHECK(hall.clock().wall() - *door.gapSince == 1s);
        CHECK(hall.alert(0, "post_gap:door")->text.en == q("Post \"door\" is short of 1"));
    }
    WHEN("somebody stood there and left with a reason")
    {
        hall.clock().advance(40min);
        REQUIRE(hall.in(1, "door", "S1").outcome == Outcome::Done);
        CHECK(hall.at(1, "door").gap == 0);
        hall.clock().advance(5min);
        CHECK(hall.out(1, "S1").why == q("below_minimum"));
        REQUIRE(hall.out(1, "S1", "unwell").outcome == Outcome::Done);
        const auto left = hall.clock().wall();
        hall.clock().advance(3min);
        THEN("the gap is as old as that, and acknowledging it holds for that gap alone")
        {
            hall.syncAll();
            CHECK(hall.at(2, "door").gapSince == left);
            const auto raised = hall.alert(0, "post_gap:door");
            REQUIRE(raised);
            REQUIRE(hall.decide(0, AcknowledgeAlert{raised->id, 0}, q("S9")).outcome == Outcome::Done);
            CHECK_FALSE(hall.alert(0, "post_gap:door"));
            REQUIRE(hall.in(0, "door", "S2").outcome == Outcome::Done);
            hall.clock().advance(1min);
            REQUIRE(hall.out(0, "S2", "again").outcome == Outcome::Done);
            hall.clock().advance(1s);
            CHECK(hall.alert(0, "post_gap:door"));
        }
    }
}

SCENARIO("nobody leaves a post below its minimum unseen", "[posts]")
{
    PostHall hall;
    REQUIRE(hall.in(1, "door", "S1").outcome == Outcome::Done);
    CHECK(hall.pause(1, "S1", ShiftKind::Break, true).why == q("below_minimum"));
    CHECK(hall.in(1, "desk", "S1").why == q("below_minimum"));
    CHECK(hall.send(1, "S1", "A", posts::DispatchState::Sent).why == q("below_minimum"));
    THEN("whatever a reason helps against is refused as a rule, so that screens ask for one")
    {
        CHECK(hall.out(1, "S1").outcome == Outcome::Refused);
        CHECK(hall.pause(1, "S1", ShiftKind::Break, true).outcome == Outcome::Refused);
        CHECK(hall.in(1, "desk", "S1").outcome == Outcome::Refused);
        CHECK(hall.in(1, "desk", "S7").outcome == Outcome::Refused);
        const auto refused = hall.send(1, "S1", "A", posts::DispatchState::Sent);
        CHECK(refused.outcome == Outcome::Refused);
        CHECK(refused.reason.en.contains(q("at door")));
        posts::Dispatch again{q("S1"), q("A"), posts::DispatchState::Sent, {}, q("a fire")};
        CHECK(hall.decide(1, again).outcome == Outcome::Done);
    }
    THEN("with relief there, they go, and come back to where they were")
    {
        REQUIRE(hall.decide(1, posts::NameRelief{q("door"), {}, q("S2"), {}}).outcome == Outcome::Done);
        CHECK(hall.at(1, "door").standing.front().relief == q("Name 2"));
        CHECK(hall.pause(1, "S1", ShiftKind::Break, true).why == q("below_minimum"));  // Named is not there.
        REQUIRE(hall.in(1, "door", "S2").outcome == Outcome::Done);
        CHECK(hall.pause(1, "S1", ShiftKind::Break, true).outcome == Outcome::Done);
        CHECK(hall.member(1, "S1").whereabouts == Whereabouts::OnBreak);
        CHECK(hall.day(1).roster.onBreak == 1);
        CHECK(hall.pause(1, "S1", ShiftKind::Meal, true).why == q("on_break"));
        hall.clock().advance(15min);
        CHECK(hall.pause(1, "S1", ShiftKind::Break, false).outcome == Outcome::Done);
        CHECK(hall.standing(1, "door") == QStringList{q("S2"), q("S1")});
        CHECK(hall.pause(1, "S1", ShiftKind::Break, false).why == q("not_on_break"));
    }
    THEN("or with a reason")
    {
        CHECK(hall.pause(1, "S1", ShiftKind::Break, true, "fainted").outcome == Outcome::Done);
        CHECK(hall.at(1, "door").gap == 1);
    }
}

SCENARIO("relief is named with its time, and missed when it does not come", "[posts]")
{
    PostHall hall;
    REQUIRE(hall.in(1, "door", "S1").outcome == Outcome::Done);
    const auto begin = hall.clock().wall();
    CHECK(hall.decide(1, posts::NameRelief{q("gate"), {}, q("S2"), {}}).why == q("nobody_there"));
    CHECK(hall.decide(1, posts::NameRelief{q("door"), q("S3"), q("S2"), {}}).why == q("not_there"));
    CHECK(hall.decide(1, posts::NameRelief{q("door"), q("S1"), q("S1"), {}}).why == q("same_person"));
    REQUIRE(hall.decide(1, posts::NameRelief{q("door"), q("S1"), q("S2"), 120}).outcome == Outcome::Done);
    const auto standing = hall.at(1, "door").standing.front();
    CHECK(standing.relief == q("Name 2"));
    CHECK(standing.reliefAt == begin - 1s + 60min);
    CHECK_FALSE(hall.alert(1, "relief_overdue"));
    hall.clock().advance(60min);
    CHECK(hall.day(1).roster.reliefsDue == 1);
    CHECK(hall.alert(1, "relief_overdue")->text.en.contains(q("Name 2 has not relieved Name 1")));
    THEN("who comes ends it")
    {
        REQUIRE(hall.in(1, "door", "S2", "S1").outcome == Outcome::Done);
        CHECK_FALSE(hall.alert(1, "relief_overdue"));
        CHECK(hall.at(1, "door").standing.front().relief.isEmpty());
    }
    THEN("a name can be taken back")
    {
        REQUIRE(hall.decide(1, posts::NameRelief{q("door"), q("S1"), {}, {}}).outcome == Outcome::Done);
        CHECK_FALSE(hall.alert(1, "relief_overdue"));
    }
}

SCENARIO("nobody stands too long, or again without rest", "[posts]")
{
    PostHall hall;
    REQUIRE(hall.in(1, "door", "S1").outcome == Outcome::Done);
    hall.clock().advance(119min);
    CHECK_FALSE(hall.at(1, "door").standing.front().isOverlong);
    hall.clock().advance(1min);
    CHECK(hall.at(1, "door").standing.front().isOverlong);
    CHECK(hall.alert(1, "overlong"));
    CHECK(hall.in(1, "desk", "S1", "", "").why == q("needs_rest"));
    REQUIRE(hall.in(1, "door", "S2", "S1").outcome == Outcome::Done);
    CHECK_FALSE(hall.alert(1, "overlong"));
    hall.clock().advance(5min);
    CHECK(hall.in(1, "desk", "S1").why == q("needs_rest"));
    CHECK(hall.in(1, "desk", "S1", "", "two are ill").outcome == Outcome::Done);
    CHECK(hall.at(1, "desk").standing.front().isOverlong);  // A change of post is no rest.
    REQUIRE(hall.out(1, "S1", "rest").outcome == Outcome::Done);
    hall.clock().advance(10min);
    CHECK(hall.in(1, "desk", "S1").outcome == Outcome::Done);
    CHECK_FALSE(hall.at(1, "desk").standing.front().isOverlong);
}

SCENARIO("everybody eats once a shift, in rounds that are counted", "[posts]")
{
    auto plan = postPlan();
    plan.shifts = {shift("S1", "desk", 30, 200), shift("S1", "desk", 200, 400),
                   shift("S1", "", 60, 90, ShiftKind::Meal), shift("S2", "", 60, 90, ShiftKind::Meal),
                   shift("S3", "", 90, 120, ShiftKind::Meal)};
    PostHall hall(plan);
    REQUIRE(hall.pause(1, "S1", ShiftKind::Meal, true).outcome == Outcome::Done);
    hall.clock().advance(20min);
    REQUIRE(hall.pause(1, "S1", ShiftKind::Meal, false).outcome == Outcome::Done);
    CHECK(hall.pause(1, "S1", ShiftKind::Meal, true).why == q("second_meal"));
    REQUIRE(hall.pause(2, "S3", ShiftKind::Meal, true).outcome == Outcome::Done);
    hall.syncAll();
    const auto rounds = [&] {
        return hall.read<std::vector<posts::MealRound>>(0, [&](State &state) { return posts::mealsOf(state, plan); });
    };
    auto meals = rounds();
    REQUIRE(meals.size() == 2);
    CHECK(meals[0].planned == 2);
    CHECK(meals[0].taken == 1);
    CHECK(meals[0].second == 0);
    CHECK(meals[1].planned == 1);
    CHECK(meals[1].taken == 1);
    THEN("a second one in a shift takes a reason, and is counted as such")
    {
        REQUIRE(hall.pause(1, "S1", ShiftKind::Meal, true, "spilt").outcome == Outcome::Done);
        hall.syncAll();
        meals = rounds();
        CHECK(meals[0].taken == 1);
        CHECK(meals[0].second == 1);
    }
    THEN("the next shift has a meal of its own")
    {
        hall.clock().advance(150min);
        CHECK(hall.pause(1, "S1", ShiftKind::Meal, true).outcome == Outcome::Done);
    }
}

SCENARIO("floaters are sent, and how far they are is known", "[posts]")
{
    PostHall hall;
    using posts::DispatchState;
    REQUIRE(hall.in(1, "pool", "S7").outcome == Outcome::Done);
    CHECK(hall.member(1, "S7").whereabouts == Whereabouts::StandingBy);
    CHECK(hall.day(1).roster.standingBy == 1);
    CHECK(hall.send(1, "S7", "nowhere", DispatchState::Sent).why == q("no_target"));
    CHECK(hall.send(1, "S7", "", DispatchState::Back).why == q("not_sent"));
    THEN("to an incident and back")
    {
        REQUIRE(hall.send(1, "S7", "17", DispatchState::Sent, "spill").outcome == Outcome::Done);
        CHECK(hall.member(1, "S7").whereabouts == Whereabouts::Sent);
        CHECK(hall.member(1, "S7").place == q("17"));
        REQUIRE(hall.send(1, "S7", "", DispatchState::OnTheWay).outcome == Outcome::Done);
        REQUIRE(hall.send(1, "S7", "", DispatchState::There).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.member(0, "S7").place == q("17"));
        REQUIRE(hall.send(1, "S7", "", DispatchState::Back).outcome == Outcome::Done);
        CHECK(hall.member(1, "S7").whereabouts == Whereabouts::StandingBy);
    }
    THEN("to a post, where they count as soon as they are there")
    {
        REQUIRE(hall.send(1, "S7", "door", DispatchState::Sent).outcome == Outcome::Done);
        CHECK(hall.at(1, "door").gap == 1);
        REQUIRE(hall.send(1, "S7", "door", DispatchState::There).outcome == Outcome::Done);
        CHECK(hall.at(1, "door").gap == 0);
        CHECK(hall.send(1, "S7", "", DispatchState::Back).why == q("below_minimum"));
        CHECK(hall.send(1, "S7", "", DispatchState::Back, "S1 is here in a minute").outcome == Outcome::Done);
        CHECK(hall.member(1, "S7").whereabouts == Whereabouts::StandingBy);
    }
}

SCENARIO("what was kept on paper is written down afterwards", "[posts]")
{
    PostHall hall;
    const auto begin = hall.clock().wall();
    hall.clock().advance(60min);
    const auto paper = [&](const char *post, const char *staff, WallTime at) {
        return hall.decide(1, posts::In{q(post), q(staff), {}, {}, {}, at});
    };
    REQUIRE(paper("door", "S1", begin + 10min).outcome == Outcome::Done);
    CHECK(hall.stoodAt(1, "door", begin + 20min) == QStringList{q("S1")});
    CHECK(hall.standing(1, "door") == QStringList{q("S1")});
    THEN("what came later stays as it is, and the log tells both")
    {
        hall.clock().advance(1min);
        REQUIRE(paper("desk", "S1", begin + 5min).outcome == Outcome::Done);
        CHECK(hall.standing(1, "door") == QStringList{q("S1")});
        CHECK(hall.standing(1, "desk").isEmpty());
        CHECK(hall.stoodAt(1, "desk", begin + 7min) == QStringList{q("S1")});
        CHECK(hall.stoodAt(1, "desk", begin + 12min).isEmpty());
    }
}

TEST_CASE("hours of posts are what the clock in the hall shows, also when clocks change", "[posts]")
{
    auto plan = postPlan();
    plan.timeZone = q("Europe/Berlin");
    plan.day = q("2026-03-29");  // 02:00 is 03:00.
    PostHall hall(plan);
    const auto midnight = fromMsecs(QDateTime({2026, 3, 28}, {23, 0}, Qt::UTC).toMSecsSinceEpoch());
    hall.read<int>(0, [&](State &state) {
        const posts::Roster roster(state, plan, midnight);
        CHECK(roster.wallOf(60) == midnight + 1h);
        CHECK(roster.wallOf(9 * 60) == midnight + 8h);
        return 0;
    });
}

TEST_CASE("a post without hours is nobody's gap on the eve", "[posts]")
{
    auto plan = postPlan();
    plan.timeZone = q("UTC");
    plan.day = q("2026-11-29");
    plan.posts = {post("door", "D")};
    plan.posts.front().fromMinute.reset();
    plan.posts.front().untilMinute.reset();
    plan.shifts.clear();
    PostHall hall(plan);
    const auto midnight = fromMsecs(QDateTime({2026, 11, 29}, {0, 0}, Qt::UTC).toMSecsSinceEpoch());
    hall.read<int>(0, [&](State &state) {
        CHECK(posts::Roster(state, plan, midnight - 1min).gap(plan.posts.front()) == 0);
        CHECK(posts::Roster(state, plan, midnight + 1min).gap(plan.posts.front()) == 1);
        return 0;
    });
}
