// Tasks as they are shown.
#include "core/venue/cues/task_rounds.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/day/day_query.h"

namespace muster::tasks {
namespace {

constexpr int minutesOfDay = 24 * 60;

/// Of a task without an hour that is of another day, or a milestone: the end of that day.
std::optional<WallTime> dueOf(const TaskPlan &task, const EventTime &time)
{
    if (task.dueMinute) {
        return time.at(*task.dueMinute, task.day);
    }
    const bool isOfDay = task.kind == TaskKind::Milestone || task.day != 0;
    return isOfDay ? time.at(minutesOfDay, task.day) : std::nullopt;
}

void addRounds(State &state, const TaskPlan &task, const EventTime &time, WallTime now, TaskView &view)
{
    const auto rounds = roundsOf(task, time);
    if (!rounds || view.state == TaskState::Skipped) {
        return;
    }
    const auto count = countOf(state, task.code, *rounds, now);
    view.roundsDone = count.done;
    view.roundsMissed = count.missed;
    view.due = count.due;
    view.doneAt = count.lastAt;
    view.isLate = count.isOverdue && now >= *count.due + roundGrace;
    // Nobody ever went: that is not done.
    view.state = count.isOver ? (count.done > 0 ? TaskState::Done : TaskState::Skipped)
                              : (count.done > 0 ? TaskState::Started : TaskState::Waiting);
}

TaskView viewOf(State &state, const EventSetup &setup, const TaskPlan &task, const Now &now, const EventTime &time,
                WallTime asked)
{
    TaskView view;
    view.code = task.code;
    view.name = task.name;
    view.kind = task.kind;
    view.owner = task.owner;
    view.ownerName = task.owner.isEmpty() ? QString() : day_query::staffName(setup, task.owner);
    view.zone = task.zone;
    view.phase = task.phase;
    view.state = now.state;
    view.isEvidenceNeeded = task.isEvidenceNeeded;
    view.evidence = now.evidence.isEmpty() ? now.reason : now.evidence;
    if (task.kind == TaskKind::Round) {
        addRounds(state, task, time, asked, view);
        return view;
    }
    view.due = dueOf(task, time);
    if (now.state == TaskState::Done) {
        view.doneAt = now.at;
    }
    view.isLate = isOpen(view) && view.due && asked >= *view.due;
    return view;
}

QString firstOf(const QString &wanted, const QString &other) { return wanted.isEmpty() ? other : wanted; }

}  // namespace

QString toString(TaskState state)
{
    switch (state) {
    case TaskState::Waiting: return QStringLiteral("waiting");
    case TaskState::Started: return QStringLiteral("started");
    case TaskState::Done: return QStringLiteral("done");
    case TaskState::Skipped: return QStringLiteral("skipped");
    }
    Q_UNREACHABLE();
}

QString toString(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Task: return QStringLiteral("task");
    case TaskKind::Milestone: return QStringLiteral("milestone");
    case TaskKind::Round: return QStringLiteral("round");
    }
    Q_UNREACHABLE();
}

std::vector<TaskView> viewsOf(State &state, const EventSetup &setup, WallTime now, int countMax)
{
    const auto tasks = all(state, setup);
    const auto known = everyNow(state, tasks);
    const EventTime time(setup);
    std::vector<TaskView> views;
    views.reserve(tasks.size());
    for (const auto &task : tasks) {
        const auto told = known.find(task.code);
        views.push_back(viewOf(state, setup, task, told == known.end() ? Now{} : told->second, time, now));
    }
    std::ranges::stable_sort(views, {}, [](const TaskView &view) {
        const bool isOver = view.state == TaskState::Done || view.state == TaskState::Skipped;
        return std::pair(isOver, view.due.value_or(WallTime::max()));
    });
    views.resize(std::min(views.size(), std::size_t(countMax)));
    return views;
}

bool isOpen(const TaskView &task)
{
    if (task.kind == TaskKind::Round) {
        return task.isLate;
    }
    return task.state == TaskState::Waiting || task.state == TaskState::Started;
}

UnmetView unmetOf(const TaskView &task)
{
    const auto zh = firstOf(task.name.zh, task.name.en);
    const auto en = firstOf(task.name.en, task.name.zh);
    const bool isRound = task.kind == TaskKind::Round;
    return {QStringLiteral("task"),
            task.code,
            {(isRound ? QStringLiteral("巡检逾期：%1") : QStringLiteral("任务未完成：%1")).arg(zh),
             (isRound ? QStringLiteral("round overdue: %1") : QStringLiteral("not done: %1")).arg(en)}};
}

}  // namespace muster::tasks
