// Goal: who sees to an incident is known to be there, and the wall of a zone says who is here, goes, comes, is not
// ready and is missing, each of them once.
// Method: a hall with posts, shifts and kinds of incident on real journals; what the day says, and posts::wallOf of it.
#include "core/venue/posts/zone_wall.h"

#include "tests/venue/post_hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;
using incidents::AssigneeState;
using posts::DispatchState;
using posts::WallPerson;
using Why = posts::WallPerson::Why;

namespace {

EventSetup wallPlan()
{
    auto plan = postPlan();
    IncidentType spill;
    spill.code = q("spill");
    plan.incidentTypes = {spill};
    // It is 01:00. S4 comes at half past, S5 should be here, S6 is somebody's of another zone.
    plan.shifts = {shift("S4", "gate", 90, 300), shift("S5", "desk", 30, 300), shift("S6", "door", 90, 300),
                   shift("S2", "gate", 0, 70)};
    return plan;
}

struct WallHall : PostHall {
    WallHall() : PostHall(wallPlan()) {}

    QString log(const char *zone)
    {
        clock().advance(1s);
        incidents::Open open;
        open.types = {q("spill")};
        open.zone = q(zone);
        const auto answer = decide(1, open);
        REQUIRE(answer.outcome == Outcome::Done);
        return answer.number;
    }
    void assign(const QString &incident, const char *staff, AssigneeState state)
    {
        clock().advance(1s);
        REQUIRE(decide(1, incidents::Assign{incident, q(staff), {}, state}).outcome == Outcome::Done);
    }
    void close(const QString &incident)
    {
        clock().advance(1s);
        incidents::Change change;
        change.incident = incident;
        change.state = incidents::State::Closed;
        REQUIRE(decide(1, change).outcome == Outcome::Done);
    }
    posts::ZoneWall wall(const char *zone) { return posts::wallOf(day(1), wallPlan(), q(zone), clock().wall()); }
    /// "S1 Stands" …
    static QStringList said(const std::vector<WallPerson> &people)
    {
        QStringList lines;
        for (const auto &person : people) {
            lines << QStringLiteral("%1 %2 %3").arg(person.staff).arg(int(person.why)).arg(person.place.en);
        }
        return lines;
    }
    static QString line(const char *staff, Why why, const char *place)
    {
        return QStringLiteral("%1 %2 %3").arg(q(staff)).arg(int(why)).arg(q(place));
    }
};

}  // namespace

SCENARIO("who sees to an incident was sent there", "[posts][incidents]")
{
    WallHall hall;
    REQUIRE(hall.in(1, "pool", "S7").outcome == Outcome::Done);
    const auto spill = hall.log("D");
    hall.assign(spill, "S7", AssigneeState::Assigned);
    GIVEN("a floater who stood by")
    {
        const auto sent = hall.member(1, "S7");
        CHECK(sent.whereabouts == Whereabouts::Sent);
        CHECK(sent.place == spill);
        CHECK(sent.incident == spill);
        CHECK(sent.state == DispatchState::Sent);
        CHECK(hall.day(1).roster.standingBy == 0);
        THEN("how far they are is what the incident says")
        {
            hall.assign(spill, "S7", AssigneeState::OnScene);
            CHECK(hall.member(1, "S7").state == DispatchState::There);
            hall.assign(spill, "S7", AssigneeState::Done);
            CHECK(hall.member(1, "S7").whereabouts == Whereabouts::StandingBy);
            CHECK(hall.member(1, "S7").incidents.isEmpty());
        }
        THEN("it ends with the incident")
        {
            hall.close(spill);
            CHECK(hall.member(1, "S7").whereabouts == Whereabouts::StandingBy);
        }
        THEN("a later word about them stands")
        {
            REQUIRE(hall.send(1, "S7", "A", DispatchState::Sent).outcome == Outcome::Done);
            CHECK(hall.member(1, "S7").place == q("A"));
            CHECK(hall.member(1, "S7").incident.isEmpty());
            REQUIRE(hall.send(1, "S7", "", DispatchState::Back).outcome == Outcome::Done);
            CHECK(hall.member(1, "S7").whereabouts == Whereabouts::StandingBy);
            hall.assign(spill, "S7", AssigneeState::OnTheWay);
            CHECK(hall.member(1, "S7").whereabouts == Whereabouts::Sent);
        }
        THEN("on two open ones they are marked, with both numbers")
        {
            const auto other = hall.log("A");
            hall.assign(other, "S7", AssigneeState::OnTheWay);
            CHECK(hall.member(1, "S7").isDoubled);
            CHECK(hall.member(1, "S7").place == other);
            CHECK(hall.member(1, "S7").incidents == QStringList{spill, other});
        }
    }
    GIVEN("somebody who is not at work yet, and somebody at a post")
    {
        hall.assign(spill, "S8", AssigneeState::OnTheWay);
        REQUIRE(hall.in(1, "door", "S1").outcome == Outcome::Done);
        hall.assign(spill, "S1", AssigneeState::OnTheWay);
        CHECK(hall.member(1, "S8").whereabouts == Whereabouts::Sent);
        CHECK(hall.member(1, "S8").state == DispatchState::OnTheWay);
        CHECK(hall.member(1, "S1").whereabouts == Whereabouts::Standing);
        CHECK(hall.member(1, "S1").incidents == QStringList{spill});
        CHECK(hall.at(1, "door").gap == 0);
    }
}

