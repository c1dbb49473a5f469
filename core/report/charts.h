#pragma once
#include "core/report/shown.h"

/// Tables as pictures: SVG that stands in a page and needs nothing else.
namespace muster::report {

/// The colours and sizes of all pictures of one page.
struct ChartStyle {
    QString main = QStringLiteral("#1f5fae");    ///< Of the last series, which is what it is about,
    QString second = QStringLiteral("#b9c6d8");  ///< and of one beside it.
    QString limit = QStringLiteral("#b3261e");
    QString ink = QStringLiteral("#1c2430");
    QString faint = QStringLiteral("#5b6675");
    QString grid = QStringLiteral("#dde3ea");
};

inline constexpr std::size_t barsMax = 60;  ///< Rows that a picture of bars shows.

/// @p table as its chart says, one picture or several; none if there is nothing to be seen.
[[nodiscard]] QStringList chartsOf(const Table &table, const Shower &shower, const ChartStyle &style);

/// &, <, >, " as a page needs them.
[[nodiscard]] QString escaped(const QString &text);

}  // namespace muster::report
