#pragma once
#include "app/models/course_rows.h"
#include "app/models/settings.h"
#include "core/venue/day/views.h"

/// The run of show and the materials as lines of lists: language and times, no rule.
namespace muster::lines {

/// "08:29" minutes and seconds, with hours where there are any; the same past the time.
[[nodiscard]] QString countdown(WallTime until, WallTime now);
[[nodiscard]] CueRow cueRow(const CueView &cue, WallTime now, const Settings &settings);
[[nodiscard]] std::vector<UnmetRow> unmetRows(const std::vector<UnmetView> &unmet, const Settings &settings);
[[nodiscard]] MaterialRow materialRow(const MaterialView &material, const Settings &settings);

}  // namespace muster::lines
