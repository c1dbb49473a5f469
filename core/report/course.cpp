// Whether the day kept its times: the run of show, tasks, rounds.
#include "core/report/parts.h"
#include "core/report/state_words.h"
#include "core/venue/cues/cues.h"
#include "core/venue/cues/tasks.h"

namespace muster::report {
namespace {

constexpr int tasksMax = 10'000;

Cell timeCell(const std::optional<WallTime> &at) { return at ? Cell(toMsecs(*at)) : Cell(); }

void addCues(const Reading &reading, Section &section)
{
    Table table;
    table.key = k("cues");
    table.name = words(u"环节：计划与实际", u"Run of show: planned and actual");
    table.how = words(u"偏差 = 实际开始 − 计划开始，正数为晚",
                      u"The offset is the actual start less the planned one: positive is late");
    table.columns = {
        {k("cue"), words(u"环节", u"Cue"), Unit::Words},        {k("planned"), words(u"计划", u"Planned"), Unit::Time},
        {k("started"), words(u"开始", u"Started"), Unit::Time}, {k("offset"), words(u"偏差", u"Offset"), Unit::Seconds},
        {k("ended"), words(u"结束", u"Ended"), Unit::Time},     {k("minutes"), words(u"计划分钟", u"Minutes planned")},
        {k("took"), words(u"实际分钟", u"Minutes taken")},      {k("state"), words(u"状态", u"State"), Unit::Words}};
    qint64 begun = 0;
    qint64 timed = 0;
    qint64 onTime = 0;
    Durations delays;
    for (const auto &cue : cues::viewsOf(reading.state, reading.setup, reading.asOf)) {
        const bool isTimed = cue.startedAt && cue.planned;
        const auto offset =
            isTimed ? std::optional<qint64>((*cue.startedAt - *cue.planned).count() / 1'000) : std::nullopt;
        const auto took = cue.startedAt && cue.endedAt
                              ? std::optional<qint64>(((*cue.endedAt - *cue.startedAt).count() + 30'000) / 60'000)
                              : std::nullopt;
        begun += cue.startedAt ? 1 : 0;
        if (offset) {
            ++timed;
            delays.add(*offset);
            onTime += std::abs(*offset) <= std::chrono::seconds(onTimeGrace).count() ? 1 : 0;
        }
        table.rows.push_back({cue.code,
                              {named(cue.name, cue.code), timeCell(cue.planned), timeCell(cue.startedAt), offset,
                               timeCell(cue.endedAt), qint64(cue.minutes), took, nameOf(cue.state)}});
    }
    table.facts = begun;
    section.figures.push_back(
        figure("cues_on_time", words(u"环节准时率", u"Cues on time"), shareOf(onTime, timed), timed,
               words(u"实际开始与计划相差 5 分钟以内的环节占比", u"Cues that started within 5 minutes of their time"),
               Unit::Percent));
    section.figures.push_back(figure("cue_offset_median", words(u"环节偏差中位", u"Offset of cues, median"),
                                     delays.median(), timed, table.how, Unit::Seconds));
    section.tables.push_back(std::move(table));
}

Words phaseName(Phase phase)
{
    switch (phase) {
    case Phase::Prepare: return words(u"筹备", u"Prepare");
    case Phase::Open: return words(u"开门", u"Open");
    case Phase::Live: return words(u"进行", u"Live");
    case Phase::Close: return words(u"收尾", u"Close");
    }
    Q_UNREACHABLE();
}

struct Punctuality {
    qint64 all = 0;
    qint64 done = 0;
    qint64 skipped = 0;
    qint64 due = 0;     ///< With a time that has passed, or done.
    qint64 onTime = 0;  ///< Of them, done by it.

    void add(const TaskView &task, WallTime asOf)
    {
        ++all;
        done += task.state == TaskState::Done ? 1 : 0;
        skipped += task.state == TaskState::Skipped ? 1 : 0;
        if (task.due && task.state != TaskState::Skipped && (task.doneAt || *task.due <= asOf)) {
            ++due;
            onTime += task.state == TaskState::Done && task.doneAt && *task.doneAt <= *task.due ? 1 : 0;
        }
    }
};

void addTasks(const std::vector<TaskView> &tasks, WallTime asOf, Section &section)
{
    std::map<Phase, Punctuality> byPhase;
    Punctuality sum;
    for (const auto &task : tasks) {
        if (task.kind != TaskKind::Round) {
            byPhase[task.phase].add(task, asOf);
            sum.add(task, asOf);
        }
    }
    Table table;
    table.key = k("tasks");
    table.name = words(u"任务", u"Tasks");
    table.how =
        words(u"准时 = 在期限前完成；没有期限和未到期的不计入准时率；取消的不计",
              u"On time: done by its time. Those without a time, or not due yet, or skipped are left out of the share");
    table.facts = sum.all;
    table.columns = {{k("phase"), words(u"阶段", u"Phase"), Unit::Words},
                     {k("tasks"), words(u"任务", u"Tasks")},
                     {k("done"), words(u"完成", u"Done")},
                     {k("skipped"), words(u"取消", u"Skipped")},
                     {k("due"), words(u"到期", u"Due")},
                     {k("on_time"), words(u"准时", u"On time")},
                     {k("share"), words(u"准时率", u"Share"), Unit::Percent}};
    for (const auto &[phase, one] : byPhase) {
        table.rows.push_back(
            {QString::number(int(phase)),
             {phaseName(phase), one.all, one.done, one.skipped, one.due, one.onTime, shareOf(one.onTime, one.due)}});
    }
    section.figures.push_back(figure("tasks_done", words(u"完成任务", u"Tasks done"), sum.done, sum.all,
                                     words(u"完成的任务与节点", u"Tasks and milestones that are done")));
    section.figures.push_back(figure("tasks_on_time", words(u"任务准时率", u"Tasks on time"),
                                     shareOf(sum.onTime, sum.due), sum.due, table.how, Unit::Percent));
    section.tables.push_back(std::move(table));
}

void addRounds(const std::vector<TaskView> &tasks, Section &section)
{
    Table table;
    table.key = k("rounds");
    table.name = words(u"巡检", u"Rounds");
    table.how = words(u"以扫到区域码为准；过了半个间隔仍未扫的为漏检",
                      u"Proved by scanning the zone's code; missed after half the interval without");
    table.columns = {{k("round"), words(u"巡检", u"Round"), Unit::Words},
                     {k("zone"), words(u"区域", u"Zone"), Unit::Words},
                     {k("done"), words(u"完成", u"Done")},
                     {k("missed"), words(u"漏检", u"Missed")},
                     {k("share"), words(u"完成率", u"Share"), Unit::Percent}};
    qint64 done = 0;
    qint64 missed = 0;
    for (const auto &task : tasks) {
        if (task.kind == TaskKind::Round) {
            done += task.roundsDone;
            missed += task.roundsMissed;
            table.rows.push_back(
                {task.code,
                 {named(task.name, task.code), same(task.zone), qint64(task.roundsDone), qint64(task.roundsMissed),
                  shareOf(task.roundsDone, task.roundsDone + task.roundsMissed)}});
        }
    }
    if (table.rows.empty()) {
        return;
    }
    table.facts = done;
    std::ranges::sort(table.rows, {}, &Row::key);
    table.isAppendix = true;
    section.figures.push_back(figure("rounds_done", words(u"完成巡检", u"Rounds done"), done, done, table.how));
    section.figures.push_back(
        figure("rounds_missed", words(u"漏检", u"Rounds missed"), missed, done + missed, table.how));
    section.tables.push_back(std::move(table));
}

}  // namespace

Words nameOf(CueState state)
{
    switch (state) {
    case CueState::Waiting: return words(u"未开始", u"Not begun");
    case CueState::Held: return words(u"等待", u"Held");
    case CueState::Running: return words(u"进行中", u"Running");
    case CueState::Done: return words(u"完成", u"Done");
    case CueState::Skipped: return words(u"取消", u"Skipped");
    }
    Q_UNREACHABLE();
}

Section course(Reading &reading)
{
    Section section;
    section.key = k("course");
    section.name = words(u"流程与任务", u"Course of the day");
    if (!reading.setup.cues.empty()) {
        addCues(reading, section);
    }
    const auto tasks = tasks::viewsOf(reading.state, reading.setup, reading.asOf, tasksMax);
    if (!tasks.empty()) {
        addTasks(tasks, reading.asOf, section);
        addRounds(tasks, section);
    }
    return section;
}

}  // namespace muster::report
