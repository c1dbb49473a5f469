#include "core/plan/xlsx_cells.h"

#include <QDate>
#include <QTime>

#include <cmath>

namespace muster::plan {
namespace {

constexpr double minutesPerDay = 24 * 60;
constexpr double lastExcelDay = 2'958'465;  // 9999-12-31.

QString dateText(double days, bool is1904)
{
    // Excel counts a 29 February 1900 that never was, so days before March 1900 are one off; nobody invites then.
    const QDate origin = is1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
    return origin.addDays(qint64(std::floor(days))).toString(Qt::ISODate);
}

/// "09:30"; more than a day goes on counting hours.
QString timeText(double days)
{
    const auto minutes = qint64(std::llround(days * minutesPerDay));
    return QStringLiteral("%1:%2").arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

}  // namespace

CellFormat formatOf(int id, QStringView code)
{
    if (code.isEmpty()) {
        // 14-17 and the East Asian 27-36, 50-58 are dates (some of them times of day in Chinese: 32-35, 55, 56).
        const bool isTime =
            (id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35) || id == 55 || id == 56;
        const bool isDate = (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
        return id == 22 ? CellFormat::DateTime
               : isTime ? CellFormat::Time
               : isDate ? CellFormat::Date
                        : CellFormat::General;
    }
    bool hasDate = false;
    bool hasTime = false;
    QChar closing;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i].toLower();
        if (!closing.isNull()) {
            hasTime = hasTime || (closing == u']' && (c == u'h' || c == u's') && code[i - 1] == u'[');
            closing = c == closing ? QChar() : closing;
        } else if (c == u'"') {
            closing = c;
        } else if (c == u'[') {
            closing = u']';
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else {
            hasDate = hasDate || c == u'y' || c == u'd';
            hasTime = hasTime || c == u'h' || c == u's';
        }
    }
    return hasDate && hasTime ? CellFormat::DateTime
           : hasDate          ? CellFormat::Date
           : hasTime          ? CellFormat::Time
                              : CellFormat::General;
}

QString textOfNumber(QStringView number, CellFormat format, bool is1904)
{
    bool isNumber = false;
    const double value = number.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value)) {
        return number.toString();
    }
    const bool isDay = value >= 0 && value <= lastExcelDay;
    if (format == CellFormat::Date && isDay) {
        return dateText(value, is1904);
    }
    if (format == CellFormat::Time && isDay) {
        return timeText(value);
    }
    if (format == CellFormat::DateTime && isDay) {
        return dateText(value, is1904) + u' ' + timeText(value - std::floor(value));
    }
    constexpr double exactMax = 1e15;
    const bool isWhole = std::abs(value) < exactMax && value == std::floor(value);
    return isWhole ? QString::number(value, 'f', 0) : QString::number(value, 'g', 15);
}

std::optional<int> columnOfReference(QStringView reference)
{
    constexpr int excelColumnsMax = 16'384;
    int column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z') {
            break;
        }
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (column > excelColumnsMax) {
            return std::nullopt;
        }
    }
    return column > 0 ? std::optional(column) : std::nullopt;
}

QString unescapeXlsx(const QString &text)
{
    constexpr qsizetype escapeSize = 7;  // _xHHHH_
    qsizetype at = text.indexOf(u"_x");
    if (at < 0) {
        return text;
    }
    QString plain = text.left(at);
    while (at < text.size()) {
        bool isHex = false;
        const QStringView escape = QStringView(text).mid(at, escapeSize);
        const bool isEscape = escape.size() == escapeSize && escape.startsWith(u"_x") && escape.endsWith(u'_');
        const ushort unit = isEscape ? escape.sliced(2, 4).toUShort(&isHex, 16) : ushort(0);
        plain += isHex ? QChar(unit) : text[at];
        at += isHex ? escapeSize : 1;
    }
    return plain;
}

}  // namespace muster::plan
