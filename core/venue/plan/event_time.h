#pragma once
#include "core/base/clock.h"
#include "core/venue/plan/setup.h"

#include <QDate>
#include <QTimeZone>

/// When what the plan says is to happen does happen.
namespace muster {

/// Turns the plan's minutes into moments: what local clocks show, in UTC.
///
/// The organiser writes "09:00" and means what the clock in the hall shows, also on a day of 23 or of 25 hours. A time
/// that the clocks skip is as long after the change as it was to be; of one that they show twice the first is meant.
class EventTime {
public:
    explicit EventTime(const EventSetup &setup);

    /// When the clocks of the place show @p minute after midnight, @p day days from the event's day. Minutes may
    /// exceed a day, and be negative. Nothing if the plan does not say the day.
    [[nodiscard]] std::optional<WallTime> at(int minute, int day = 0) const;
    [[nodiscard]] std::optional<WallTime> at(const std::optional<int> &minute, int day = 0) const
    {
        return minute ? at(*minute, day) : std::nullopt;
    }

private:
    QTimeZone m_zone;
    QDate m_day;
};

}  // namespace muster
