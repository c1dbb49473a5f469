#pragma once
#include <QString>
#include <QStringView>

#include <optional>

/// What the values in an .xlsx file mean to a person.
namespace muster::plan {

enum class CellFormat { General, Date, Time, DateTime };

/// What a number format of Excel shows; @p code is empty for the built-in ones.
[[nodiscard]] CellFormat formatOf(int id, QStringView code);

/// A number as the cell shows it. @p is1904 moves the days' origin as old Macintosh files do.
[[nodiscard]] QString textOfNumber(QStringView number, CellFormat format, bool is1904);

/// "AB12" -> 28; nothing if there are no column letters or more than Excel has.
[[nodiscard]] std::optional<int> columnOfReference(QStringView reference);

/// Undoes _xHHHH_, with which Excel writes characters that XML cannot hold.
[[nodiscard]] QString unescapeXlsx(const QString &text);

}  // namespace muster::plan
