// Goal: every task has one who sees to it and a time; a round counts only where somebody was; no phase of the day ends
// unready unless somebody says why.
// Method: the tables of states and of rounds cell by cell; halls on real journals that are cut off and meet again; the
// day is asked, as shown.
#include "core/venue/cues/task_rounds.h"
#include "core/venue/cues/tasks.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;
using tasks::Step;

namespace {

constexpr int second = 1;

constexpr int at(int hour, int minute = 0) { return hour * 60 + minute; }

TaskPlan taskOf(const char *code, Phase phase = Phase::Prepare, std::optional<int> due = {})
{
    TaskPlan task;
    task.code = QString::fromLatin1(code);
    task.name = {QStringLiteral("任务") + task.code, QStringLiteral("Task ") + task.code};
    task.owner = QStringLiteral("S1");
    task.phase = phase;
    task.dueMinute = due;
    return task;
}

TaskPlan roundOf(const char *zone)
{
    auto round = taskOf("patrol", Phase::Live, at(9));
    round.kind = TaskKind::Round;
    round.zone = QString::fromLatin1(zone);
    round.everyMinutes = 60;
    round.untilMinute = at(12);
    return round;
}

EventSetup taskPlan()
{
    auto plan = Hall::samplePlan();
    StaffMember wang;
    wang.code = QStringLiteral("S1");
    wang.name = QStringLiteral("王明");
    StaffMember li = wang;
    li.code = QStringLiteral("S2");
    li.name = QStringLiteral("李雷");
    plan.staff = {wang, li};
    auto milestone = taskOf("permit");
    milestone.kind = TaskKind::Milestone;
    milestone.day = -20;
    auto signage = taskOf("signage", Phase::Prepare, at(8));
    signage.isEvidenceNeeded = true;
    auto report = taskOf("report", Phase::Close);
    report.day = 3;
    plan.tasks = {signage, milestone, taskOf("parking", Phase::Open), roundOf("D"), report};
    return plan;
}

struct TaskHall : Hall {
    explicit TaskHall(EventSetup plan = taskPlan()) : Hall(2, std::move(plan)) {}

    void until(int hour, int minute = 0)
    {
        const WallTime day = std::chrono::sys_days(std::chrono::year(2026) / 11 / 28);
        const auto wanted = day + std::chrono::hours(hour) + std::chrono::minutes(minute);
        REQUIRE(wanted >= clock().wall());
        clock().advance(wanted - clock().wall());
    }
    Answer step(int device, const char *task, Step step, const char *evidence = "", const char *scanned = "",
                const char *reason = "")
    {
        clock().advance(1ms);
        return decide(device, tasks::Advance{QString::fromLatin1(task),
                                             step,
                                             QString::fromLatin1(evidence),
                                             scanned,
                                             QString::fromLatin1(reason),
                                             {}});
    }
    Answer setPhase(Phase phase, const char *reason = "")
    {
        clock().advance(1ms);
        return decide(0, tasks::SetPhase{phase, QString::fromLatin1(reason)});
    }
    TaskView task(int device, const QString &code)
    {
        const auto day = this->day(device);
        const auto *found = findByCode(day.tasks, code);
        REQUIRE(found != nullptr);
        return *found;
    }
    TaskView task(int device, const char *code) { return task(device, QString::fromLatin1(code)); }
    bool isRaised(const char *id)
    {
        return std::ranges::any_of(day(0).alerts, [&](const auto &alert) { return alert.id == QLatin1String(id); });
    }
};

QString isoOf(const std::optional<WallTime> &time)
{
    return time ? QDateTime::fromMSecsSinceEpoch(toMsecs(*time), Qt::UTC).toString(Qt::ISODate) : QString();
}

}  // namespace

