#pragma once
#include "core/plan/sheet_writer.h"

namespace muster::plan {

/// An .xlsx file (libxlsxwriter): bold, frozen headers with notes, drop-down lists where a column knows its words.
[[nodiscard]] Result<std::unique_ptr<SheetWriter>> createXlsx(const QString &path);

}  // namespace muster::plan
