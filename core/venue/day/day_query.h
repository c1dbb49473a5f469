#pragma once
#include "core/venue/day/alert_list.h"
#include "core/venue/day/views.h"
#include "core/venue/venue.h"

/// Fills the parts of a DayView that follow from the state tables; links and candidates are the node's to add.
namespace muster::day_query {

inline constexpr int latestMax = 20;
inline constexpr int conflictsMax = 200;

/// The name of the member of staff with @p code; the code itself if the plan knows none.
[[nodiscard]] QString staffName(const EventSetup &setup, const QString &code);
/// What an answer to an alert is about.
struct Occasion {
    std::optional<HybridTime> raisedAt;  ///< Nothing if it is none of the day's own.
    int recheckMinutes = 0;              ///< After which its kind comes up again; 0: never.
};
[[nodiscard]] Occasion occasionOf(State &state, const EventSetup &setup, WallTime now, const QString &id);
[[nodiscard]] DayView read(State &state, const EventSetup &setup, WallTime now);
[[nodiscard]] std::vector<SignInView> recent(State &state, const EventSetup &setup, const DeviceId &device,
                                             int countMax);
/// Everybody inside @p zone, or everywhere; at most @p countMax guests.
[[nodiscard]] RollCall rollCall(State &state, const EventSetup &setup, const QString &zone, int countMax);
/// Counts every sum anew and names those that are wrong, like the ledger's and others' faults.
[[nodiscard]] QStringList faults(State &state);

}  // namespace muster::day_query
