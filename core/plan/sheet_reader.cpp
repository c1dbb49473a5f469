#include "core/plan/sheet_reader.h"

#include <algorithm>

namespace muster::plan {
namespace {

/// All normalised names of a described thing.
QStringList namesOf(const QString &key, const Words &title, const QStringList &aliases)
{
    QStringList names{normalised(key), normalised(title.zh), normalised(title.en), normalised(title.zh + title.en)};
    for (const QString &alias : aliases) {
        names.append(normalised(alias));
    }
    names.removeAll(QString());
    return names;
}

bool meansOneOf(const QStringList &callings, const QStringList &names)
{
    return std::any_of(callings.begin(), callings.end(),
                       [&](const QString &calling) { return names.contains(calling); });
}

/// The header that --map gives for this column; nothing if it gives none.
std::optional<QString> mappedHeader(const QStringList &names, const QMap<QString, QString> &mapping)
{
    for (auto entry = mapping.begin(); entry != mapping.end(); ++entry) {
        if (names.contains(normalised(entry.key()))) {
            return normalised(entry.value());
        }
    }
    return std::nullopt;
}

}  // namespace

HeaderMatch matchHeader(const Row &row, const std::vector<ColumnText> &columns, const QMap<QString, QString> &mapping)
{
    HeaderMatch match;
    match.columnOf.assign(columns.size(), -1);
    match.titles = QStringList(row.cells.begin(), row.cells.end());
    std::vector<bool> isTaken(row.cells.size(), false);
    const auto take = [&](std::size_t described, std::size_t column) {
        match.columnOf[described] = int(column);
        isTaken[column] = true;
        ++match.known;
    };
    // Two rounds, so that a header that --map names is not taken by its own meaning first.
    for (const bool isMappingRound : {true, false}) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const QStringList names = namesOf(columns[i].key, columns[i].title, columns[i].aliases);
            const auto mapped = mappedHeader(names, mapping);
            if (mapped.has_value() != isMappingRound) {
                continue;
            }
            for (std::size_t c = 0; c < row.cells.size() && match.columnOf[i] < 0; ++c) {
                const bool isMeant =
                    mapped ? normalised(row.cells[c]) == *mapped : meansOneOf(callingsOf(row.cells[c]), names);
                if (isMeant && !isTaken[c]) {
                    take(i, c);
                }
            }
        }
    }
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        if (!isTaken[c] && !row.cells[c].isEmpty()) {
            match.unknown.push_back(int(c));
        }
    }
    return match;
}

bool isHeader(const Row &row, const HeaderMatch &match)
{
    const auto filled =
        std::count_if(row.cells.begin(), row.cells.end(), [](const QString &c) { return !c.isEmpty(); });
    return match.known >= 2 || (match.known == 1 && filled == 1);
}

QString findSheet(const Book &book, const SheetText &sheet)
{
    const QStringList names = namesOf(sheet.key, sheet.title, sheet.aliases);
    const QStringList present = book.sheets();
    const auto found = std::find_if(present.begin(), present.end(),
                                    [&](const QString &name) { return meansOneOf(callingsOf(name), names); });
    return found == present.end() ? QString() : *found;
}

bool isRemark(const Row &row)
{
    const auto first = std::find_if(row.cells.begin(), row.cells.end(), [](const QString &c) { return !c.isEmpty(); });
    return first != row.cells.end() && first->startsWith(u'#');
}

void reportHeader(const HeaderMatch &match, const std::vector<ColumnText> &columns, const Origin &at,
                  Findings &findings)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].isRequired && match.columnOf[i] < 0) {
            const QString title = headerOf(columns[i].title);
            findings.error(at,
                           {.zh = QStringLiteral("缺少“%1”一列：%2").arg(title, columns[i].note.zh),
                            .en = QStringLiteral("the column \"%1\" is missing: %2").arg(title, columns[i].note.en)});
        }
    }
    for (const int column : match.unknown) {
        Origin cell = at;
        cell.column = column + 1;
        cell.columnTitle = match.titles.at(column);
        findings.warning(cell, {.zh = QStringLiteral("不认识这一列，已忽略：请核对列名"),
                                .en = QStringLiteral("this column is not known and is ignored: look at its name")});
    }
}

}  // namespace muster::plan
