#pragma once
#include "core/venue/day/views.h"
#include "core/venue/queues/queues.h"
#include "core/venue/venue.h"

/// What a DayView says of numbers, prizes, units, and the conflicts about them. Each figure costs a look into an index
/// or a sum that is kept: a day of fifty thousand numbers is read as often as one of fifty.
namespace muster::scarce_query {

inline constexpr std::chrono::hours learnsFrom{12};  ///< Waits of earlier than that say nothing of now.

[[nodiscard]] std::vector<QueueView> queuesOf(State &state, const EventSetup &setup, WallTime now);
/// Tickets that the counter at @p station may call alone, the next first.
[[nodiscard]] std::vector<queues::Ticket> deckAt(State &state, const QString &station);
[[nodiscard]] std::vector<SeriesView> seriesOf(State &state, const EventSetup &setup, WallTime now);
[[nodiscard]] std::vector<PrizeView> prizesOf(State &state, const EventSetup &setup, WallTime now);
[[nodiscard]] std::vector<UnitView> unitsOf(State &state, const EventSetup &setup, WallTime now);
/// Open ones first.
[[nodiscard]] std::vector<ConflictView> conflictsOf(State &state, const EventSetup &setup, int countMax);

}  // namespace muster::scarce_query
