#pragma once
#include "core/venue/zones/headcount.h"

/// What an authority asks afterwards: how many were there at most, how many came in all, and how that compares with
/// what was approved. Read from the log's facts by the time at which they happened, paper catch-up included; costs a
/// walk through all of them, so it is made on demand and never kept.
namespace muster::zones {

/// What happened within one slice of time.
struct ZoneSlice {
    WallTime begin{};
    qint64 arrivals = 0;  ///< Persons who came in; of the venue, from outside.
    qint64 exits = 0;     ///< The same of those who went.
    int persons = 0;      ///< At its end,
    int peak = 0;         ///< and at most within it.
};

/// Into what slices a day is cut: as many of @p length as it takes, none beyond @p countMax from @p from on. What
/// happened before or after, by the word of a clock that is wrong, is counted in the sums alone.
struct Slicing {
    WallTime from{};
    std::chrono::minutes length{15};
    int countMax = 0;
};

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
    qint64 exits = 0;                  ///< Everybody who went, each time; who was put out by an emptying too.
    std::vector<ZoneSlice> slices;     ///< From the first to the last in which something happened; all zones alike.
};

struct ZoneHistory {
    std::vector<ZoneRecord> zones;  ///< In the plan's order.
    ZoneRecord all;
    qint64 events = 0;   ///< What it was read from: scans, counts, recounts.
    qint64 outside = 0;  ///< Of them, those that no slice holds.
};

/// The current day: since the last reset.
[[nodiscard]] ZoneHistory history(State &state, const EventSetup &setup,
                                  const std::optional<Slicing> &slicing = std::nullopt);

}  // namespace muster::zones
