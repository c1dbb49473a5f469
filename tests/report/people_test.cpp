// Goal: the evaluation counts what the people of the day did: posts, incidents, the course of the day, materials.
// Method: a morning whose minutes are counted here by hand.
#include "core/report/evaluation.h"
#include "tests/venue/post_hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

EventSetup peoplePlan()
{
    auto plan = postPlan();
    IncidentType spill;
    spill.code = q("spill");
    plan.incidentTypes = {spill};
    Cue welcome;
    welcome.code = q("welcome");
    welcome.minute = 90;
    welcome.minutes = 10;
    plan.cues = {welcome};
    TaskPlan sweep;
    sweep.code = q("sweep");
    sweep.phase = Phase::Live;
    sweep.dueMinute = 100;
    plan.tasks = {sweep};
    Material chairs;
    chairs.code = q("chairs");
    chairs.planned = 10;
    plan.materials = {chairs};
    return plan;
}

report::Report evaluate(PostHall &hall)
{
    report::Sources sources;
    sources.generatedAt = hall.clock().wall();
    report::Report found;
    auto &at = hall.Hall::at(0);
    REQUIRE(at.journal->read([&](State &state) { found = report::evaluate(state, at.venue.setup(state), sources); }));
    return found;
}

std::optional<qint64> valueOf(const report::Report &report, const char *key)
{
    const auto *figure = report.figure(q(key));
    INFO(key);
    REQUIRE(figure != nullptr);
    return figure->value;
}

}  // namespace

SCENARIO("the evaluation counts what people did", "[report][people]")
{
    PostHall hall(peoplePlan());  // It is 01:00, and every post should be staffed since midnight.
    GIVEN("one post is taken at once, an incident is seen to, a cue and a task come late")
    {
        REQUIRE(hall.in(0, "desk", "S1").outcome == Outcome::Done);  // Takes a second.
        hall.clock().advance(10min - 1s);
        incidents::Open spill;
        spill.zone = q("A");
        spill.types = {q("spill")};
        spill.text = q("coffee");
        const auto number = hall.decide(0, spill).number;
        hall.clock().advance(2min);
        REQUIRE(hall.decide(0, incidents::Assign{number, q("S7"), {}, incidents::AssigneeState::Assigned}).outcome ==
                Outcome::Done);
        hall.clock().advance(3min);
        REQUIRE(hall.decide(0, incidents::Assign{number, q("S7"), {}, incidents::AssigneeState::OnScene}).outcome ==
                Outcome::Done);
        hall.clock().advance(25min);  // 01:40
        cues::Advance go;
        go.cue = q("welcome");
        tasks::Advance done;
        done.task = q("sweep");
        materials::Move arrived;
        arrived.material = q("chairs");
        arrived.step = materials::Step::Arrived;
        arrived.count = 8;
        REQUIRE(hall.decide(0, go).outcome == Outcome::Done);
        REQUIRE(hall.decide(0, done).outcome == Outcome::Done);
        REQUIRE(hall.decide(0, arrived).outcome == Outcome::Done);
        hall.clock().advance(20min);  // 02:00
        const auto report = evaluate(hall);
        THEN("posts that needed nobody were on time, and every minute short is counted")
        {
            CHECK(valueOf(report, "posts_on_time") == 333);  // Deputy and reserve, of six.
            CHECK(valueOf(report, "staff") == 1);
            CHECK(valueOf(report, "short_minutes") == 60 + 3 * 120);    // Desk; gate, door, lead.
            CHECK(valueOf(report, "missing_minutes") == 60 + 4 * 120);  // The gate wants two.
        }
        THEN("the incident's minutes run from when it was logged")
        {
            CHECK(valueOf(report, "incidents") == 1);
            CHECK(valueOf(report, "incidents_open") == 1);
            CHECK(valueOf(report, "assigned_median") == 120);
            CHECK(valueOf(report, "on_scene_median") == 300);
        }
        THEN("a task that was done at its minute is on time") { CHECK(valueOf(report, "tasks_on_time") == 1'000); }
        THEN("nobody's name is in it")
        {
            CHECK(report.figure(q("staff")) != nullptr);
            for (const auto &section : report.sections) {
                for (const auto &table : section.tables) {
                    for (const auto &row : table.rows) {
                        CHECK_FALSE(row.key.startsWith(q("S")));
                    }
                }
            }
        }
    }
}
