// Goal: the run of show tells everybody what comes when, from what people said and the plan alone, and nothing starts
// unready unless somebody says why.
// Method: the table of states cell by cell; timelines worked out by hand; halls of devices on real journals that are
// cut off, meet again and start anew; the day is asked, as shown.
#include "core/venue/cues/cue_needs.h"
#include "core/venue/cues/cue_timeline.h"
#include "core/venue/cues/cues.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/day/audit.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;
using cues::Step;

namespace {

constexpr int second = 1;

constexpr int at(int hour, int minute = 0) { return hour * 60 + minute; }

Cue cueOf(const char *code, std::optional<int> minute, int minutes, const char *after = "")
{
    Cue cue;
    cue.code = QString::fromLatin1(code);
    cue.name = {QStringLiteral("环节") + cue.code, QStringLiteral("Cue ") + cue.code};
    cue.minute = minute;
    cue.minutes = minutes;
    cue.after = QString::fromLatin1(after);
    return cue;
}

/// On the day of the hall's clock, which begins at 01:00 UTC.
EventSetup showPlan()
{
    auto plan = Hall::samplePlan();
    auto speech = cueOf("speech", at(9, 30), 10);
    auto rules = cueOf("rules", {}, 5, "speech");
    auto first = cueOf("first", {}, 20, "rules");
    auto lunch = cueOf("lunch", at(11), 30, "first");
    auto doors = cueOf("doors", at(9), 0);
    doors.isDoors = true;
    plan.cues = {doors, speech, rules, first, lunch};
    return plan;
}

struct ShowHall : Hall {
    explicit ShowHall(EventSetup plan = showPlan()) : Hall(2, std::move(plan)) {}

