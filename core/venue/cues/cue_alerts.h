#pragma once
#include "core/venue/day/views.h"
#include "core/venue/venue.h"

namespace muster::cue_alerts {

/// A cue that did not start is late after that.
inline constexpr std::chrono::seconds lateAfter{60};

/// Adds cues that should have started ("cue_late") or should be over ("cue_overrun"), tasks whose time has passed
/// ("task_late") and rounds that nobody went ("round_overdue"). Each is raised anew when its time is another.
void add(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list);

}  // namespace muster::cue_alerts
