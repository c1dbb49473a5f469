// Goal: the evaluation counts what the people of the day did: posts, incidents, the course of the day, materials.
// Method: a morning whose minutes are counted here by hand.
#include "core/report/evaluation.h"
#include "core/venue/judgements/judgements.h"
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

SCENARIO("whoever is not ready staffs nothing, in the evaluation as on the day", "[report][people]")
{
    PostHall hall(peoplePlan());  // The gate asks for badge and briefing, and wants two.
    const auto gate = [&hall](const char *column) {
        const auto report = evaluate(hall);
        for (const auto &section : report.sections) {
            for (const auto &table : section.tables) {
                const auto at = std::ranges::find(table.columns, q(column), &report::Column::key);
                const auto row = std::ranges::find(table.rows, q("gate"), &report::Row::key);
                if (table.key == q("posts") && at != table.columns.end() && row != table.rows.end()) {
                    return row->cells[std::size_t(at - table.columns.begin())].number.value_or(-1);
                }
            }
        }
        return qint64(-1);
    };
    REQUIRE(hall.in(0, "gate", "S1", "", "", {q("badge"), q("briefing")}).outcome == Outcome::Done);
    REQUIRE(hall.in(0, "gate", "S2", "", "", {q("badge")}).outcome == Outcome::Done);
    hall.clock().advance(30min - 2s);  // 01:30
    CHECK(hall.at(0, "gate").gap == 1);
    CHECK(gate("missing_minutes") == 120 + 30);
    WHEN("the briefing follows, is taken back and given once more")
    {
        REQUIRE(hall.decide(0, posts::Tick{q("S2"), q("briefing"), true}).outcome == Outcome::Done);
        hall.clock().advance(10min);
        CHECK(hall.at(0, "gate").gap == 0);
        CHECK(gate("missing_minutes") == 120 + 30);
        REQUIRE(hall.decide(0, posts::Tick{q("S2"), q("briefing"), false}).outcome == Outcome::Done);
        hall.clock().advance(10min);
        CHECK(hall.at(0, "gate").gap == 1);
        CHECK(gate("missing_minutes") == 120 + 40);
        REQUIRE(hall.decide(0, posts::Tick{q("S2"), q("briefing"), true}).outcome == Outcome::Done);
        hall.clock().advance(10min);
        THEN("the minutes in between count as missing, the others do not")
        {
            CHECK(gate("missing_minutes") == 120 + 40);
        }
    }
}

SCENARIO("the day is judged by who led it", "[report][people][judgements]")
{
    PostHall hall(peoplePlan());
    const auto judge = [&hall](int device, const char *actor, const char *subject, int score, const char *evidence,
                               const char *suggestion = "") {
        hall.clock().advance(1s);
        return hall.decide(device, judgements::Judge{q(subject), score, q(evidence), q(suggestion)}, q(actor));
    };
    CHECK(evaluate(hall).table(q("judgements")) == nullptr);  // On paper there are lines for it.
    CHECK(judge(0, "S9", "weather", 3, "rain").why == q("no_subject"));
    CHECK(judge(0, "S9", "guests", 6, "x").why == q("no_score"));
    CHECK(judge(0, "S9", "guests", 0, "x").why == q("no_score"));
    CHECK(judge(0, "S9", "guests", 4, "  ").why == q("no_evidence"));
    REQUIRE(judge(0, "S9", "guests", 2, "long queue").outcome == Outcome::Done);
    REQUIRE(judge(0, "S9", "guests", 4, "40 interviews", "more seats").outcome == Outcome::Done);  // Thought again.
    REQUIRE(judge(0, "", "guests", 5, "letters").outcome == Outcome::Done);
    REQUIRE(judge(0, "S9", "team", 0, "", "shorter shifts").outcome == Outcome::Done);
    const auto report = evaluate(hall);
    CHECK(valueOf(report, "judged_guests") == 450);
    CHECK_FALSE(valueOf(report, "judged_team"));
    const auto *table = report.table(q("judgements"));
    REQUIRE(table != nullptr);
    CHECK(table->cell(q("guests"), q("evidence")).words.en == q("40 interviews; letters"));
    CHECK(table->cell(q("team"), q("suggestions")).words.en == q("shorter shifts"));
    WHEN("the rehearsal is over")
    {
        hall.clock().advance(1s);
        REQUIRE(hall.decide(0, ResetDay{q("rehearsal")}).outcome == Outcome::Done);
        CHECK(evaluate(hall).table(q("judgements")) == nullptr);
    }
}
