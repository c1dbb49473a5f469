#pragma once
#include "core/venue/zones/zones.h"

/// The one answer to "how many are there?": whoever shows, judges or reports a headcount asks here.
namespace muster::zones {

/// How many people are in a zone, and how far the figure is to be believed.
struct Headcount {
    int persons = 0;              ///< As it is shown: never negative, and unsure where the sums say less than nobody.
    qint64 scanned = 0;           ///< Of them by scans alone: guests and their companions.
    qint64 sum = 0;               ///< Scans and counts, recounts apart: what flows in and out.
    qint64 exact = 0;             ///< What the sums come to; may be negative.
    std::optional<qint64> drift;  ///< Of the recount that stands,
    std::optional<WallTime> recountedAt;  ///< and its time.
    bool isUnsure = false;
    Words doubt;  ///< Why it is unsure, and what to do.
};

/// Of the whole venue.
struct Census {
    std::vector<Headcount> zones;  ///< In the plan's order.
    int persons = 0;               ///< Those in the zones of people, and guests who are in no zone of the plan.
    bool isUnsure = false;         ///< A zone is.
};

[[nodiscard]] Headcount headcount(State &state, const QString &zone);
[[nodiscard]] Census census(State &state, const EventSetup &setup);
/// Of the zones with @p codes the one that is filled least, by its soft (else firm) capacity, as far as it is known
/// here; of equals the first. A zone without figures counts as large as the largest of them. Empty: none is in the
/// plan.
[[nodiscard]] QString emptiest(State &state, const EventSetup &setup, const QStringList &codes);

}  // namespace muster::zones
