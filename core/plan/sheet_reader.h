#pragma once
#include "core/plan/columns.h"

namespace muster::plan {

/// Which column of a file fills which described column, told from its header.
struct HeaderMatch {
    std::vector<int> columnOf;  ///< Per described column: the file's column from 0, or -1.
    QStringList titles;         ///< As the file has them, per file column.
    std::vector<int> unknown;   ///< File columns with a title that no description knows.
    int known = 0;              ///< How many described columns were found.
};

/// @p mapping (key -> header, as --map gives it) comes before the descriptions' own names; a column that it names is
/// filled from nowhere else. Of two file columns with the same meaning the first one counts.
[[nodiscard]] HeaderMatch matchHeader(const Row &row, const std::vector<ColumnText> &columns,
                                      const QMap<QString, QString> &mapping = {});

/// True if @p row can be the header: two known columns, or one that stands alone.
[[nodiscard]] bool isHeader(const Row &row, const HeaderMatch &match);

/// The sheet of @p book that has the name of @p sheet; empty if there is none.
[[nodiscard]] QString findSheet(const Book &book, const SheetText &sheet);

/// A plan's remarks: rows whose first text begins with #.
[[nodiscard]] bool isRemark(const Row &row);

/// Says which columns must be there but are not, and which are not known.
void reportHeader(const HeaderMatch &match, const std::vector<ColumnText> &columns, const Origin &at,
                  Findings &findings);

/// Rows that may stand above the header: a title, a date, a remark.
inline constexpr int rowsAboveHeaderMax = 20;

/// A sheet's records and where they stand, so that checks across sheets can name the cell.
template<class T>
struct SheetRows {
    struct Located {
        T value;
        int row = 0;
    };
    QString sheet;  ///< Its name in the file; what it should be called if it is missing.
    bool isThere = false;
    std::vector<Located> rows;
    QHash<QString, std::pair<int, QString>> columns;  ///< Column key -> number from 1 and title in the file.
    QHash<QString, int> fieldRows;                    ///< Of a field list: column key -> row.

    [[nodiscard]] Origin at(int row, const QString &key = {}) const
    {
        const auto [column, title] = columns.value(key);
        return {.sheet = sheet, .row = fieldRows.value(key, row), .column = column, .columnTitle = title};
    }
    [[nodiscard]] Origin whole() const { return {.sheet = sheet, .row = 0}; }
};

/// Fills one field and says what is wrong with the cell; used by all kinds of sheets.
template<class T>
void readField(T &record, const Column<T> &column, const QString &text, const Origin &at, Findings &findings)
{
    if (text.isEmpty()) {
        if (column.head.isRequired) {
            findings.error(at, {.zh = QStringLiteral("必填：%1").arg(column.head.note.zh),
                                .en = QStringLiteral("must be filled in: %1").arg(column.head.note.en)});
        }
    } else if (const Complaint complaint = column.read(record, unescapeFormula(text))) {
        findings.error(at, *complaint);
    }
}

template<class T>
void readFieldList(Book &book, const SheetPlan<T> &plan, SheetRows<T> &result, Findings &findings)
{
    const std::vector<ColumnText> heads = plan.heads();
    std::vector<QString> texts(heads.size());
    book.forEachRow(result.sheet, findings, [&](Row &row) {
        if (row.number > planRowsMax || row.isEmpty() || isRemark(row)) {
            return row.number <= planRowsMax;
        }
        const HeaderMatch match = matchHeader({.number = row.number, .cells = {row.cells.front()}}, heads);
        const auto found = std::find(match.columnOf.begin(), match.columnOf.end(), 0);
        const Origin at{.sheet = result.sheet, .row = row.number, .column = 1, .columnTitle = row.cells.front()};
        if (found != match.columnOf.end()) {
            const auto index = std::size_t(found - match.columnOf.begin());
            result.fieldRows.insert(heads[index].key, row.number);
            result.columns.insert(heads[index].key, {2, row.cells.front()});
            texts[index] = row.cells.size() > 1 ? row.cells[1] : QString();
        } else if (row.number > 1) {  // The first row may be a header.
            findings.warning(at, {.zh = QStringLiteral("不认识这一项，已忽略"),
                                  .en = QStringLiteral("this field is not known and is ignored")});
        }
        return true;
    });
    typename SheetRows<T>::Located record{.value = {}, .row = 0};
    for (std::size_t i = 0; i < heads.size(); ++i) {
        Origin at = result.at(0, heads[i].key);
        at.columnTitle = at.columnTitle.isEmpty() ? headerOf(heads[i].title) : at.columnTitle;
        readField(record.value, plan.columns[i], texts[i], at, findings);
    }
    result.rows.push_back(std::move(record));
}

template<class T>
void readRows(Book &book, const SheetPlan<T> &plan, SheetRows<T> &result, Findings &findings)
{
    const std::vector<ColumnText> heads = plan.heads();
    std::optional<HeaderMatch> header;
    book.forEachRow(result.sheet, findings, [&](Row &row) {
        if (row.isEmpty() || isRemark(row)) {
            return true;
        }
        if (row.number > planRowsMax) {
            findings.error(result.at(row.number),
                           {.zh = QStringLiteral("超过 %1 行：请拆分").arg(planRowsMax),
                            .en = QStringLiteral("more than %1 rows: split the plan").arg(planRowsMax)});
            return false;
        }
        if (!header) {
            HeaderMatch match = matchHeader(row, heads);
            if (!isHeader(row, match)) {
                return row.number <= rowsAboveHeaderMax;
            }
            reportHeader(match, heads, {.sheet = result.sheet, .row = row.number}, findings);
            for (std::size_t i = 0; i < heads.size(); ++i) {
                const int column = match.columnOf[i];
                if (column >= 0) {
                    result.columns.insert(heads[i].key, {column + 1, match.titles.at(column)});
                }
            }
            header = std::move(match);
            return true;
        }
        typename SheetRows<T>::Located record{.value = {}, .row = row.number};
        for (std::size_t i = 0; i < heads.size(); ++i) {
            const int column = header->columnOf[i];
            if (column >= 0) {
                const QString text =
                    std::size_t(column) < row.cells.size() ? row.cells[std::size_t(column)] : QString();
                readField(record.value, plan.columns[i], text, result.at(row.number, heads[i].key), findings);
            }
        }
        result.rows.push_back(std::move(record));
        return true;
    });
    if (!header) {
        const QString first = headerOf(heads.front().title);
        findings.error(
            result.whole(),
            {.zh = QStringLiteral("没有表头：请在第一行写上列名，如“%1”").arg(first),
             .en =
                 QStringLiteral("there is no header row: write the columns' names first, such as \"%1\"").arg(first)});
    }
}

/// Reads the sheet that @p plan describes; a missing one gives no rows and `isThere` = false.
template<class T>
[[nodiscard]] SheetRows<T> readSheet(Book &book, const SheetPlan<T> &plan, Findings &findings)
{
    SheetRows<T> result;
    result.sheet = findSheet(book, plan.head);
    result.isThere = !result.sheet.isEmpty();
    if (!result.isThere) {
        result.sheet = plan.head.key;
    } else if (plan.head.isFieldList) {
        readFieldList(book, plan, result, findings);
    } else {
        readRows(book, plan, result, findings);
    }
    return result;
}

}  // namespace muster::plan
