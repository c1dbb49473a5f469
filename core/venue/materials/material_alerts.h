#pragma once
#include "core/venue/day/views.h"
#include "core/venue/venue.h"

namespace muster::material_alerts {

/// Before the doors, so early is what is needed and short an alert.
inline constexpr std::chrono::minutes shortBefore{60};

/// Adds needed materials that are short while the doors are near and not open ("material_short"), and in the phase
/// of closing documents that nobody accounted for ("serial_missing").
void add(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list);

}  // namespace muster::material_alerts
