#pragma once
#include "core/paper/sheet.h"
#include "core/report/shown.h"
#include "core/venue/day/views.h"
#include "core/venue/plan/setup.h"

#include <set>

/// The state of the day on paper: what stands when every device is dark.
///
/// Paper may lie as little as a screen: it says when its figures were true and when it was printed, names the devices
/// that were not heard, marks what is unsure, and writes "–" for what is not known. Of a restricted incident it says
/// the number and nothing else, whatever the device may read: paper lies about.
namespace muster::paper {

enum class Part { State, Zones, Posts, Incidents, Show, Muster };
/// Everything, in the order in which it is printed.
[[nodiscard]] std::set<Part> allParts();
/// "state", "zones", "posts", "incidents", "show", "muster"
[[nodiscard]] std::optional<Part> partFrom(const QString &name);

struct Sources {
    DayView day;
    RollCall roll;                        ///< Of everywhere.
    std::vector<IncidentView> incidents;  ///< Open ones with their entries; those that are missing say less.
    EventSetup setup;
    QString device;  ///< Its name.
    WallTime printedAt{};
};

/// Older figures say on paper how old they are.
inline constexpr std::chrono::seconds freshMax{10};
inline constexpr int doubtsMax = 12;        ///< Devices that were not heard; more are counted.
inline constexpr qsizetype entryMax = 240;  ///< Letters of an incident's last entry.

[[nodiscard]] Sheet stateOf(const Sources &sources, const std::set<Part> &parts, report::Language language);

// Parts of stateOf(), for the room's own files.
class Wording;
/// Who is inside, by zone, and who of the staff is there: to be ticked off at the assembly point.
void addMuster(const Sources &sources, const Wording &say, Sheet &sheet);

}  // namespace muster::paper
