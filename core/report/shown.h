#pragma once
#include "core/report/report.h"

#include <QTimeZone>

/// Figures as people read them.
namespace muster::report {

enum class Language { Both, Chinese, English };

/// Not known, or there is none.
inline constexpr QChar noFigure(0x2013);

/// In both languages side by side, unless they say the same.
[[nodiscard]] QString shown(const Words &words, Language language);

/// Writes numbers and times for the people of one event.
class Shower {
public:
    Shower(const Report &report, Language language);

    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] QString text(const Words &words) const { return shown(words, m_language); }
    [[nodiscard]] QString number(const std::optional<qint64> &value, Unit unit) const;
    [[nodiscard]] QString cell(const Cell &cell, Unit unit) const;
    /// With its sign.
    [[nodiscard]] QString difference(const std::optional<qint64> &value, Unit unit) const;
    /// Hour and minute in the event's zone; the day too if it is not the event's own.
    [[nodiscard]] QString time(WallTime at) const;
    /// Day, hour and minute.
    [[nodiscard]] QString dateTime(WallTime at) const;

private:
    Language m_language;
    QTimeZone m_zone;
    QString m_day;
};

/// A number for a spreadsheet: no thousands, no signs of units; a time as day, hour and minute of @p zone.
[[nodiscard]] QString plain(const std::optional<qint64> &value, Unit unit, const QTimeZone &zone);
/// What plain() gives is of: "%", "s" …; empty: nothing needs to be said.
[[nodiscard]] QString unitText(Unit unit);
[[nodiscard]] QTimeZone zoneOf(const Report &report);

}  // namespace muster::report
