#pragma once
#include "app/models/day_rows.h"
#include "app/models/settings.h"
#include "core/venue/day/views.h"

/// Posts, staff, incidents and tasks of the day as lines of lists: language and times, no rule.
namespace muster::lines {

/// "14:10"; with its date where that is not the one of @p now.
[[nodiscard]] QString timeOf(WallTime time, WallTime now, const Settings &settings);
[[nodiscard]] int minutesBetween(WallTime since, WallTime now);
[[nodiscard]] PostRow postRow(const PostView &post, WallTime now, const Settings &settings);
[[nodiscard]] StandingRow standingRow(const StandingView &standing, WallTime now, const Settings &settings);
/// "#17"
[[nodiscard]] QString incidentMark(const QString &number);
/// @p day: to name the post or incident where somebody is.
[[nodiscard]] StaffRow staffRow(const StaffView &staff, const DayView &day, const Settings &settings);
[[nodiscard]] SentRow sentRow(const StaffView &staff, const DayView &day, WallTime now, const Settings &settings);
/// The zone that @p staff was sent to, or that has the post or incident; empty: nobody knows.
[[nodiscard]] QString zoneSentTo(const StaffView &staff, const DayView &day);
[[nodiscard]] IncidentRow incidentRow(const IncidentView &incident, WallTime now, const Settings &settings);
[[nodiscard]] TaskRow taskRow(const TaskView &task, WallTime now, const Settings &settings);
/// Who is asked first when somebody is needed: lower comes first.
[[nodiscard]] int turnOf(const StaffView &staff);

}  // namespace muster::lines
