// The run of show as it is shown.
#include "core/venue/cues/cue_needs.h"
#include "core/venue/day/day_query.h"

namespace muster::cues {
namespace {

using std::chrono::duration_cast;
using std::chrono::seconds;

CueView viewOf(const EventSetup &setup, const Cue &cue, const Now &now, const Timing &timing)
{
    CueView view;
    view.code = cue.code;
    view.name = cue.name;
    view.zone = cue.zone;
    view.owner = cue.owner.isEmpty() ? QString() : day_query::staffName(setup, cue.owner);
    view.state = now.state;
    view.planned = timing.planned;
    view.expected = timing.expected;
    view.startedAt = now.startedAt;
    view.endedAt = now.state == CueState::Done ? now.endedAt : std::nullopt;
    view.minutes = cue.minutes;
    if (timing.planned && timing.expected) {
        view.offsetSeconds = int(duration_cast<seconds>(*timing.expected - *timing.planned).count());
    }
    view.isOverrun = timing.isOverrun;
    view.isDoors = cue.isDoors;
    view.overrideReason = now.overrideReason;
    return view;
}

}  // namespace

std::vector<CueView> viewsOf(State &state, const EventSetup &setup, WallTime now)
{
    std::vector<CueView> views;
    if (setup.cues.empty()) {
        return views;
    }
    Needs needs(state, setup, now);
    const Timeline timeline(setup, needs.course(), now);
    for (std::size_t i = 0; i < setup.cues.size(); ++i) {
        auto view = viewOf(setup, setup.cues[i], timeline.nowOf(i), timeline.of(i));
        if (view.state == CueState::Waiting || view.state == CueState::Held) {
            view.unmet = needs.unmet(setup.cues[i]);
        }
        views.push_back(std::move(view));
    }
    // What nobody knows the time of comes last, in the plan's order.
    std::ranges::stable_sort(views, {}, [](const CueView &view) {
        return view.expected ? *view.expected : view.planned.value_or(WallTime::max());
    });
    return views;
}

std::optional<qint64> secondsToDoors(const std::vector<CueView> &cues, WallTime now)
{
    const auto doors =
        std::ranges::find_if(cues, [](const CueView &cue) { return cue.isDoors && cue.state != CueState::Skipped; });
    if (doors == cues.end() || !doors->expected) {
        return std::nullopt;
    }
    return duration_cast<seconds>(*doors->expected - now).count();
}

}  // namespace muster::cues
