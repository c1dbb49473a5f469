#pragma once
#include "core/venue/venue.h"
#include "core/venue/views.h"

/// Fills the parts of a DayView that follow from the state tables; links and candidates are the node's to add.
namespace muster::day_query {

inline constexpr int latestMax = 20;
inline constexpr int conflictsMax = 200;
inline constexpr int alertsMax = 200;
inline constexpr std::chrono::seconds escalateAfter{60};

[[nodiscard]] DayView read(State &state, const EventSetup &setup, WallTime now);
[[nodiscard]] std::vector<SignInView> recent(State &state, const EventSetup &setup, const DeviceId &device,
                                             int countMax);
/// Counts every sum anew and names those that are wrong, like the ledger's and others' faults.
[[nodiscard]] QStringList faults(State &state);

}  // namespace muster::day_query