    void until(int hour, int minute = 0)
    {
        const auto wanted = fromMsecs(0) + std::chrono::sys_days(std::chrono::year(2026) / 11 / 28).time_since_epoch() +
                            std::chrono::hours(hour) + std::chrono::minutes(minute);
        REQUIRE(wanted >= clock().wall());
        clock().advance(wanted - clock().wall());
    }
    Answer step(int device, const char *cue, Step step, int minutes = 0, const char *reason = "")
    {
        clock().advance(1ms);
        return decide(device, cues::Advance{QString::fromLatin1(cue), step, minutes, QString::fromLatin1(reason), {}});
    }
    CueView cue(int device, const char *code)
    {
        const auto day = this->day(device);
        const auto *found = findByCode(day.cues, QString::fromLatin1(code));
        REQUIRE(found != nullptr);
        return *found;
    }
    /// Minutes after midnight.
    int expected(int device, const char *code)
    {
        const auto view = cue(device, code);
        return view.expected ? int(toMsecs(*view.expected) % 86'400'000 / 60'000) : -1;
    }
    bool isRaised(const char *id)
    {
        return std::ranges::any_of(day(0).alerts, [&](const auto &alert) { return alert.id == QLatin1String(id); });
    }
};

}  // namespace

TEST_CASE("what may be done with a cue in which state", "[cues][states]")
{
    struct Row {
        CueState state;
        std::string_view legal;  ///< go, hold, done, skip, reset, shift
    };
    constexpr Row rows[] = {{CueState::Waiting, "yy.y.y"},
                            {CueState::Held, "y..yyy"},
                            {CueState::Running, "..y.y."},
                            {CueState::Done, "....y."},
                            {CueState::Skipped, "....y."}};
    for (const auto &row : rows) {
        for (int step = 0; step <= int(Step::Shift); ++step) {
            INFO(cues::toString(row.state).toStdString() << ' ' << step);
            CHECK(cues::isLegal(row.state, Step(step)) == (row.legal[std::size_t(step)] == 'y'));
        }
    }
    const std::pair<Step, CueState> after[] = {{Step::Go, CueState::Running},    {Step::Hold, CueState::Held},
                                               {Step::Done, CueState::Done},     {Step::Skip, CueState::Skipped},
                                               {Step::Reset, CueState::Waiting}, {Step::Shift, CueState::Held}};
    for (const auto &[step, state] : after) {
        CHECK(cues::stateAfter(CueState::Held, step, false) == state);
    }
    CHECK(cues::stateAfter(CueState::Waiting, Step::Go, true) == CueState::Done);
}

SCENARIO("the run of show follows what happens", "[cues]")
{
    ShowHall hall;
    CHECK(hall.day(0).cues.size() == 5);
    CHECK(hall.day(0).cues.front().code == QStringLiteral("doors"));
    CHECK(cues::secondsToDoors(hall.day(0).cues, hall.day(0).asOf) == 8 * 3600);
    CHECK(hall.expected(0, "rules") == at(9, 40));
    CHECK(hall.expected(0, "first") == at(9, 45));
    CHECK(hall.expected(0, "lunch") == at(11));
    GIVEN("the speech begins ten minutes late")
    {
        hall.until(9, 40);
        CHECK(hall.step(0, "speech", Step::Go).outcome == Outcome::Done);
        THEN("what is linked behind it moves, and what has its own time keeps it")
        {
            CHECK(hall.cue(0, "speech").state == CueState::Running);
            CHECK(hall.cue(0, "speech").offsetSeconds == 600);
            CHECK(hall.expected(0, "rules") == at(9, 50));
            CHECK(hall.expected(0, "first") == at(9, 55));
            CHECK(hall.expected(0, "lunch") == at(11));
            CHECK(hall.cue(0, "rules").offsetSeconds == 600);
        }
        THEN("it drags on: everything behind it waits for its end")
        {
            hall.until(10, 30);
            CHECK(hall.cue(0, "speech").isOverrun);
            CHECK(hall.isRaised("cue_overrun:speech"));
            CHECK(hall.expected(0, "rules") == at(10, 30));
            CHECK_FALSE(hall.isRaised("cue_late:rules"));
            hall.until(10, 45);
            CHECK(hall.expected(0, "lunch") == at(11, 10));
        }
        THEN("it is over early: what has no time of its own comes earlier")
        {
            hall.until(9, 43);
            CHECK(hall.step(0, "speech", Step::Done).outcome == Outcome::Done);
            CHECK(hall.expected(0, "rules") == at(9, 43));
            hall.until(9, 45);
            CHECK(hall.isRaised("cue_late:rules"));
            CHECK(hall.step(0, "rules", Step::Go).outcome == Outcome::Done);
            CHECK_FALSE(hall.isRaised("cue_late:rules"));
        }
        THEN("it was a slip")
        {
            CHECK(hall.step(0, "speech", Step::Reset).outcome == Outcome::Done);
            CHECK(hall.cue(0, "speech").state == CueState::Waiting);
            CHECK_FALSE(hall.cue(0, "speech").startedAt);
        }
    }
    GIVEN("the speech is moved, twice")
    {
        CHECK(hall.step(0, "speech", Step::Shift, 15).outcome == Outcome::Done);
        CHECK(hall.step(0, "speech", Step::Shift, -5).outcome == Outcome::Done);
        CHECK(hall.expected(0, "speech") == at(9, 40));
        CHECK(hall.expected(0, "rules") == at(9, 50));
        CHECK(hall.step(0, "speech", Step::Shift, 0).why == QStringLiteral("minutes"));
        CHECK(hall.step(0, "speech", Step::Shift, 100'000).why == QStringLiteral("minutes"));
    }
    GIVEN("the speech is held, skipped, or its time has passed")
    {
        hall.until(10);
        CHECK(hall.isRaised("cue_late:speech"));
        CHECK(hall.expected(0, "speech") == at(10));
        CHECK(hall.step(0, "speech", Step::Hold).outcome == Outcome::Done);
        CHECK_FALSE(hall.isRaised("cue_late:speech"));
        CHECK(hall.expected(0, "rules") == at(10, 10));
        CHECK(hall.step(0, "speech", Step::Skip).outcome == Outcome::Done);
        CHECK_FALSE(hall.cue(0, "speech").expected);
        CHECK(hall.expected(0, "rules") == at(10));
        CHECK(hall.step(0, "speech", Step::Go).why == QStringLiteral("skipped"));
    }
    GIVEN("the doors open")
    {
        hall.until(8, 50);
        CHECK(cues::secondsToDoors(hall.day(0).cues, hall.day(0).asOf) == 600);
        hall.until(9, 5);
        CHECK(cues::secondsToDoors(hall.day(0).cues, hall.day(0).asOf) == 0);  // Not before now.
        CHECK(hall.step(0, "doors", Step::Go).outcome == Outcome::Done);
        THEN("that takes no time: it is over, and the countdown counts on")
        {
            CHECK(hall.cue(0, "doors").state == CueState::Done);
            hall.clock().advance(2min);
            CHECK(*cues::secondsToDoors(hall.day(0).cues, hall.day(0).asOf) <= -119);
        }
    }
    CHECK(hall.step(0, "nothing", Step::Go).why == QStringLiteral("no_cue"));
}

SCENARIO("a cue that is to be cut short moves nothing", "[cues]")
{
    auto plan = showPlan();
    plan.cues[1].overrun = Overrun::Hold;
    ShowHall hall(plan);
    hall.until(9, 38);
    CHECK(hall.step(0, "speech", Step::Go).outcome == Outcome::Done);
    CHECK(hall.expected(0, "rules") == at(9, 40));
    hall.until(9, 42);
    CHECK(hall.isRaised("cue_late:rules"));  // It keeps its time, and the time has come.
}

SCENARIO("the run of show after midnight, on the night when clocks change", "[cues][time]")
{
    auto plan = showPlan();
    plan.timeZone = QStringLiteral("Europe/Berlin");
    plan.day = QStringLiteral("2026-10-24");
    plan.cues = {cueOf("party", at(23), 240), cueOf("bus", at(24 + 3, 30), 10, "party")};
    const auto planned = [&](const EventSetup &setup) {
        const cues::Course course;
        const cues::Timeline timeline(setup, course, WallTime{});
        return std::pair(*timeline.of(0).planned, *timeline.of(1).planned);
    };
    const auto [party, bus] = planned(plan);
    CHECK(bus - party == 5h + 30min);  // One hour comes twice.
    plan.day = QStringLiteral("2026-03-28");
    const auto [spring, springBus] = planned(plan);
    CHECK(springBus - spring == 3h + 30min);
    SECTION("what is linked follows by the length of things, not by the clock on the wall")
    {
        plan.cues[1].minute.reset();
        const auto [start, linked] = planned(plan);
        CHECK(linked - start == 4h);
    }
}

TEST_CASE("links that go in a circle, or nowhere, harm nobody", "[cues]")
{
    EventSetup plan = Hall::samplePlan();
    plan.cues = {cueOf("a", at(9), 5, "c"), cueOf("b", {}, 5, "a"), cueOf("c", {}, 5, "b"),
                 cueOf("self", {}, 5, "self"), cueOf("lost", {}, 5, "nobody")};
    for (int i = 0; i < 20'000; ++i) {  // Nor does a very long chain.
        plan.cues.push_back(cueOf(qPrintable(QStringLiteral("n%1").arg(i)), {}, 1,
                                  qPrintable(i == 19'999 ? QStringLiteral("a") : QStringLiteral("n%1").arg(i + 1))));
    }
    const cues::Course course;
    const cues::Timeline timeline(plan, course, WallTime{});
    CHECK(timeline.of(0).planned);
    CHECK_FALSE(timeline.of(3).expected);
    CHECK_FALSE(timeline.of(4).expected);
    CHECK(*timeline.of(5).planned - *timeline.of(0).planned == 5min + 19'999min);
}

SCENARIO("two devices that do not know of each other run the show", "[cues]")
{
    ShowHall hall;
    hall.until(9, 30);
    hall.syncAll();
    GIVEN("both start the speech")
    {
        CHECK(hall.step(0, "speech", Step::Go).outcome == Outcome::Done);
        CHECK(hall.step(second, "speech", Step::Go).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.isEqual());
        CHECK(hall.cue(0, "speech").startedAt == hall.cue(second, "speech").startedAt);
        CHECK(hall.step(second, "speech", Step::Go).why == QStringLiteral("running"));
    }
    GIVEN("one starts it while the other one moves it")
    {
        CHECK(hall.step(0, "speech", Step::Go).outcome == Outcome::Done);
        CHECK(hall.step(second, "speech", Step::Shift, 10).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.isEqual());
        CHECK(hall.cue(second, "speech").state == CueState::Running);
    }
    GIVEN("a correction by somebody whose clock is behind")
    {
        CHECK(hall.step(0, "speech", Step::Go).outcome == Outcome::Done);
        hall.syncAll();
        hall.clock().stepWall(-3h);
        CHECK(hall.step(second, "speech", Step::Reset).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.cue(0, "speech").state == CueState::Waiting);
    }
}

SCENARIO("the doors wait for what they need", "[cues][needs]")
{
    auto plan = showPlan();
    TaskPlan weather;
    weather.code = QStringLiteral("weather");
    weather.name = {QStringLiteral("天气确认"), QStringLiteral("Weather check")};
    plan.tasks = {weather};
    Material radios;
    radios.code = QStringLiteral("radios");
    radios.name = {QStringLiteral("对讲机"), QStringLiteral("Radios")};
    radios.planned = 60;
    radios.isNeeded = true;
    plan.materials = {radios};
    plan.cues[0].needs = {QStringLiteral("materials"), QStringLiteral("weather"), QStringLiteral("speech"),
                          QStringLiteral("mystery")};
    ShowHall hall(plan);
    const auto unmet = hall.cue(0, "doors").unmet;
    REQUIRE(unmet.size() == 4);
    CHECK(unmet[0].text.en == QStringLiteral("Radios: 60 short"));
    CHECK(unmet[3].kind == QStringLiteral("unknown"));
    const auto refused = hall.step(0, "doors", Step::Go);
    CHECK(refused.outcome == Outcome::Refused);
    CHECK(refused.why == QStringLiteral("unmet"));
    CHECK(refused.subjects == QStringList{QStringLiteral("material:radios"), QStringLiteral("task:weather"),
                                          QStringLiteral("cue:speech"), QStringLiteral("unknown:mystery")});
    CHECK(refused.reason.en.contains(QStringLiteral("Weather check")));
    CHECK(refused.reason.zh.contains(QStringLiteral("天气确认")));
    WHEN("they open all the same, somebody says why, and it can be read afterwards")
    {
        const auto answer = hall.step(0, "doors", Step::Go, 0, "mayor is here");
        REQUIRE(answer.outcome == Outcome::Done);
        CHECK(hall.cue(0, "doors").overrideReason == QStringLiteral("mayor is here"));
        std::optional<AuditView> entry;
        REQUIRE(hall.at(0).journal->forEach([&](const Operation &operation) {
            entry = operation.hash == *answer.operation ? audit::entryOf(operation) : entry;
            return true;
        }));
        REQUIRE(entry);
        CHECK(entry->act == QStringLiteral("cue_go"));
        CHECK(entry->reason == QStringLiteral("mayor is here"));
        CHECK(entry->detail.contains(QStringLiteral("task:weather")));
    }
    WHEN("everything is there, they open")
    {
        plan.cues[0].needs.removeLast();
        ShowHall ready(plan);
        CHECK(ready.decide(0, materials::Move{QStringLiteral("radios"), materials::Step::Arrived, 60, {}, {}, {}})
                  .outcome == Outcome::Done);
        CHECK(ready.decide(0, tasks::Advance{QStringLiteral("weather"), tasks::Step::Done, {}, {}, {}, {}}).outcome ==
              Outcome::Done);
        CHECK(ready.step(0, "speech", Step::Skip).outcome == Outcome::Done);
        CHECK(ready.cue(0, "doors").unmet.empty());
        CHECK(ready.step(0, "doors", Step::Go).outcome == Outcome::Done);
    }
}

TEST_CASE("posts without people and urgent incidents stand in the way", "[cues][needs]")
{
    PostView gate;
    gate.code = QStringLiteral("gate");
    gate.name = {QStringLiteral("大门"), {}};
    PostView exit = gate;
    exit.code = QStringLiteral("exit");
    exit.gap = 2;
    const auto posts = cues::unmetOf(std::vector{gate, exit});
    REQUIRE(posts.size() == 1);
    CHECK(cues::subjectsOf(posts) == QStringList{QStringLiteral("post:exit")});
    CHECK(posts[0].text.zh == QStringLiteral("岗位缺人：大门 缺 2 人"));
    CHECK(posts[0].text.en == QStringLiteral("post 大门: 2 missing"));
    IncidentView spill;
    spill.number = QStringLiteral("17");
    IncidentView fire = spill;
    fire.number = QStringLiteral("18");
    fire.isUrgent = true;
    fire.summary = QStringLiteral("nobody's business");
    IncidentView over = fire;
    over.state = incidents::State::Closed;
    const auto incidents = cues::unmetOf(std::vector{spill, fire, over});
    CHECK(cues::subjectsOf(incidents) == QStringList{QStringLiteral("incident:18")});
    CHECK_FALSE(cues::wordsOf(incidents).en.contains(fire.summary));
}

SCENARIO("the run of show outlives a restart, and a rehearsal does not count", "[cues]")
{
    ShowHall hall;
    hall.until(9, 30);
    const auto act = hall.actOf(cues::Advance{QStringLiteral("speech"), Step::Go, 0, {}, {}});
    const auto first = hall.act(0, act, true);
    CHECK(first.outcome == Outcome::Done);
    CHECK(hall.act(0, act, true).operation == first.operation);  // Tapped again.
    CHECK(hall.step(0, "lunch", Step::Shift, 5).outcome == Outcome::Done);
    CHECK(hall.decide(0, ResetDay{QStringLiteral("rehearsal")}).outcome == Outcome::Done);
    CHECK(hall.cue(0, "speech").state == CueState::Waiting);
    CHECK(hall.expected(0, "lunch") == at(11));
    hall.syncAll();
    CHECK(hall.isEqual());
}
