#pragma once
#include "core/base/result.h"
#include "core/plan/finding.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace muster::plan {

/// One row of a sheet. Cells are trimmed texts without control characters; trailing empty ones may be missing.
struct Row {
    int number = 0;  ///< As a spreadsheet counts, from 1.
    std::vector<QString> cells = {};

    [[nodiscard]] bool isEmpty() const;
};

/// Takes the rows of a sheet one after the other and may move their cells out; false stops the reading.
using RowSink = std::function<bool(Row &)>;

/// The sheets of a plan or a list, whatever file or folder they lie in.
///
/// Guarantees: memory does not grow with the rows of a sheet (an .xlsx keeps its shared strings, at most
/// xlsxStringsBytesMax); a sheet can be read again and gives the same rows.
class Book {
public:
    Book() = default;
    virtual ~Book() = default;
    Book(const Book &) = delete;
    Book &operator=(const Book &) = delete;

    /// A folder (every *.csv in it is a sheet of that name), one .csv or .txt file, or an .xlsx file.
    /// NotFound if there is nothing; Invalid for other kinds of files, with words that say how to save them.
    [[nodiscard]] static Result<std::unique_ptr<Book>> open(const QString &path);

    [[nodiscard]] virtual QStringList sheets() const = 0;
    /// False if the sheet could not be read to its end for another reason than the sink's; @p findings says why.
    virtual bool forEachRow(const QString &sheet, Findings &findings, const RowSink &sink) = 0;
};

/// Trims, and drops what copying from chats and web pages leaves behind: control, zero-width and direction characters.
void cleanCell(QString &cell);

/// Spreadsheets run a cell that begins with one of = + - @ (narrow or wide), a tab or a return as a formula: such a
/// text gets an apostrophe in front. unescapeFormula() takes it off again; together they change no text.
[[nodiscard]] QString escapeFormula(const QString &text);
[[nodiscard]] QString unescapeFormula(const QString &text);

}  // namespace muster::plan
