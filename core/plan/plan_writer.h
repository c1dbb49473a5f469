#pragma once
#include "core/base/result.h"
#include "core/venue/plan/setup.h"

#include <span>

namespace muster::plan {

enum class ByteOrderMark { No, Yes };

/// Writes a plan that readPlan() reads back equal, into a folder of CSV sheets or an .xlsx file.
[[nodiscard]] Status writePlan(const QString &path, const EventSetup &setup, std::span<const GuestEntry> guests);

/// Writes a guest list (.csv or .xlsx) that readGuests() reads back equal: keys, several codes, and the columns in
/// `extra`. Cells that a spreadsheet would run as a formula are escaped. The mark is for .csv only.
[[nodiscard]] Status writeGuests(const QString &path, std::span<const GuestEntry> guests,
                                 ByteOrderMark mark = ByteOrderMark::Yes);

}  // namespace muster::plan
