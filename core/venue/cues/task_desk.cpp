// What people do with tasks.
#include "core/base/crypto.h"
#include "core/journal/body.h"
#include "core/venue/cues/task_rounds.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/door/rules.h"
#include "core/venue/guests/presence.h"
#include "core/venue/staff/people.h"

namespace muster::tasks {
namespace {

constexpr auto sheetPrefix = "muster-zone:";

Words noSuchTask(const QString &code)
{
    return {QStringLiteral("没有任务“%1”").arg(code), QStringLiteral("There is no task \"%1\"").arg(code)};
}

Words taskIs(TaskState state)
{
    switch (state) {
    case TaskState::Waiting: return {QStringLiteral("该任务还没有开始"), QStringLiteral("This task has not started")};
    case TaskState::Started: return {QStringLiteral("该任务正在进行"), QStringLiteral("This task is being done")};
    case TaskState::Done: return {QStringLiteral("该任务已完成"), QStringLiteral("This task is done")};
    case TaskState::Skipped: return {QStringLiteral("该任务已取消"), QStringLiteral("This task was skipped")};
    }
    Q_UNREACHABLE();
}

Words evidenceNeeded()
{
    return {QStringLiteral("请写明完成的依据（照片编号、签收人、单据号等）"),
            QStringLiteral("Say what shows it: the number of a picture or document, who signed for it")};
}

Words scanNeeded(const QString &zone)
{
    return {QStringLiteral("请扫描 %1 区张贴的区域码").arg(zone),
            QStringLiteral("Scan the code that hangs in zone %1").arg(zone)};
}

Words wrongZone(const QString &found, const QString &zone)
{
    return {QStringLiteral("这是 %1 区的码，本次巡检在 %2 区").arg(found, zone),
            QStringLiteral("This is the code of zone %1: the round is in zone %2").arg(found, zone)};
}

Words noZoneCode() { return {QStringLiteral("这不是区域码"), QStringLiteral("This is not the code of a zone")}; }

Words noRoundNow() { return {QStringLiteral("现在不在巡检时段内"), QStringLiteral("No round is due at this time")}; }

Words noName()
{
    return {QStringLiteral("请填写任务（不超过 %1 字）").arg(nameLengthMax),
            QStringLiteral("Say what is to be done, in at most %1 letters").arg(nameLengthMax)};
}

Words badTime()
{
    return {QStringLiteral("时间不对：请填写当天 0:00 起的时刻"),
            QStringLiteral("The time is wrong: say it as on the event's day, from 0:00 on")};
}

bool isStaff(Desk &desk, const QString &code)
{
    return desk.setup().staff.empty() || staff::find(desk.state(), desk.setup(), code).has_value();
}

/// Something waits for it: leaving it out asks for a word.
bool isNeeded(const EventSetup &setup, const TaskPlan &task)
{
    return task.isEvidenceNeeded ||
           std::ranges::any_of(setup.cues, [&](const Cue &cue) { return cue.needs.contains(task.code); });
}

Draft draftOf(State &state, const QString &kind, const TaskPlan &task)
{
    Draft draft;
    draft.kind = kind;
    draft.body = {{key("task"), task.code}, {key("day"), presence::resetCount(state)}};
    if (isLasting(task)) {
        draft.body.insert(key("lasting"), true);
    }
    return draft;
}

void insertSaid(Draft &draft, Desk &desk, const Advance &command)
{
    draft.body.insert(key("station"), desk.post().station);
    draft.body.insert(key("evidence"), command.evidence.trimmed().left(evidenceLengthMax));
    draft.body.insert(key("override"), command.overrideReason.trimmed());
    if (command.happenedAt) {
        draft.body.insert(key("happened_s"), toMsecs(*command.happenedAt) / 1'000);
    }
}

Answer proveRound(Desk &desk, const Act &act, const Advance &command, const TaskPlan &task)
{
    const auto &setup = desk.setup();
    const bool isOverridden = !command.overrideReason.trimmed().isEmpty();
    const bool isScanned = !command.scanned.trimmed().isEmpty();
    const auto zone = zoneOf(desk.journal().options().event, setup, command.scanned);
    if (isScanned && !zone) {
        return desk.refused(act, Outcome::NotFound, noZoneCode(), QStringLiteral("no_zone_code"));
    }
    if (zone && !task.zone.isEmpty() && *zone != task.zone) {
        return desk.refused(act, Outcome::Refused, wrongZone(*zone, task.zone), QStringLiteral("wrong_zone"));
    }
    if (!zone && !task.zone.isEmpty() && !isOverridden) {
        return desk.refused(act, Outcome::Refused, scanNeeded(task.zone), QStringLiteral("scan_needed"));
    }
    const auto at = command.happenedAt.value_or(desk.post().now);
    const auto rounds = roundsOf(task, EventTime(setup));
    if (rounds && (at < rounds->begin() || at >= rounds->end())) {
        return desk.refused(act, Outcome::Refused, noRoundNow(), QStringLiteral("not_due"));
    }
    auto draft = draftOf(desk.state(), roundKind(), task);
    insertSaid(draft, desk, command);
    draft.body.insert(key("zone"), zone.value_or(QString()));
    return desk.done(act, std::move(draft));
}

}  // namespace

QByteArray codeSheetOf(const EventId &event, const QString &zone)
{
    constexpr qsizetype markSize = 4;
    const auto mark = hash256(QByteArrayLiteral("zone\n") + event.toBytes() + zone.toUtf8()).toBytes().first(markSize);
    return QByteArray(sheetPrefix) + zone.toUtf8() + '.' + mark.toHex();
}

std::optional<QString> zoneOf(const EventId &event, const EventSetup &setup, const QByteArray &scanned)
{
    const auto found = std::ranges::find_if(setup.zones, [&](const Zone &zone) {
        return codeSheetOf(event, zone.code).compare(scanned.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return found == setup.zones.end() ? std::nullopt : std::optional(found->code);
}

bool isLegal(TaskKind kind, TaskState state, Step step)
{
    const bool isToDo = state == TaskState::Waiting || state == TaskState::Started;
    if (kind == TaskKind::Round) {
        return step == Step::Reopen ? state == TaskState::Skipped : step != Step::Start && state != TaskState::Skipped;
    }
    switch (step) {
    case Step::Start: return state == TaskState::Waiting;
    case Step::Done:
    case Step::Skip: return isToDo;
    case Step::Reopen: return state != TaskState::Waiting;
    }
    Q_UNREACHABLE();
}

TaskState stateAfter(Step step)
{
    switch (step) {
    case Step::Start: return TaskState::Started;
    case Step::Done: return TaskState::Done;
    case Step::Reopen: return TaskState::Waiting;
    case Step::Skip: return TaskState::Skipped;
    }
    Q_UNREACHABLE();
}

Answer decide(Desk &desk, const Act &act, const Advance &command)
{
    const auto task = find(desk.state(), desk.setup(), command.task);
    if (!task) {
        return desk.refused(act, Outcome::NotFound, noSuchTask(command.task), QStringLiteral("no_task"));
    }
    const auto now = nowOf(desk.state(), *task);
    if (!isLegal(task->kind, now.state, command.step)) {
        return desk.refused(act, Outcome::Refused, taskIs(now.state), toString(now.state));
    }
    if (task->kind == TaskKind::Round && command.step == Step::Done) {
        return proveRound(desk, act, command, *task);
    }
    const bool isSaid = !command.evidence.trimmed().isEmpty() || !command.overrideReason.trimmed().isEmpty();
    const bool isWordNeeded = (command.step == Step::Done && task->isEvidenceNeeded) ||
                              (command.step == Step::Skip && isNeeded(desk.setup(), *task));
    if (isWordNeeded && !isSaid) {
        return command.step == Step::Done
                   ? desk.refused(act, Outcome::NotAllowed, evidenceNeeded(), QStringLiteral("evidence"))
                   : desk.refused(act, Outcome::NotAllowed, rules::reasonNeeded(), QStringLiteral("reason"));
    }
    auto draft = draftOf(desk.state(), steppedKind(), *task);
    draft.body.insert(key("step"), int(command.step));
    draft.body.insert(key("version"), nextVersion(now.version));
    insertSaid(draft, desk, command);
    return desk.done(act, std::move(draft));
}

Answer decide(Desk &desk, const Act &act, const Add &command)
{
    const auto &setup = desk.setup();
    const auto name = command.name.simplified();
    if (name.isEmpty() || name.size() > nameLengthMax) {
        return desk.refused(act, Outcome::NotAllowed, noName(), QStringLiteral("name"));
    }
    if (command.owner.isEmpty() || !isStaff(desk, command.owner)) {
        return desk.refused(act, Outcome::NotFound, rules::unknownStaff(command.owner), QStringLiteral("no_staff"));
    }
    if (!command.zone.isEmpty() && findByCode(setup.zones, command.zone) == nullptr) {
        return desk.refused(act, Outcome::NotFound, rules::noSuchZone(command.zone), QStringLiteral("no_zone"));
    }
    if (command.dueMinute && (*command.dueMinute < 0 || *command.dueMinute > dueMinuteMax)) {
        return desk.refused(act, Outcome::NotAllowed, badTime(), QStringLiteral("due"));
    }
    Draft draft;
    draft.kind = addedKind();
    draft.body = {{key("name"), name},
                  {key("owner"), command.owner.left(codeLengthMax)},
                  {key("zone"), command.zone},
                  {key("phase"), int(phaseNow(desk.state()).phase)},
                  {key("station"), desk.post().station},
                  {key("day"), presence::resetCount(desk.state())}};
    if (command.dueMinute) {
        draft.body.insert(key("due"), *command.dueMinute);
    }
    auto answer = desk.done(act, std::move(draft));
    recall(desk, command, answer);
    return answer;
}

void recall(Desk & /*desk*/, const Add & /*command*/, Answer &answer)
{
    answer.subjects = {codeOf(answer.operation.value_or(OperationHash{}))};
}

Answer decide(Desk &desk, const Act &act, const Assign &command)
{
    const auto task = find(desk.state(), desk.setup(), command.task);
    if (!task) {
        return desk.refused(act, Outcome::NotFound, noSuchTask(command.task), QStringLiteral("no_task"));
    }
    if (command.owner.isEmpty() || !isStaff(desk, command.owner)) {
        return desk.refused(act, Outcome::NotFound, rules::unknownStaff(command.owner), QStringLiteral("no_staff"));
    }
    auto draft = draftOf(desk.state(), assignedKind(), *task);
    draft.body.insert(key("owner"), command.owner.left(codeLengthMax));
    draft.body.insert(key("version"), nextVersion(ownerVersion(desk.state(), *task)));
    return desk.done(act, std::move(draft));
}

}  // namespace muster::tasks
