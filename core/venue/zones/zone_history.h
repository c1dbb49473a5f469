#pragma once
#include "core/venue/zones/headcount.h"

/// What an authority asks afterwards: how many were there at most, how many came in all, and how that compares with
/// what was approved. Read from the log's facts by the time at which they happened, paper catch-up included; costs a
/// walk through all of them, so it is made on demand and never kept.
namespace muster::zones {

/// Of one zone, or of the venue (`zone` empty).
struct ZoneRecord {
    QString zone;
    Words name;
    int persons = 0;  ///< At the end of what is known.
    int peak = 0;
    std::optional<WallTime> peakAt;  ///< When it was reached first; unset: nobody came.
    qint64 admissions = 0;           ///< Everybody who came in, each time they did; companions and counts too.
    std::optional<int> softCapacity;
    std::optional<int> firmCapacity;
    QString capacityAuthor;  ///< Who approved the figures, and on what basis: the venue's own come with the plan.
    QString capacityBasis;
    ZoneUnit unit = ZoneUnit::People;  ///< Vehicles are left out of the venue's own record.
};

struct ZoneHistory {
    std::vector<ZoneRecord> zones;  ///< In the plan's order.
    ZoneRecord all;
};

/// The current day: since the last reset.
[[nodiscard]] ZoneHistory history(State &state, const EventSetup &setup);

}  // namespace muster::zones
