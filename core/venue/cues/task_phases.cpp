// The phases of the day: each ends when its list is done, or with a reason.
#include "core/journal/body.h"
#include "core/venue/cues/cue_needs.h"
#include "core/venue/cues/tasks.h"
#include "core/venue/guests/presence.h"
#include "core/venue/materials/materials.h"

namespace muster::tasks {
namespace {

Words isPhaseAlready(Phase phase)
{
    const auto name = toString(phase);
    return {QStringLiteral("已经处于该阶段（%1）").arg(name), QStringLiteral("The phase is %1 already").arg(name)};
}

/// Whatever ends on the way from @p from to @p to.
std::vector<UnmetView> unmetBetween(State &state, const EventSetup &setup, WallTime now, Phase from, Phase to)
{
    std::vector<UnmetView> unmet;
    for (int phase = int(from); phase < int(to); ++phase) {
        std::ranges::move(unmetOf(state, setup, now, Phase(phase)), std::back_inserter(unmet));
    }
    if (to == Phase::Close) {
        std::ranges::move(materials::unmetOfClosing(state, setup), std::back_inserter(unmet));
    }
    return unmet;
}

}  // namespace

QString toString(Phase phase)
{
    switch (phase) {
    case Phase::Prepare: return QStringLiteral("prepare");
    case Phase::Open: return QStringLiteral("open");
    case Phase::Live: return QStringLiteral("live");
    case Phase::Close: return QStringLiteral("close");
    }
    Q_UNREACHABLE();
}

std::vector<UnmetView> unmetOf(State &state, const EventSetup &setup, WallTime now, Phase phase)
{
    std::vector<UnmetView> unmet;
    for (const auto &task : viewsOf(state, setup, now, std::numeric_limits<int>::max())) {
        if (task.phase == phase && isOpen(task)) {
            unmet.push_back(unmetOf(task));
        }
    }
    if (phase == Phase::Prepare) {
        std::ranges::move(materials::unmetNeeded(state, setup, now), std::back_inserter(unmet));
    } else if (phase == Phase::Close) {
        std::ranges::move(materials::unmetOfClosing(state, setup), std::back_inserter(unmet));
    }
    return unmet;
}

PhaseView phaseOf(State &state, const EventSetup &setup, WallTime now)
{
    const auto phase = phaseNow(state);
    PhaseView view;
    view.phase = phase.phase;
    if (phase.since) {
        view.since = phase.since->wall();
    }
    view.unmet = phase.phase == Phase::Live ? unmetBetween(state, setup, now, Phase::Live, Phase::Close)
                                            : unmetOf(state, setup, now, phase.phase);
    return view;
}

Answer decide(Desk &desk, const Act &act, const SetPhase &command)
{
    auto &state = desk.state();
    const auto phase = phaseNow(state);
    if (phase.phase == command.phase) {
        return desk.refused(act, Outcome::Refused, isPhaseAlready(phase.phase), toString(phase.phase));
    }
    const auto unmet = unmetBetween(state, desk.setup(), desk.post().now, phase.phase, command.phase);
    const auto reason = command.overrideReason.trimmed();
    if (!unmet.empty() && reason.isEmpty()) {
        auto answer = desk.refused(act, Outcome::Refused, cues::wordsOf(unmet), QStringLiteral("unmet"));
        answer.subjects = cues::subjectsOf(unmet);
        return answer;
    }
    Draft draft;
    draft.kind = phaseKind();
    draft.body = {{key("phase"), int(command.phase)},
                  {key("version"), nextVersion(phase.version)},
                  {key("override"), reason},
                  {key("day"), presence::resetCount(state)}};
    if (!unmet.empty()) {
        draft.body.insert(key("unmet"), QCborArray::fromStringList(cues::subjectsOf(unmet).mid(0, unmetMax)));
    }
    return desk.done(act, std::move(draft));
}

}  // namespace muster::tasks
