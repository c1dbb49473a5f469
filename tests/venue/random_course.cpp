// Drafts about cues, tasks, phases, materials and judgements.
#include "core/journal/body.h"
#include "core/venue/cues/cues.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/judgements/judgements.h"
#include "core/venue/materials/materials.h"
#include "core/venue/materials/serials.h"
#include "tests/venue/random_drafts.h"

#include <QTextStream>

namespace muster::test {
namespace {

qint64 day(SeededRandom &random) { return qint64(random.below(3) / 2); }
qint64 version(SeededRandom &random) { return qint64(1 + random.below(3)); }

/// About noon of the day, in seconds since 1970.
qint64 happened(SeededRandom &random) { return 1'795'860'000 + qint64(random.below(20'000)); }

Draft cueStep(SeededRandom &random)
{
    Draft draft;
    draft.kind = cues::steppedKind();
    draft.body = {{key("cue"), one(random, {"doors", "speech"})},
                  {key("step"), qint64(random.below(6))},
                  {key("state"), qint64(random.below(5))},
                  {key("minutes"), qint64(random.below(30)) - 10},
                  {key("override"), text(random)},
                  {key("version"), version(random)},
                  {key("day"), day(random)}};
    if (random.chance(30)) {
        draft.body.insert(key("happened_s"), happened(random));
    }
    if (random.chance(50)) {
        draft.body.insert(key("started"), happened(random) * 1'000);
    }
    return draft;
}

Draft taskStep(SeededRandom &random, std::span<const Operation> seen)
{
    Draft draft;
    draft.kind = tasks::kinds().at(qsizetype(random.below(4)));
    const auto added = tasks::codeOf(any(random, seen, tasks::addedKind()));
    draft.body = {{key("task"), random.chance(30) ? added : one(random, {"permit", "patrol"})},
                  {key("step"), qint64(random.below(4))},
                  {key("evidence"), text(random)},
                  {key("name"), one(random, {"mop", "sweep"})},
                  {key("owner"), one(random, {"S1", "S2"})},
                  {key("phase"), qint64(random.below(4))},
                  {key("lasting"), random.chance(40)},
                  {key("version"), version(random)},
                  {key("day"), day(random)}};
    if (random.chance(70)) {
        draft.body.insert(key("happened_s"), happened(random));
    }
    return draft;
}

Draft mark(SeededRandom &random, std::span<const Operation> seen)
{
    QCborArray known;
    for (const auto &operation : seen.subspan(0, random.below(seen.size() + 1))) {
        if (operation.kind == serials::markedKind() && known.size() < 8) {
            known.append(
                QCborArray{operation.origin.toBytes(), qint64(operation.incarnation), qint64(operation.sequence)});
        }
    }
    const auto from = qint64(random.below(12));
    Draft draft;
    draft.kind = serials::markedKind();
    draft.body = {{key("material"), QStringLiteral("forms")},
                  {key("from"), from},
                  {key("to"), from + qint64(random.below(random.chance(20) ? 300 : 5))},
                  {key("step"), qint64(random.below(4))},
                  {key("version"), version(random)},
                  {key("day"), day(random)},
                  {key("seen"), known}};
    return draft;
}

/// The tasks that the drafts speak of.
EventSetup coursePlan()
{
    EventSetup setup;
    setup.day = QStringLiteral("2026-11-28");
    TaskPlan round;
    round.code = QStringLiteral("patrol");
    round.kind = TaskKind::Round;
    round.dueMinute = 9 * 60;
    round.everyMinutes = 30;
    TaskPlan permit;
    permit.code = QStringLiteral("permit");
    permit.kind = TaskKind::Milestone;
    setup.tasks = {round, permit};
    return setup;
}

}  // namespace

Draft coursed(SeededRandom &random, std::span<const Operation> seen)
{
    switch (random.below(7)) {
    case 0: return cueStep(random);
    case 1: return taskStep(random, seen);
    case 2: {
        Draft draft;
        draft.kind = tasks::phaseKind();
        draft.body = {
            {key("phase"), qint64(random.below(4))}, {key("version"), version(random)}, {key("day"), day(random)}};
        return draft;
    }
    case 3: {
        Draft draft;
        draft.kind = materials::movedKind();
        draft.body = {
            {key("material"), one(random, {"radios", "forms"})}, {key("step"), qint64(random.below(6))},
            {key("count"), qint64(random.below(20)) - 6},        {key("staff"), one(random, {"S1", "S2", ""})},
            {key("zone"), one(random, {"A", "D", ""})},          {key("day"), day(random)}};
        return draft;
    }
    case 4: {
        Draft draft;
        draft.kind = judgements::judgedKind();
        draft.body = {{key("subject"), one(random, {"guests", "team", "weather"})},
                      {key("score"), qint64(random.below(7))},
                      {key("evidence"), text(random)},
                      {key("suggestion"), text(random)},
                      {key("day"), day(random)}};
        return draft;
    }
    default: return mark(random, seen);
    }
}

QByteArray courseView(State &state, WallTime now)
{
    QByteArray bytes;
    QTextStream out(&bytes);
    for (const auto &[cue, told] : cues::course(state)) {
        out << cue << ' ' << int(told.state) << ' ' << told.shiftMinutes << ' ' << told.overrideReason << ' '
            << toMsecs(told.startedAt.value_or(WallTime{})) << '\n';
    }
    for (const auto &task : tasks::all(state, coursePlan())) {
        const auto told = tasks::nowOf(state, task);
        out << task.code << ' ' << task.owner << ' ' << int(told.state) << ' ' << told.evidence << '\n';
    }
    for (const auto &task : tasks::viewsOf(state, coursePlan(), now)) {
        out << task.code << ' ' << task.roundsDone << ' ' << task.roundsMissed << ' ' << task.isLate << '\n';
    }
    out << int(tasks::phaseNow(state).phase) << '\n';
    for (const auto &judged : judgements::all(state)) {
        out << judged.subject << judged.score << judged.evidence << judged.actor << '\n';
    }
    for (const auto &held : materials::held(state)) {
        out << held.material << held.staff << held.zone << held.count << '\n';
    }
    for (const auto &[material, sums] : materials::sums(state)) {
        for (const auto sum : sums) {
            out << material << ' ' << sum << '\n';
        }
    }
    for (const auto &held : materials::held(state)) {
        out << held.material << ' ' << held.staff << ' ' << held.zone << ' ' << held.count << '\n';
    }
    for (const auto &run : serials::runs(state, QStringLiteral("forms"))) {
        out << run.first << '-' << run.last << ' ' << int(run.step) << run.isDisputed << '\n';
    }
    out.flush();
    return bytes;
}

}  // namespace muster::test
