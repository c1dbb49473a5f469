// Goal: a zone that hovers around its limit calls people once, and says in time when it will be full.
// Method: a watch alone, fed with figures on a clock that is made up.
#include "core/venue/zones/zone_watch.h"
#include "tests/support/catch.h"

using namespace muster;
using namespace std::chrono_literals;

namespace {

constexpr int soft = 100;
constexpr int firm = 120;

/// A watch, and how often it called people.
class Crowd {
public:
    void feed(int persons, std::chrono::milliseconds after = 1s)
    {
        m_now += after;
        m_watch.feed(m_now, {persons, persons, soft, firm});
        if (m_watch.level() > m_level) {
            ++m_calls;
        }
        m_level = m_watch.level();
    }
    void hold(int persons, std::chrono::seconds time)
    {
        for (auto passed = 0s; passed < time; passed += 1s) {
            feed(persons);
        }
    }
    [[nodiscard]] const ZoneWatch &watch() const { return m_watch; }
    [[nodiscard]] int calls() const { return m_calls; }

private:
    ZoneWatch m_watch;
    Instant m_now{std::chrono::hours(1)};
    ZoneWatch::Level m_level = ZoneWatch::Level::Calm;
    int m_calls = 0;
};

}  // namespace

SCENARIO("a zone reaches its limit", "[zones]")
{
    Crowd zone;
    zone.hold(99, 60s);
    CHECK(zone.watch().level() == ZoneWatch::Level::Calm);
    WHEN("it hovers around the limit for a minute")
    {
        for (int i = 0; i < 60; ++i) {
            zone.feed(i % 2 == 0 ? 101 : 93);
        }
        THEN("people are called once") { CHECK(zone.calls() == 1); }
    }
    WHEN("it falls below 95 % of it")
    {
        zone.feed(100);
        const auto since = zone.watch().since();
        CHECK(zone.watch().level() == ZoneWatch::Level::Soft);
        zone.hold(95, 300s);
        CHECK(zone.watch().level() == ZoneWatch::Level::Soft);
        CHECK(zone.watch().since() == since);
        zone.hold(94, 30s);
        CHECK(zone.watch().level() == ZoneWatch::Level::Soft);
        zone.feed(94);
        CHECK(zone.watch().level() == ZoneWatch::Level::Calm);
        THEN("it calls again a minute later at the earliest")
        {
            zone.hold(101, 59s);
            CHECK(zone.calls() == 1);
            zone.hold(101, 2s);
            CHECK(zone.calls() == 2);
        }
    }
    WHEN("it goes on to the firm limit and back")
    {
        zone.feed(100);
        zone.feed(120);
        CHECK(zone.watch().level() == ZoneWatch::Level::Firm);
        CHECK(zone.calls() == 2);
        THEN("the firm alarm goes first, the soft one stays as long as it is due")
        {
            zone.hold(110, 40s);
            CHECK(zone.watch().level() == ZoneWatch::Level::Soft);
            zone.hold(90, 40s);
            CHECK(zone.watch().level() == ZoneWatch::Level::Calm);
        }
    }
    WHEN("the figures are taken out of the plan")
    {
        zone.feed(130);
        ZoneWatch watch = zone.watch();
        watch.feed(Instant(std::chrono::hours(2)), {130, 130, {}, {}});
        THEN("nothing is alarming, nothing is full")
        {
            CHECK(watch.level() == ZoneWatch::Level::Calm);
            CHECK_FALSE(watch.timeToFull());
        }
    }
}

SCENARIO("people flow into a zone", "[zones]")
{
    Crowd zone;
    GIVEN("six a minute, evenly")
    {
        int persons = 0;
        for (int i = 0; i < 11 * 6; ++i) {
            zone.feed(persons++, 10s);
            if (i < 12) {
                CHECK_FALSE(zone.watch().timeToFull());  // Too soon to say.
            }
        }
        THEN("the time until it is full is right within a fifth")
        {
            const auto expected = std::chrono::seconds((firm - persons) * 10);
            REQUIRE(zone.watch().timeToFull());
            CHECK(*zone.watch().timeToFull() >= expected * 4 / 5);
            CHECK(*zone.watch().timeToFull() <= expected * 6 / 5);
        }
        THEN("nobody can say once as many leave as come")
        {
            for (int i = 0; i < 60; ++i) {
                zone.feed(persons - i % 2, 10s);
            }
            CHECK_FALSE(zone.watch().timeToFull());
        }
        THEN("it is full when it is")
        {
            zone.feed(firm);
            CHECK(zone.watch().timeToFull() == 0s);
        }
    }
    GIVEN("nobody for an hour")
    {
        zone.hold(50, 3'600s);
        CHECK_FALSE(zone.watch().timeToFull());
    }
    GIVEN("a recount that finds thirty more")
    {
        ZoneWatch watch;
        const Instant begin(1h);
        for (int i = 0; i <= 12; ++i) {
            watch.feed(begin + i * 15s, {i < 6 ? 50 : 80, 50, soft, firm});
        }
        THEN("nobody came through the door, so nothing is forecast") { CHECK_FALSE(watch.timeToFull()); }
    }
}
