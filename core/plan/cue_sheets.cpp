#include "core/plan/day_columns.h"
#include "core/plan/sheet_words.h"
#include "core/plan/sheets.h"

namespace muster::plan {
namespace {

constexpr Bounds minutesOfCue{.min = 0, .max = 1'440};
constexpr Bounds minutesBetweenRounds{.min = 1, .max = 1'440};

/// Zero is what a task has that is no round: it is written as nothing.
Column<TaskPlan> everyColumn()
{
    auto column = numberColumn<TaskPlan>(
        {.key = QStringLiteral("every"),
         .title = {.zh = QStringLiteral("间隔分钟"), .en = QStringLiteral("Every minutes")},
         .aliases = {QStringLiteral("every")},
         .note = {.zh = QStringLiteral("round：每隔几分钟一次"), .en = QStringLiteral("of a round: minutes between")}},
        minutesBetweenRounds, [](auto &r) -> auto & { return r.everyMinutes; });
    column.write = [](const TaskPlan &task) {
        return task.everyMinutes == 0 ? QString() : QString::number(task.everyMinutes);
    };
    return column;
}

}  // namespace

// NOLINTNEXTLINE(readability-function-size): a table.
const SheetPlan<Cue> &cueSheet()
{
    static const SheetPlan<Cue> plan{
        .head = {.key = QStringLiteral("cues"),
                 .title = {.zh = QStringLiteral("流程"), .en = QStringLiteral("Run of show")},
                 .aliases = {QStringLiteral("cue"), QStringLiteral("流程表"), QStringLiteral("时间表")},
                 .note = {.zh = QStringLiteral("当天的流程，一行一个环节"),
                          .en = QStringLiteral("What happens when on the day, one cue a row")}},
        .columns = {
            ownCodeColumn<Cue>(QStringLiteral("doors"), {QStringLiteral("cue")}), chineseNameColumn<Cue>(),
            englishNameColumn<Cue>(),
            minuteColumn<Cue>(
                {.key = QStringLiteral("start"),
                 .title = {.zh = QStringLiteral("开始"), .en = QStringLiteral("Start")},
                 .aliases = {QStringLiteral("时间"), QStringLiteral("from")},
                 .note = {.zh = QStringLiteral("几点开始，如 08:40；空为紧接上一环节"),
                          .en = QStringLiteral("when it starts, such as 08:40; empty: at the end of the "
                                               "cue before it")}},
                [](auto &r) -> auto & { return r.minute; }),
            numberColumn<Cue>(
                {.key = QStringLiteral("minutes"),
                 .title = {.zh = QStringLiteral("时长"), .en = QStringLiteral("Minutes")},
                 .aliases = {QStringLiteral("分钟"), QStringLiteral("时长分钟")},
                 .note = {.zh = QStringLiteral("多少分钟"), .en = QStringLiteral("how long it takes")}},
                minutesOfCue, [](auto &r) -> auto & { return r.minutes; }),
            codeColumn<Cue>(
                {.key = QStringLiteral("after"),
                 .title = {.zh = QStringLiteral("接在"), .en = QStringLiteral("After")},
                 .note = {.zh = QStringLiteral("接在哪个环节结束之后"),
                          .en = QStringLiteral("code of the cue at whose end it starts")},
                 .refersTo = QStringLiteral("cues")},
                [](auto &r) -> auto & { return r.after; }),
            choiceColumn<Cue>(
                {.key = QStringLiteral("overrun"),
                 .title = {.zh = QStringLiteral("超时"), .en = QStringLiteral("When overrun")},
                 .aliases = {QStringLiteral("overrun")},
                 .note = {.zh = QStringLiteral("它超时后，接在后面的：shift 顺延；hold 不动；空为 shift"),
                          .en = QStringLiteral("what is linked behind it: shift (starts later) or hold (keeps its "
                                               "time); empty: shift")}},
                overruns(), [](auto &r) -> auto & { return r.overrun; }),
            ownerColumn<Cue>(),
            ownZoneColumn<Cue>({.zh = QStringLiteral("在哪个区域；空为全场"),
                                .en = QStringLiteral("code of the zone; empty: the whole hall")}),
            flagColumn<Cue>(
                {.key = QStringLiteral("doors"),
                 .title = {.zh = QStringLiteral("开门"), .en = QStringLiteral("Doors")},
                 .note = {.zh = QStringLiteral("yes：此刻开门，倒计时到它；只能一个"),
                          .en = QStringLiteral("yes: doors open with it and the countdown is to it; one "
                                               "only")}},
                [](auto &r) -> auto & { return r.isDoors; }),
            codesColumn<Cue>(
                {.key = QStringLiteral("needs"),
                 .title = {.zh = QStringLiteral("前提"), .en = QStringLiteral("Needs")},
                 .aliases = {QStringLiteral("条件"), QStringLiteral("前置")},
                 .note = {.zh =
                              QStringLiteral("开始前须齐备：posts 岗位；materials 物料；incidents 无紧急事件；任务或环"
                                             "节的代码，用 ; 隔开"),
                          .en = QStringLiteral("what it needs: posts, materials, incidents (no urgent one open), codes "
                                               "of tasks and cues that must be done; parted by ;")}},
                [](auto &r) -> auto & { return r.needs; })}};
    return plan;
}

// NOLINTNEXTLINE(readability-function-size): a table.
const SheetPlan<TaskPlan> &taskSheet()
{
    static const SheetPlan<TaskPlan> plan{
        .head = {.key = QStringLiteral("tasks"),
                 .title = {.zh = QStringLiteral("任务"), .en = QStringLiteral("Tasks")},
                 .aliases = {QStringLiteral("task"), QStringLiteral("任务表"), QStringLiteral("倒排计划")},
                 .note = {.zh = QStringLiteral("一件事、一个负责人、一个时间：倒排节点、开门前检查、巡查、收尾"),
                          .en = QStringLiteral("One thing, one owner, one time: milestones, checks before the doors, "
                                               "rounds, closing")}},
        .columns = {
            ownCodeColumn<TaskPlan>(QStringLiteral("signage"), {QStringLiteral("task")}),
            chineseNameColumn<TaskPlan>(),
            englishNameColumn<TaskPlan>(),
            choiceColumn<TaskPlan>(
                {.key = QStringLiteral("kind"),
                 .title = {.zh = QStringLiteral("种类"), .en = QStringLiteral("Kind")},
                 .note = {.zh = QStringLiteral("task 任务；milestone 倒排节点；round 巡查；空为 task"),
                          .en = QStringLiteral("task, milestone (of the weeks before) or round (again and again); "
                                               "empty: task")}},
                taskKinds(), [](auto &r) -> auto & { return r.kind; }),
            ownerColumn<TaskPlan>(),
            ownZoneColumn<TaskPlan>({.zh = QStringLiteral("在哪个区域；巡查须扫该区域的码"),
                                     .en = QStringLiteral("code of the zone; a round is proved by its code")}),
            choiceColumn<TaskPlan>(
                {.key = QStringLiteral("phase"),
                 .title = {.zh = QStringLiteral("阶段"), .en = QStringLiteral("Phase")},
                 .note = {.zh = QStringLiteral("prepare 筹备；open 开场；live 进行；close 收尾；空为 prepare"),
                          .en = QStringLiteral("prepare, open, live or close; empty: prepare")}},
                phases(), [](auto &r) -> auto & { return r.phase; }),
            {.head = {.key = QStringLiteral("due"),
                      .title = {.zh = QStringLiteral("期限"), .en = QStringLiteral("Due")},
                      .aliases = {QStringLiteral("时间"), QStringLiteral("截止"), QStringLiteral("完成时间")},
                      .note = {.zh = QStringLiteral("D-20、D-1 18:00、09:30（当天）、D+3；巡查写第一次的时间"),
                               .en = QStringLiteral("D-20, D-1 18:00, 09:30 (on the day) or D+3; of a round: the "
                                                    "first one")}},
             .read = parseDue,
             .write = dueText},
            everyColumn(),
            minuteColumn<TaskPlan>(
                {.key = QStringLiteral("until"),
                 .title = {.zh = QStringLiteral("巡查到"), .en = QStringLiteral("Until")},
                 .note = {.zh = QStringLiteral("round：最后一次不晚于"),
                          .en = QStringLiteral("of a round: the last one is due by then")}},
                [](auto &r) -> auto & { return r.untilMinute; }),
            flagColumn<TaskPlan>(
                {.key = QStringLiteral("evidence"),
                 .title = {.zh = QStringLiteral("须有凭据"), .en = QStringLiteral("Evidence")},
                 .aliases = {QStringLiteral("凭据")},
                 .note = {.zh = QStringLiteral("yes：写明凭据（批文号、照片、签字）才算完成"),
                          .en = QStringLiteral("yes: done only with a word on what shows it")}},
                [](auto &r) -> auto & { return r.isEvidenceNeeded; })}};
    return plan;
}

}  // namespace muster::plan