TEST_CASE("what may be done with a task in which state", "[tasks][states]")
{
    struct Row {
        TaskState state;
        std::string_view task;  ///< start, done, reopen, skip
        std::string_view round;
    };
    constexpr Row rows[] = {{TaskState::Waiting, "yy.y", ".y.y"},
                            {TaskState::Started, ".yyy", ".y.y"},
                            {TaskState::Done, "..y.", ".y.y"},
                            {TaskState::Skipped, "..y.", "..y."}};
    for (const auto &row : rows) {
        for (int step = 0; step <= int(Step::Skip); ++step) {
            INFO(tasks::toString(row.state).toStdString() << ' ' << step);
            const auto index = std::size_t(step);
            CHECK(tasks::isLegal(TaskKind::Task, row.state, Step(step)) == (row.task[index] == 'y'));
            CHECK(tasks::isLegal(TaskKind::Milestone, row.state, Step(step)) == (row.task[index] == 'y'));
            CHECK(tasks::isLegal(TaskKind::Round, row.state, Step(step)) == (row.round[index] == 'y'));
        }
    }
}

TEST_CASE("rounds that were done, missed, and are overdue", "[tasks][rounds]")
{
    const tasks::Rounds rounds{WallTime{} + 9h, 60min, 4};  // 9, 10, 11, 12 o'clock.
    struct Row {
        int minute;
        std::set<int> done;
        int missed;
        std::optional<int> dueHour;
        bool isOverdue;
        bool isOver;
    };
    const Row rows[] = {
        {at(8), {}, 0, 9, false, false},           // Nothing is due yet.
        {at(8, 55), {0}, 0, 10, false, false},     // A little early.
        {at(9), {}, 0, 9, true, false},            // Now.
        {at(9, 29), {}, 0, 9, true, false},        // Late: it can still be done.
        {at(9, 30), {}, 1, 9, true, false},        // Missed; overdue all the same.
        {at(9, 40), {1}, 1, 11, false, false},     // Somebody was there: it counts for ten o'clock.
        {at(10, 5), {0}, 0, 10, true, false},      //
        {at(10, 5), {0, 1}, 0, 11, false, false},  //
        {at(12, 40), {0, 1, 2}, 1, 12, true, false},
        {at(13), {0, 1, 2}, 1, std::nullopt, false, true},
        {at(13), {0, 1, 2, 3}, 0, std::nullopt, false, true},
    };
    for (const auto &row : rows) {
        INFO(row.minute / 60 << ':' << row.minute % 60 << " done " << row.done.size());
        const auto count = tasks::countOf(rounds, row.done, WallTime{} + std::chrono::minutes(row.minute));
        CHECK(count.done == int(row.done.size()));
        CHECK(count.missed == row.missed);
        CHECK(count.isOverdue == row.isOverdue);
        CHECK(count.isOver == row.isOver);
        CHECK(count.due.has_value() == row.dueHour.has_value());
        if (count.due && row.dueHour) {
            CHECK(*count.due == WallTime{} + std::chrono::hours(*row.dueHour));
        }
    }
}

