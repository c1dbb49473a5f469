#pragma once
#include "app/models/course_rows.h"
#include "app/models/settings.h"
#include "core/venue/day/views.h"
#include "core/venue/materials/material_acts.h"

/// The run of show and the materials as lines of lists: language and times, no rule.
namespace muster::lines {

/// "08:29" minutes and seconds, with hours where there are any; the same past the time.
[[nodiscard]] QString countdown(WallTime until, WallTime now);
[[nodiscard]] CueRow cueRow(const CueView &cue, WallTime now, const Settings &settings);
[[nodiscard]] std::vector<UnmetRow> unmetRows(const std::vector<UnmetView> &unmet, const Settings &settings);
[[nodiscard]] MaterialRow materialRow(const MaterialView &material, const Settings &settings);

[[nodiscard]] std::vector<HolderRow> holderRows(const MaterialView &material);
/// "17" of "RG0017".
[[nodiscard]] QString numberOf(const QString &serial);
/// What @p step (as materials::SerialStep) says of the documents @p run ("17", "17-20") of @p material; nothing where
/// that is no run.
[[nodiscard]] std::optional<materials::Mark> markOf(const QString &material, int step, const QString &run);

}  // namespace muster::lines
