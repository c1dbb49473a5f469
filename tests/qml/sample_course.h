#pragma once
#include "tests/qml/sample_day.h"

/// Posts, incidents, cues, tasks, materials and messages on the sample day.
namespace muster::test {

/// At a zone's lead or a coordinator, with kinds of incident in the plan. A lead stands in zone D.
[[nodiscard]] Identity courseIdentity(const QString &role);
/// Of a board in the staff corner of zone D, with the shifts of those who work there.
[[nodiscard]] Identity wallIdentity();
/// busyDay(), with people at their posts and some of it going wrong.
[[nodiscard]] DayView courseDay();
/// The same with alerts for the lead of zone D, one of them in hand, and an exit there that is to look out.
[[nodiscard]] DayView alertedDay();
/// courseDay() an hour before doors, with two things missing for them.
[[nodiscard]] DayView morningDay();
/// Incident 17 of courseDay() with its entries.
[[nodiscard]] IncidentView sampleIncident();

}  // namespace muster::test