SCENARIO("tasks have owners and times", "[tasks]")
{
    TaskHall hall;
    CHECK(hall.day(0).tasks.front().code == QStringLiteral("permit"));
    CHECK(hall.task(0, "permit").isLate);
    CHECK(isoOf(hall.task(0, "permit").due) == QStringLiteral("2026-11-09T00:00:00Z"));  // The end of D-20.
    CHECK(isoOf(hall.task(0, "report").due) == QStringLiteral("2026-12-02T00:00:00Z"));
    CHECK(hall.task(0, "signage").ownerName == QStringLiteral("王明"));
    CHECK(hall.isRaised("task_late:permit"));
    GIVEN("a task that has to show something")
    {
        hall.until(8, 1);
        CHECK(hall.isRaised("task_late:signage"));
        CHECK(hall.step(0, "signage", Step::Start).outcome == Outcome::Done);
        CHECK(hall.step(0, "signage", Step::Done).why == QStringLiteral("evidence"));
        CHECK(hall.step(0, "signage", Step::Done, "picture 17").outcome == Outcome::Done);
        CHECK(hall.task(0, "signage").evidence == QStringLiteral("picture 17"));
        CHECK(hall.task(0, "signage").doneAt);
        CHECK_FALSE(hall.isRaised("task_late:signage"));
        CHECK(hall.step(0, "signage", Step::Done, "again").why == QStringLiteral("done"));
        CHECK(hall.step(0, "signage", Step::Reopen).outcome == Outcome::Done);
        CHECK(hall.task(0, "signage").state == TaskState::Waiting);
        CHECK(hall.step(0, "signage", Step::Skip).why == QStringLiteral("reason"));
        CHECK(hall.step(0, "signage", Step::Skip, "", "", "no signs came").outcome == Outcome::Done);
        CHECK(hall.task(0, "signage").evidence == QStringLiteral("no signs came"));
    }
    GIVEN("a task that came up on the day, and is handed on")
    {
        const auto act = hall.actOf(
            tasks::Add{QStringLiteral("Wet floor by the lift"), QStringLiteral("S1"), QStringLiteral("D"), at(9, 30)});
        const auto added = hall.act(second, act, true);
        REQUIRE(added.outcome == Outcome::Done);
        REQUIRE(added.subjects.size() == 1);
        CHECK(hall.act(second, act, true).subjects == added.subjects);  // Tapped again.
        hall.syncAll();
        const auto code = added.subjects.front();
        CHECK(hall.task(0, code).name.en == QStringLiteral("Wet floor by the lift"));
        CHECK(isoOf(hall.task(0, code).due) == QStringLiteral("2026-11-28T09:30:00Z"));
        CHECK(hall.decide(0, tasks::Assign{code, QStringLiteral("S2")}).outcome == Outcome::Done);
        CHECK(hall.decide(0, tasks::Assign{QStringLiteral("parking"), QStringLiteral("S2")}).outcome == Outcome::Done);
        CHECK(hall.task(0, code).ownerName == QStringLiteral("李雷"));
        CHECK(hall.task(0, "parking").owner == QStringLiteral("S2"));
        CHECK(hall.step(0, qPrintable(code), Step::Done).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.task(second, code).state == TaskState::Done);
        CHECK(hall.isEqual());
    }
    GIVEN("what cannot be")
    {
        const tasks::Add nobodys{QStringLiteral("x"), QStringLiteral("S9"), {}, {}};
        CHECK(hall.decide(0, nobodys).why == QStringLiteral("no_staff"));
        CHECK(hall.decide(0, tasks::Add{QStringLiteral(" "), QStringLiteral("S1"), {}, {}}).why ==
              QStringLiteral("name"));
        CHECK(hall.decide(0, tasks::Add{QStringLiteral("x"), QStringLiteral("S1"), QStringLiteral("Q"), {}}).why ==
              QStringLiteral("no_zone"));
        CHECK(hall.decide(0, tasks::Assign{QStringLiteral("x"), QStringLiteral("S1")}).why ==
              QStringLiteral("no_task"));
        CHECK(hall.step(0, "nothing", Step::Done).why == QStringLiteral("no_task"));
    }
    GIVEN("the day of the event is moved: all milestones move")
    {
        auto plan = taskPlan();
        plan.day = QStringLiteral("2026-12-28");
        TaskHall later(plan);
        CHECK(isoOf(later.task(0, "permit").due) == QStringLiteral("2026-12-09T00:00:00Z"));
        CHECK_FALSE(later.isRaised("task_late:permit"));
    }
    GIVEN("a rehearsal: what was done weeks before stays, all else begins anew")
    {
        CHECK(hall.step(0, "permit", Step::Done, "no. 4711").outcome == Outcome::Done);
        CHECK(hall.step(0, "parking", Step::Done).outcome == Outcome::Done);
        CHECK(hall.decide(0, ResetDay{QStringLiteral("rehearsal")}).outcome == Outcome::Done);
        CHECK(hall.task(0, "permit").state == TaskState::Done);
        CHECK(hall.task(0, "parking").state == TaskState::Waiting);
    }
    GIVEN("two who did it, cut off, one of them reopened it")
    {
        CHECK(hall.step(0, "parking", Step::Done).outcome == Outcome::Done);
        CHECK(hall.step(second, "parking", Step::Done).outcome == Outcome::Done);
        CHECK(hall.step(second, "parking", Step::Reopen).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.isEqual());
        CHECK(hall.task(0, "parking").state == TaskState::Waiting);  // Who corrected had seen it done.
    }
}

