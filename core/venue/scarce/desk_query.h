#pragma once
#include "core/venue/scarce/desk_views.h"
#include "core/venue/venue.h"

/// What a counter or a prize desk has before it. Read only: what may be done is judged where it is decided.
namespace muster::desk_query {

inline constexpr int nextMax = 3;
inline constexpr int openPrizesMax = 100;
inline constexpr int stagesMax = 20;

[[nodiscard]] CounterDeskView counterOf(State &state, const EventSetup &setup, const QString &station);
/// What @p guest may have at the desk of @p self, now or later, in the plan's order; not what is for other classes.
[[nodiscard]] std::vector<DueView> duesOf(State &state, const EventSetup &setup, const GuestId &guest,
                                          const StreamKey &self);
/// Grants of @p device that were not handed over, oldest first.
[[nodiscard]] std::vector<OpenPrizeView> openPrizesOf(State &state, const EventSetup &setup, const DeviceId &device);

}  // namespace muster::desk_query
