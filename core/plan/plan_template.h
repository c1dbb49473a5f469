#pragma once
#include "core/base/result.h"

#include <QString>

namespace muster::plan {

/// Writes an empty plan that explains itself in Chinese and English, into an .xlsx file or a folder of CSV sheets.
/// Read as it is, it has no other errors than that it is empty.
[[nodiscard]] Status writeTemplate(const QString &path);

}  // namespace muster::plan