SCENARIO("a round is proved by the code that hangs in its zone", "[tasks][rounds]")
{
    TaskHall hall;
    const auto sheet = [&hall](const char *zone) {
        return tasks::codeSheetOf(hall.event(), QString::fromLatin1(zone)).toStdString();
    };
    const auto inA = sheet("A");
    const auto inD = sheet("D");
    CHECK(hall.step(0, "patrol", Step::Done, "", inD.c_str()).why == QStringLiteral("not_due"));
    hall.until(9, 2);
    CHECK_FALSE(hall.isRaised("round_overdue:patrol"));
    CHECK(hall.step(0, "patrol", Step::Done).why == QStringLiteral("scan_needed"));
    CHECK(hall.step(0, "patrol", Step::Done, "", inA.c_str()).why == QStringLiteral("wrong_zone"));
    CHECK(hall.step(0, "patrol", Step::Done, "", "RC0042").why == QStringLiteral("no_zone_code"));
    CHECK(hall.step(0, "patrol", Step::Start).outcome == Outcome::Refused);
    GIVEN("nobody goes")
    {
        hall.until(9, 6);
        CHECK(hall.isRaised("round_overdue:patrol"));
        CHECK(hall.task(0, "patrol").isLate);
        WHEN("nobody goes all day")
        {
            hall.until(23);
            CHECK(hall.task(0, "patrol").state == TaskState::Skipped);  // Over, and by no means done.
        }
        WHEN("it is too late for this one")
        {
            hall.until(9, 45);
            CHECK(hall.task(0, "patrol").roundsMissed == 1);
            for (const char *typed : {"D", "muster-zone:D", "muster-zone:D."}) {  // Said from afar.
                CHECK(hall.step(0, "patrol", Step::Done, "", typed).why == QStringLiteral("no_zone_code"));
            }
            CHECK(hall.step(0, "patrol", Step::Done, "", inD.c_str()).outcome == Outcome::Done);
            CHECK(hall.task(0, "patrol").roundsDone == 1);
            CHECK_FALSE(hall.isRaised("round_overdue:patrol"));
            CHECK(isoOf(hall.task(0, "patrol").due) == QStringLiteral("2026-11-28T11:00:00Z"));
        }
    }
    GIVEN("two go, cut off")
    {
        CHECK(hall.step(0, "patrol", Step::Done, "", inD.c_str()).outcome == Outcome::Done);
        CHECK(hall.step(second, "patrol", Step::Done, "", inD.c_str()).outcome == Outcome::Done);
        hall.syncAll();
        CHECK(hall.isEqual());
        CHECK(hall.task(0, "patrol").roundsDone == 1);  // One round, two proofs.
        CHECK(hall.task(0, "patrol").state == TaskState::Started);
        hall.until(13);
        CHECK(hall.task(0, "patrol").roundsMissed == 3);
        CHECK(hall.task(0, "patrol").state == TaskState::Done);
    }
    GIVEN("a code that fell off the wall: without it only with a reason")
    {
        CHECK(hall.step(0, "patrol", Step::Done, "", "", "sheet is gone").outcome == Outcome::Done);
        CHECK(hall.task(0, "patrol").roundsDone == 1);
    }
    GIVEN("a zone that is closed: nobody has to go there")
    {
        CHECK(hall.step(0, "patrol", Step::Skip, "closed").outcome == Outcome::Done);
        hall.until(9, 30);
        CHECK_FALSE(hall.isRaised("round_overdue:patrol"));
        CHECK(hall.step(0, "patrol", Step::Done, "", inD.c_str()).why == QStringLiteral("skipped"));
        CHECK(hall.step(0, "patrol", Step::Reopen).outcome == Outcome::Done);
        CHECK(hall.isRaised("round_overdue:patrol"));
    }
}