SCENARIO("who was sent to a post and stands there is lent", "[posts]")
{
    WallHall hall;
    REQUIRE(hall.in(1, "pool", "S7").outcome == Outcome::Done);
    REQUIRE(hall.send(1, "S7", "door", DispatchState::There).outcome == Outcome::Done);
    CHECK(hall.member(1, "S7").isLent);
    CHECK(hall.member(1, "S7").state == DispatchState::There);
    REQUIRE(hall.in(1, "door", "S1").outcome == Outcome::Done);
    CHECK_FALSE(hall.member(1, "S1").isLent);
}

SCENARIO("the wall of a zone says who is here, goes, comes and is missing", "[posts]")
{
    WallHall hall;
    REQUIRE(hall.in(1, "gate", "S1").outcome == Outcome::Done);
    REQUIRE(hall.in(1, "gate", "S2", "", "", {q("badge"), q("briefing")}).outcome == Outcome::Done);
    REQUIRE(hall.in(1, "pool", "S7").outcome == Outcome::Done);
    REQUIRE(hall.in(1, "door", "S3").outcome == Outcome::Done);
    REQUIRE(hall.decide(1, posts::NameRelief{q("gate"), q("S1"), q("S8")}).outcome == Outcome::Done);
    const auto spill = hall.log("A");
    hall.assign(spill, "S9", AssigneeState::OnTheWay);
    const auto wall = hall.wall("A");
    CHECK(WallHall::said(wall.here) == QStringList{WallHall::line("S1", Why::Stands, "gate"),
                                                   WallHall::line("S2", Why::Stands, "gate"),
                                                   WallHall::line("S7", Why::StandsBy, "pool")});
    // The relief comes at once, the shift of the other one ends at ten past.
    CHECK(WallHall::said(wall.leaving) ==
          QStringList{WallHall::line("S1", Why::Relief, "gate"), WallHall::line("S2", Why::ShiftEnds, "gate")});
    CHECK(wall.leaving.front().other == q("Name 8"));
    REQUIRE(wall.arriving.size() == 4);
    CHECK(WallHall::said(wall.arriving).contains(WallHall::line("S5", Why::Late, "desk")));
    CHECK(WallHall::said(wall.arriving).contains(WallHall::line("S8", Why::Relieves, "gate")));
    CHECK(WallHall::said(wall.arriving).back() == WallHall::line("S4", Why::ShiftBegins, "gate"));
    const auto sent = std::ranges::find(wall.arriving, q("S9"), &WallPerson::staff);
    REQUIRE(sent != wall.arriving.end());
    CHECK(sent->why == Why::OnTheWay);
    CHECK(sent->incident == spill);
    REQUIRE(wall.unready.size() == 1);
    CHECK(wall.unready.front().staff == q("S1"));
    CHECK(wall.unready.front().missing == QStringList{q("badge"), q("briefing")});
    REQUIRE(wall.gaps.size() == 2);
    CHECK(wall.gaps[0].count == 1);
    WHEN("they are there")
    {
        hall.assign(spill, "S9", AssigneeState::OnScene);
        THEN("they are here and come no more")
        {
            const auto now = hall.wall("A");
            CHECK(WallHall::said(now.here).contains(
                QStringLiteral("S9 %1 %2")
                    .arg(int(Why::There))
                    .arg(WallHall::said(wall.arriving).filter(q("S9")).front().section(QLatin1Char(' '), 2))));
            CHECK(std::ranges::find(now.arriving, q("S9"), &WallPerson::staff) == now.arriving.end());
        }
    }
    WHEN("somebody has stood for too long")
    {
        hall.clock().advance(3h);
        THEN("they are leaving, and nobody is twice on a list")
        {
            const auto later = hall.wall("D");
            CHECK(WallHall::said(later.leaving) == QStringList{WallHall::line("S3", Why::Overlong, "door")});
            CHECK(WallHall::said(later.arriving) == QStringList{WallHall::line("S6", Why::Late, "door")});
        }
    }
    THEN("another zone is none of its business")
    {
        CHECK(WallHall::said(hall.wall("D").here) == QStringList{WallHall::line("S3", Why::Stands, "door")});
        CHECK(WallHall::said(hall.wall("D").arriving) == QStringList{WallHall::line("S6", Why::ShiftBegins, "door")});
    }
}
