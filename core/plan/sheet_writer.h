#pragma once
#include "core/plan/columns.h"

#include <memory>

namespace muster::plan {

/// What stands beside the data for the person who fills it in.
enum class Explanations { No, Yes };

/// Writes sheets one after the other into a folder of CSV files, one CSV file, or one .xlsx file. Every cell is a text
/// and escaped against formulas; memory does not grow with the rows.
class SheetWriter {
public:
    SheetWriter() = default;
    virtual ~SheetWriter() = default;
    SheetWriter(const SheetWriter &) = delete;
    SheetWriter &operator=(const SheetWriter &) = delete;

    /// By the ending of @p path: .xlsx, .csv (for a single sheet), else a folder, which is made. CSV is UTF-8, with a
    /// byte order mark if @p hasBom: Chinese Excel needs it.
    [[nodiscard]] static Result<std::unique_ptr<SheetWriter>> create(const QString &path, bool hasBom = true);

    /// Begins a sheet with its header (a field list writes its own rows, see row()).
    virtual Status begin(const SheetDescription &sheet, Explanations explanations) = 0;
    /// A row of the sheet begun last; of a field list: title, value, note.
    virtual Status row(const QStringList &cells) = 0;
    /// Free lines before all sheets, of "说明" in an .xlsx, README.txt in a folder.
    virtual Status explain(const QStringList &lines) = 0;
    /// Must be the last call: nothing is there before it.
    virtual Status finish() = 0;
};

}  // namespace muster::plan