TEST_CASE("the code of a zone is its event's own", "[tasks][rounds]")
{
    const auto plan = Hall::samplePlan();
    const auto event = EventId::fromHex(QString(32, u'1')).value_or(EventId());
    const auto sheet = tasks::codeSheetOf(event, QStringLiteral("H"));
    CHECK(sheet.startsWith("muster-zone:H."));
    CHECK(tasks::zoneOf(event, plan, sheet) == QStringLiteral("H"));
    CHECK(tasks::zoneOf(event, plan, sheet.toUpper() + "\r\n") == QStringLiteral("H"));  // As scanners send it.
    CHECK_FALSE(tasks::zoneOf(EventId(), plan, sheet));
    CHECK_FALSE(tasks::zoneOf(event, plan, "muster-zone:H"));
    CHECK_FALSE(tasks::zoneOf(event, plan, "H"));
    CHECK_FALSE(tasks::zoneOf(event, plan, ""));
}

SCENARIO("a phase ends when its list is done", "[tasks][phases]")
{
    auto plan = taskPlan();
    Material radios;
    radios.code = QStringLiteral("radios");
    radios.name = {QStringLiteral("对讲机"), QStringLiteral("Radios")};
    radios.planned = 2;
    radios.isNeeded = true;
    plan.materials = {radios};
    TaskHall hall(plan);
    CHECK(hall.day(0).phase.phase == Phase::Prepare);
    CHECK_FALSE(hall.day(0).phase.since);
    CHECK(hall.day(0).phase.unmet.size() == 3);
    const auto refused = hall.setPhase(Phase::Open);
    CHECK(refused.why == QStringLiteral("unmet"));
    CHECK(refused.subjects == QStringList{QStringLiteral("task:permit"), QStringLiteral("task:signage"),
                                          QStringLiteral("material:radios")});
    WHEN("all is done, it goes on; and one step back needs no list")
    {
        using materials::Move;
        CHECK(hall.step(0, "permit", Step::Done).outcome == Outcome::Done);
        CHECK(hall.step(0, "signage", Step::Done, "seen").outcome == Outcome::Done);
        CHECK(hall.decide(0, Move{QStringLiteral("radios"), materials::Step::Arrived, 2, {}, {}, {}}).outcome ==
              Outcome::Done);
        CHECK(hall.setPhase(Phase::Open).outcome == Outcome::Done);
        CHECK(hall.day(0).phase.phase == Phase::Open);
        CHECK(hall.day(0).phase.since);
        CHECK(hall.setPhase(Phase::Open).why == QStringLiteral("open"));
        CHECK(hall.setPhase(Phase::Close).subjects == QStringList{QStringLiteral("task:parking")});
        CHECK(hall.setPhase(Phase::Prepare).outcome == Outcome::Done);
        THEN("what is out must be back before the day closes")
        {
            CHECK(hall.step(0, "parking", Step::Done).outcome == Outcome::Done);
            CHECK(hall.decide(0, Move{QStringLiteral("radios"), materials::Step::Issued, 2, {}, {}, {}}).outcome ==
                  Outcome::Done);
            CHECK(hall.setPhase(Phase::Live).outcome == Outcome::Done);
            CHECK(hall.day(0).phase.unmet.size() == 1);
            CHECK(hall.setPhase(Phase::Close).subjects == QStringList{QStringLiteral("material:radios")});
            CHECK(hall.decide(0, Move{QStringLiteral("radios"), materials::Step::Returned, 1, {}, {}, {}}).outcome ==
                  Outcome::Done);
            CHECK(hall.decide(0, Move{QStringLiteral("radios"), materials::Step::Missing, 1, {}, {}, {}}).outcome ==
                  Outcome::Done);
            CHECK(hall.setPhase(Phase::Close).outcome == Outcome::Done);
            CHECK(hall.day(0).phase.unmet.front().code == QStringLiteral("report"));
        }
    }
    WHEN("somebody says why")
    {
        CHECK(hall.setPhase(Phase::Live, "the mayor waits").outcome == Outcome::Done);
        CHECK(hall.day(0).phase.phase == Phase::Live);
        hall.until(9, 10);
        CHECK(hall.setPhase(Phase::Close).subjects == QStringList{QStringLiteral("task:patrol")});  // Overdue now.
        hall.syncAll();
        CHECK(hall.day(second).phase.phase == Phase::Live);
        CHECK(hall.decide(0, ResetDay{QStringLiteral("rehearsal")}).outcome == Outcome::Done);
        CHECK(hall.day(0).phase.phase == Phase::Prepare);
    }
}
