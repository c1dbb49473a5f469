#include "core/report/report.h"

#include <algorithm>

namespace muster::report {

std::optional<std::size_t> Table::column(const QString &columnKey) const
{
    const auto found = std::ranges::find(columns, columnKey, &Column::key);
    return found == columns.end() ? std::nullopt : std::optional(std::size_t(found - columns.begin()));
}

Cell Table::cell(const QString &row, const QString &columnKey) const
{
    const auto found = std::ranges::find(rows, row, &Row::key);
    const auto index = column(columnKey);
    return found == rows.end() || !index || *index >= found->cells.size() ? Cell() : found->cells[*index];
}

const Section *Report::section(const QString &key) const
{
    const auto found = std::ranges::find(sections, key, &Section::key);
    return found == sections.end() ? nullptr : &*found;
}

const Figure *Report::figure(const QString &key) const
{
    for (const auto &section : sections) {
        const auto found = std::ranges::find(section.figures, key, &Figure::key);
        if (found != section.figures.end()) {
            return &*found;
        }
    }
    return nullptr;
}

const Table *Report::table(const QString &key) const
{
    for (const auto &section : sections) {
        const auto found = std::ranges::find(section.tables, key, &Table::key);
        if (found != section.tables.end()) {
            return &*found;
        }
    }
    return nullptr;
}

}  // namespace muster::report
