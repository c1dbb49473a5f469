#pragma once
#include "core/plan/table.h"

namespace muster::plan {

/// The sheets of an .xlsx file, streamed (libzip and QXmlStreamReader). Cells come as a person sees them: dates as
/// "2026-11-28", times as "09:30", whole numbers without a decimal point, formulas as their last result (or as their
/// own text where no program has computed them). Not liborcus: it drops inline strings, which many programs write.
[[nodiscard]] Result<std::unique_ptr<Book>> openXlsx(const QString &path);

}  // namespace muster::plan
