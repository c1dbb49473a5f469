#pragma once
#include "core/venue/posts/roster.h"

/// What somebody should see to about posts: post_gap, post_gap_soon, lead_vacant, relief_overdue, overlong, gear_out.
namespace muster::posts {

void addAlerts(State &state, const EventSetup &setup, const Roster &roster, std::vector<AlertView> &list);

}  // namespace muster::posts
