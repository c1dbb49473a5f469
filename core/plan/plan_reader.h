#pragma once
#include "core/plan/finding.h"

namespace muster::plan {

/// An organiser's plan as it was read, and what must be looked at. With an error nothing of it may be used.
struct PlanReading {
    EventSetup setup;
    std::vector<GuestEntry> guests;
    std::vector<Finding> findings;  ///< Errors first; each names sheet, row and column.
    int errorCount = 0;
    int warningCount = 0;

    [[nodiscard]] bool isComplete() const { return errorCount == 0; }
};

/// Reads and checks a plan: a folder of CSV sheets or one .xlsx. All errors are told at once.
/// The guests are held in memory (about 0.5 KB each): for a long list leave the sheet out and use readGuests().
[[nodiscard]] PlanReading readPlan(const QString &path);

}  // namespace muster::plan
