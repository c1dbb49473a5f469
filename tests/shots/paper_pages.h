#pragma once
#include <QString>

namespace muster::test {

/// Draws the pages that are printed on the sample day, and the forms, in both languages, into @p folder; those whose
/// names contain @p only. How many; -1 if one could not be written.
[[nodiscard]] int shootPaper(const QString &folder, const QString &only);

}  // namespace muster::test
