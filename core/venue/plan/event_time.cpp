#include "core/venue/plan/event_time.h"

#include <QDateTime>

namespace muster {
namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr qint64 msecsOfDay = qint64(minutesOfDay) * 60'000;

qint64 offsetAt(const QTimeZone &zone, qint64 msecs)
{
    return qint64(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC))) * 1'000;
}

}  // namespace

EventTime::EventTime(const EventSetup &setup)
    : m_zone(setup.timeZone.toUtf8()), m_day(QDate::fromString(setup.day, Qt::ISODate))
{
    if (!m_zone.isValid()) {
        m_zone = QTimeZone::utc();
    }
}

std::optional<WallTime> EventTime::at(int minute, int day) const
{
    if (!m_day.isValid()) {
        return std::nullopt;
    }
    const qint64 days = QDate(1970, 1, 1).daysTo(m_day) + day;
    const qint64 shown = days * msecsOfDay + qint64(minute) * 60'000;  // As if the clocks showed UTC.
    // By the offset that holds before a change near by, which gives the first of two; else by the one after it.
    // (Versions of Qt differ in what they make of a time that does not exist.)
    const qint64 before = offsetAt(m_zone, shown - msecsOfDay);
    const qint64 after = offsetAt(m_zone, shown + msecsOfDay);
    if (offsetAt(m_zone, shown - before) != before && offsetAt(m_zone, shown - after) == after) {
        return fromMsecs(shown - after);
    }
    return fromMsecs(shown - before);
}

}  // namespace muster
