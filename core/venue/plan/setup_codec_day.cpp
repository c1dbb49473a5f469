// Of the plan, the people and the course of the day.
#include "core/venue/plan/setup_writer.h"

namespace muster {

using namespace setup_codec;

namespace {

constexpr qint64 minuteMax = 14'400;       ///< As of every hour of the plan.
constexpr qint64 standMinutesMax = 1'440;  ///< Also of how long anything takes.
constexpr qint64 daysMax = 1'000;          ///< Before and after the event.
constexpr qint64 weightMax = 1'000;
constexpr qint64 secondsMax = 86'400;
constexpr qint64 serialMax = 999'999'999;
constexpr qint64 targetMax = 1'000'000'000'000;

QCborArray checklistToCbor(const std::vector<ChecklistItem> &checklist)
{
    QCborArray list;
    for (const auto &item : checklist) {
        list.append(QCborArray{item.code, toCbor(item.text)});
    }
    return list;
}

std::vector<ChecklistItem> checklistFrom(BodyReader &body, const char *name)
{
    std::vector<ChecklistItem> checklist;
    for (const auto &value : body.arrayOr(name, listMax)) {
        checklist.push_back({value.toArray().at(0).toString(), wordsFrom(value.toArray().at(1))});
    }
    return checklist;
}

}  // namespace

QCborMap toCbor(const PostPlan &post)
{
    return Writer()
        .both("name", post.name)
        .text("zone", post.zone)
        .put("kind", int(post.kind))
        .list("roles", post.roles)
        .put("minimum", post.minimum)
        .number("from", post.fromMinute)
        .number("until", post.untilMinute)
        .put("stand_min", post.standMinutes)
        .list("ticks", post.ticks)
        .both("duty", post.duty)
        .text("channel", post.channel)
        .both("spot", post.spot)
        .flag("exit", post.isExit)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, PostPlan &post)
{
    post = {code,
            words(body, "name"),
            body.textOr("zone"),
            PostKind(body.numberOr("kind", 0, qint64(PostKind::Floater), 0)),
            listFrom(body, "roles"),
            int(body.numberOr("minimum", 0, 1'000, 1)),
            body.optionalNumber("from", 0, minuteMax),
            body.optionalNumber("until", 0, minuteMax),
            int(body.numberOr("stand_min", 1, standMinutesMax, 120)),
            listFrom(body, "ticks"),
            words(body, "duty"),
            body.textOr("channel"),
            words(body, "spot"),
            body.flag("exit")};
}

QCborMap toCbor(const Shift &shift)
{
    return Writer()
        .text("staff", shift.staff)
        .text("post", shift.post)
        .put("kind", int(shift.kind))
        .put("from", shift.fromMinute)
        .put("until", shift.untilMinute)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, Shift &shift)
{
    shift = {code,
             body.textOr("staff"),
             body.textOr("post"),
             ShiftKind(body.numberOr("kind", 0, qint64(ShiftKind::Meal), 0)),
             int(body.numberOr("from", 0, minuteMax, 0)),
             int(body.numberOr("until", 0, minuteMax, 0))};
}

QCborMap toCbor(const GearPlan &gear) { return Writer().both("name", gear.name).text("kind", gear.kind).map(); }

void fromCbor(BodyReader &body, const QString &code, GearPlan &gear)
{
    gear = {code, words(body, "name"), body.textOr("kind")};
}

QCborMap toCbor(const AssemblyPoint &point)
{
    return Writer().both("name", point.name).list("zones", point.zones).map();
}

void fromCbor(BodyReader &body, const QString &code, AssemblyPoint &point)
{
    point = {code, words(body, "name"), listFrom(body, "zones")};
}

QCborMap toCbor(const IncidentType &type)
{
    Writer writer;
    writer.both("name", type.name).both("guide", type.guide);
    if (!type.checklist.empty()) {
        writer.put("checklist", checklistToCbor(type.checklist));
    }
    return writer.flag("urgent", type.isUrgent)
        .flag("restricted", type.isRestricted)
        .flag("watch", type.isWatch)
        .flag("property", type.isProperty)
        .list("roles", type.roles)
        .put("answer_min", type.answerMinutes)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, IncidentType &type)
{
    type = {code,
            words(body, "name"),
            words(body, "guide"),
            checklistFrom(body, "checklist"),
            body.flag("urgent"),
            body.flag("restricted"),
            body.flag("watch"),
            body.flag("property"),
            listFrom(body, "roles"),
            int(body.numberOr("answer_min", 1, standMinutesMax, 5))};
}

QCborMap toCbor(const Cue &cue)
{
    return Writer()
        .both("name", cue.name)
        .number("minute", cue.minute)
        .put("minutes", cue.minutes)
        .text("after", cue.after)
        .flag("hold", cue.overrun == Overrun::Hold)
        .text("owner", cue.owner)
        .text("zone", cue.zone)
        .flag("doors", cue.isDoors)
        .list("needs", cue.needs)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, Cue &cue)
{
    cue = {code,
           words(body, "name"),
           body.optionalNumber("minute", 0, minuteMax),
           int(body.numberOr("minutes", 0, minuteMax, 0)),
           body.textOr("after"),
           body.flag("hold") ? Overrun::Hold : Overrun::Shift,
           body.textOr("owner"),
           body.textOr("zone"),
           body.flag("doors"),
           listFrom(body, "needs")};
}

QCborMap toCbor(const TaskPlan &task)
{
    return Writer()
        .both("name", task.name)
        .put("kind", int(task.kind))
        .text("owner", task.owner)
        .text("zone", task.zone)
        .put("phase", int(task.phase))
        .put("day", task.day)
        .number("due", task.dueMinute)
        .put("every_min", task.everyMinutes)
        .number("until", task.untilMinute)
        .flag("evidence", task.isEvidenceNeeded)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, TaskPlan &task)
{
    task = {code,
            words(body, "name"),
            TaskKind(body.numberOr("kind", 0, qint64(TaskKind::Round), 0)),
            body.textOr("owner"),
            body.textOr("zone"),
            Phase(body.numberOr("phase", 0, qint64(Phase::Close), 0)),
            int(body.numberOr("day", -daysMax, daysMax, 0)),
            body.optionalNumber("due", 0, minuteMax),
            int(body.numberOr("every_min", 0, standMinutesMax, 0)),
            body.optionalNumber("until", 0, minuteMax),
            body.flag("evidence")};
}

QCborMap toCbor(const Material &material)
{
    return Writer()
        .both("name", material.name)
        .text("category", material.category)
        .put("planned", material.planned)
        .text("zone", material.zone)
        .text("owner", material.owner)
        .flag("consumed", material.isConsumed)
        .flag("needed", material.isNeeded)
        .text("prefix", material.serialPrefix)
        .number("serial_from", material.serialFrom)
        .number("serial_to", material.serialTo)
        .put("digits", material.serialDigits)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, Material &material)
{
    material = {code,
                words(body, "name"),
                body.textOr("category"),
                int(body.numberOr("planned", 0, numberMax, 0)),
                body.textOr("zone"),
                body.textOr("owner"),
                body.flag("consumed"),
                body.flag("needed"),
                body.textOr("prefix"),
                body.optionalNumber("serial_from", 0, serialMax),
                body.optionalNumber("serial_to", 0, serialMax),
                int(body.numberOr("digits", 0, 9, 0))};
}

QCborMap toCbor(const AlertRule &rule)
{
    return Writer()
        .number("weight", rule.weight)
        .number("after_s", rule.afterSeconds)
        .number("escalate_s", rule.escalateSeconds)
        .list("roles", rule.roles)
        .list("escalate_roles", rule.escalateRoles)
        .number("recheck_min", rule.recheckMinutes)
        .map();
}

void fromCbor(BodyReader &body, const QString &code, AlertRule &rule)
{
    rule = {code,
            body.optionalNumber("weight", 0, weightMax),
            body.optionalNumber("after_s", 0, secondsMax),
            body.optionalNumber("escalate_s", 0, secondsMax),
            listFrom(body, "roles"),
            listFrom(body, "escalate_roles"),
            body.optionalNumber("recheck_min", 1, standMinutesMax)};
}

QCborMap toCbor(const Target &target) { return Writer().put("value", target.value).both("basis", target.basis).map(); }

void fromCbor(BodyReader &body, const QString &code, Target &target)
{
    target = {code, body.numberOr("value", 0, targetMax, 0), words(body, "basis")};
}

}  // namespace muster
