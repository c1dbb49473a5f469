#pragma once
#include "core/venue/day/views.h"
#include "core/venue/posts/roster.h"

namespace muster {
class State;
}

/// The one list of what somebody should see to, derived from the state whenever it is asked for. Rooms raise, the
/// plan's rules (over the table of alert_kinds.h) say how heavy, how soon and whom.
namespace muster::day_query {

inline constexpr int alertsMax = 200;
inline constexpr std::chrono::seconds escalateAfter{60};  ///< Of a kind that nobody knows.
inline constexpr int graveFrom = 90;                      ///< Weight of what cannot wait until somebody looks.
inline constexpr int calledMax = 20;                      ///< Names that one alert calls.

/// What an alert of the day says besides whom it is about; @p detail: the device's name, or why a bell was rung.
[[nodiscard]] Words wordsOf(const QString &alertKind, const QString &detail = {});
/// Somebody has said since @p raisedAt that they see to alert @p id, and need not look again yet.
[[nodiscard]] bool isInHand(State &state, WallTime now, const QString &id, HybridTime raisedAt);
/// Adds @p alert to @p list, and whether it is in hand. Its weight may be left to finish().
void raise(State &state, WallTime now, std::vector<AlertView> &list, AlertView alert);
/// Applies the plan's rules to everything that was raised: drops what is in hand, switched off or too young, escalates,
/// says whom it calls now; then orders. Once more does nothing more.
/// What is in hand goes to @p inHand.
void finish(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list,
            std::vector<AlertView> &inHand);
/// After how many minutes an alert of @p kind is looked at again unless somebody says otherwise; 0: never.
[[nodiscard]] int recheckMinutesOf(const EventSetup &setup, const QString &kind);
/// By weight, then age; at most alertsMax.
void order(std::vector<AlertView> &list);
/// Everything of the day's own, also what is in hand, to be finished. @p conflicts: as shown; @p roster: as of @p now.
[[nodiscard]] std::vector<AlertView> raised(State &state, const EventSetup &setup, WallTime now,
                                            const std::vector<ConflictView> &conflicts, const posts::Roster &roster);

}  // namespace muster::day_query
