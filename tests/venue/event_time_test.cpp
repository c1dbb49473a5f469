// Goal: what the plan says as "09:00" is what the clock in the hall shows, on any day and in any night.
// Method: minutes of days of 23, 24 and 25 hours in Berlin, of a zone that knows no such days, and across midnight,
// compared with moments written out by hand.
#include "core/venue/door/rules.h"
#include "core/venue/plan/event_time.h"
#include "tests/support/catch.h"

#include <QDateTime>

using namespace muster;

namespace {

EventTime timeOf(const char *day, const char *zone = "Europe/Berlin")
{
    EventSetup setup;
    setup.day = QString::fromLatin1(day);
    setup.timeZone = QString::fromLatin1(zone);
    return EventTime(setup);
}

std::string shown(const std::optional<WallTime> &time)
{
    return time ? QDateTime::fromMSecsSinceEpoch(toMsecs(*time), Qt::UTC).toString(Qt::ISODate).toStdString()
                : "unknown";
}

constexpr int at(int hour, int minute = 0) { return hour * 60 + minute; }

}  // namespace

TEST_CASE("minutes of a plain day, and of the night after it", "[cues][time]")
{
    const auto time = timeOf("2026-11-28", "Asia/Shanghai");
    CHECK(shown(time.at(0)) == "2026-11-27T16:00:00Z");
    CHECK(shown(time.at(at(9))) == "2026-11-28T01:00:00Z");
    CHECK(shown(time.at(at(25, 30))) == "2026-11-28T17:30:00Z");
    CHECK(shown(time.at(at(9), -20)) == "2026-11-08T01:00:00Z");
    CHECK(shown(time.at(-30)) == "2026-11-27T15:30:00Z");
}

TEST_CASE("a day of 23 hours: clocks go from 2 to 3", "[cues][time]")
{
    const auto time = timeOf("2026-03-29");
    CHECK(shown(time.at(0)) == "2026-03-28T23:00:00Z");
    CHECK(shown(time.at(at(1, 59))) == "2026-03-29T00:59:00Z");
    CHECK(shown(time.at(at(2, 30))) == "2026-03-29T01:30:00Z");  // There is no 2:30; clocks show 3:30.
    CHECK(shown(time.at(at(3))) == "2026-03-29T01:00:00Z");
    CHECK(shown(time.at(at(9))) == "2026-03-29T07:00:00Z");
    CHECK(shown(time.at(at(33))) == "2026-03-30T07:00:00Z");  // 9 o'clock the next morning.
    CHECK(shown(time.at(at(9), -1)) == "2026-03-28T08:00:00Z");
    CHECK(*time.at(at(24)) - *time.at(0) == std::chrono::hours(23));
}

TEST_CASE("a day of 25 hours: clocks go from 3 to 2", "[cues][time]")
{
    const auto time = timeOf("2026-10-25");
    CHECK(shown(time.at(at(1, 59))) == "2026-10-24T23:59:00Z");
    CHECK(shown(time.at(at(2, 30))) == "2026-10-25T00:30:00Z");  // Shown twice: the first.
    CHECK(shown(time.at(at(3))) == "2026-10-25T02:00:00Z");
    CHECK(shown(time.at(at(9))) == "2026-10-25T08:00:00Z");
    CHECK(*time.at(at(24)) - *time.at(0) == std::chrono::hours(25));
    SECTION("a night that begins the day before")
    {
        const auto eve = timeOf("2026-10-24");
        CHECK(shown(eve.at(at(23))) == "2026-10-24T21:00:00Z");
        CHECK(shown(eve.at(at(24 + 2, 59))) == "2026-10-25T00:59:00Z");
        CHECK(shown(eve.at(at(24 + 5))) == "2026-10-25T04:00:00Z");
    }
}

TEST_CASE("a plan that does not say its day knows no times", "[cues][time]")
{
    CHECK_FALSE(timeOf("").at(0));
    CHECK_FALSE(timeOf("someday").at(at(9)));
    CHECK(shown(timeOf("2026-11-28", "Nowhere/At-All").at(at(9))) == "2026-11-28T09:00:00Z");
    CHECK_FALSE(timeOf("2026-11-28").at(std::optional<int>()));
}

TEST_CASE("the door's hours are what the clock in the hall shows, too", "[door][time]")
{
    for (const auto *day : {"2026-03-29", "2026-10-25", "2026-11-28"}) {
        INFO(day);
        EventSetup setup;
        setup.day = QString::fromLatin1(day);
        setup.timeZone = QStringLiteral("Europe/Berlin");
        const EventTime time(setup);
        for (const int minute : {-30, 0, at(1, 59), at(3), at(9), at(23, 59), at(33)}) {
            CHECK(rules::minuteOfEvent(setup, *time.at(minute)) == minute);
        }
    }
}
