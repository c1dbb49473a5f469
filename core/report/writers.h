#pragma once
#include "core/report/shown.h"

#include <QByteArray>

/// A report as a file. The same report gives the same bytes.
namespace muster::report {

/// For programs. Only ever grows within one format version; what is not known is null, never zero.
///
///   {"format", "event", "place": {"zh", "en"}, "day": ISO date, "time_zone": IANA, "generated_at", "latest_fact_at",
///    "known": false on a device that never held the day, "doubts": [words], "sections": [section],
///    "targets_without_figure": [{"key", "value", "basis"}]}
///   section: {"key", "name", "figures": [figure], "tables": [table]}
///   figure:  {"key", "name", "unit", "value", "facts": how many it rests on, "how", "doubt",
///             "target": {"value", "difference", "basis"}}
///   table:   {"key", "name", "facts", "how", "doubt", "columns": [{"key", "name", "unit"}],
///             "rows": [{"key", "values": {column: value}}]}
///
/// Units: "count", "rating" and "percent" are numbers, "seconds" a whole number, "amount" a text with two decimals,
/// "time" ISO 8601 in UTC, "words" {"zh", "en"}. A target of the plan is in whole units: percent, minutes, currency.
inline constexpr auto jsonFormat = "muster-report/1";
[[nodiscard]] QByteArray toJson(const Report &report);

/// For spreadsheets: UTF-8 with a mark, figures first, then every table under its name. No text can start a formula.
[[nodiscard]] QByteArray toCsv(const Report &report);

/// For people: one page that needs nothing but itself, light, for the screen and for A4 paper.
[[nodiscard]] QByteArray toHtml(const Report &report, Language language = Language::Both);

}  // namespace muster::report
