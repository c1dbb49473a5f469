#pragma once
#include "core/venue/day/views.h"

namespace muster {
class State;
}

/// What somebody should see to about numbers, prizes and units. Part of the day's list of alerts.
namespace muster::scarce_alerts {

inline constexpr int openMax = 200;  ///< Grants that are looked at, the oldest first.

/// What a conflict of @p rule is about, for whoever judges it; nothing if it is none of these rooms'.
[[nodiscard]] std::optional<Words> wordsOf(const QString &rule, const QString &subject);
/// Adds to @p list grants that nobody handed over, desks that run low, holds that are over, gifts to bring back.
void add(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list);

}  // namespace muster::scarce_alerts
