#include "core/report/shown.h"

#include <QDateTime>

#include <cstdlib>

namespace muster::report {
namespace {

/// @p value with @p decimals of its last digits behind the point.
QString decimal(qint64 value, int decimals)
{
    auto digits = QString::number(std::abs(value)).rightJustified(decimals + 1, QLatin1Char('0'));
    if (decimals > 0) {
        digits.insert(digits.size() - decimals, QLatin1Char('.'));
    }
    return (value < 0 ? QStringLiteral("-") : QString()) + digits;
}

QString grouped(QString number)
{
    const auto point = number.indexOf(QLatin1Char('.'));
    const qsizetype first = number.startsWith(QLatin1Char('-')) ? 1 : 0;
    for (auto at = (point < 0 ? number.size() : point) - 3; at > first; at -= 3) {
        number.insert(at, QLatin1Char(','));
    }
    return number;
}

QString duration(qint64 seconds)
{
    const auto rest = std::abs(seconds);
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, QLatin1Char('0')); };
    const auto minutes = rest >= 3'600 ? QString::number(rest / 3'600) + QLatin1Char(':') + two(rest / 60 % 60)
                                       : QString::number(rest / 60);
    return (seconds < 0 ? QStringLiteral("-") : QString()) + minutes + QLatin1Char(':') + two(rest % 60);
}

int decimalsOf(Unit unit) { return unit == Unit::Percent ? 1 : unit == Unit::Amount || unit == Unit::Rating ? 2 : 0; }

}  // namespace

QString shown(const Words &words, Language language)
{
    const auto &zh = words.zh.isEmpty() ? words.en : words.zh;
    const auto &en = words.en.isEmpty() ? words.zh : words.en;
    switch (language) {
    case Language::Chinese: return zh;
    case Language::English: return en;
    case Language::Both: break;
    }
    return zh == en ? zh : zh + QLatin1Char(' ') + en;
}

QTimeZone zoneOf(const Report &report)
{
    const QTimeZone zone(report.timeZone.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

Shower::Shower(const Report &report, Language language)
    : m_language(language), m_zone(zoneOf(report)), m_day(report.day)
{
}

QString Shower::number(const std::optional<qint64> &value, Unit unit) const
{
    if (!value) {
        return noFigure;
    }
    switch (unit) {
    case Unit::Time: return time(fromMsecs(*value));
    case Unit::Seconds: return duration(*value);
    case Unit::Percent: return grouped(decimal(*value, decimalsOf(unit))) + QStringLiteral(" %");
    default: return grouped(decimal(*value, decimalsOf(unit)));
    }
}

QString Shower::cell(const Cell &cell, Unit unit) const
{
    if (unit != Unit::Words) {
        return number(cell.number, unit);
    }
    const auto words = text(cell.words);
    return words.isEmpty() ? QString(noFigure) : words;
}

QString Shower::difference(const std::optional<qint64> &value, Unit unit) const
{
    const auto text = number(value, unit);
    return value && *value > 0 ? QLatin1Char('+') + text : text;
}

QString Shower::time(WallTime at) const
{
    const auto local = QDateTime::fromMSecsSinceEpoch(toMsecs(at), m_zone);
    return local.toString(local.date().toString(Qt::ISODate) == m_day ? QStringLiteral("HH:mm")
                                                                      : QStringLiteral("MM-dd HH:mm"));
}

QString Shower::dateTime(WallTime at) const
{
    return QDateTime::fromMSecsSinceEpoch(toMsecs(at), m_zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString plain(const std::optional<qint64> &value, Unit unit, const QTimeZone &zone)
{
    if (!value) {
        return {};
    }
    return unit == Unit::Time
               ? QDateTime::fromMSecsSinceEpoch(*value, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"))
               : decimal(*value, decimalsOf(unit));
}

QString unitText(Unit unit)
{
    switch (unit) {
    case Unit::Percent: return QStringLiteral("%");
    case Unit::Seconds: return QStringLiteral("s");
    default: return {};
    }
}

}  // namespace muster::report
