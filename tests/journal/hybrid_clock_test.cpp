// Goal: hybrid times never go back on a device, follow what was seen, and no stranger's clock drags ours away.
// Method: move the wall clock by a day either way and feed times from before, now and far ahead.
#include "core/journal/hybrid_clock.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"

using namespace muster;
using namespace std::chrono_literals;

TEST_CASE("hybrid times only grow, also when the wall clock is set a day back", "[clock]")
{
    test::FakeClock clock;
    HybridClock hybrid(clock);
    const auto before = hybrid.next();
    CHECK(before.wall() == clock.wall());
    clock.stepWall(-24h);
    auto last = before;
    for (int i = 0; i < 100'000; ++i) {  // More than one millisecond's counter holds.
        const auto next = hybrid.next();
        REQUIRE(next > last);
        last = next;
    }
    CHECK(last.wall() - before.wall() <= 2ms);
    clock.stepWall(48h);
    CHECK(hybrid.next().wall() == clock.wall());
}

TEST_CASE("what is made after seeing a later time is later still", "[clock]")
{
    test::FakeClock clock;
    HybridClock hybrid(clock);
    const HybridTime remote{HybridTime::at(clock.wall() + 30s).value + 7};
    CHECK_FALSE(hybrid.observe(remote));
    CHECK(hybrid.next() > remote);
}

TEST_CASE("a remote clock is believed up to 60 s ahead and flagged beyond", "[clock]")
{
    test::FakeClock clock;
    HybridClock hybrid(clock);
    CHECK_FALSE(hybrid.observe(HybridTime::at(clock.wall() + 60s)));
    CHECK(hybrid.observe(HybridTime::at(clock.wall() + 60s + 1ms)));
    CHECK(hybrid.observe(HybridTime::at(clock.wall() + 24h)));
    CHECK(hybrid.next().wall() == clock.wall() + 60s);
    CHECK(hybrid.observe({~quint64(0)}));
    CHECK(hybrid.next().wall() == clock.wall() + 60s);
    SECTION("a clock a day behind changes nothing")
    {
        const auto mine = hybrid.next();
        CHECK_FALSE(hybrid.observe(HybridTime::at(clock.wall() - 24h)));
        CHECK(hybrid.next().wall() == mine.wall());
    }
}

TEST_CASE("a device whose clock stands before 1970 still orders its acts", "[clock]")
{
    test::FakeClock clock;
    clock.stepWall(-std::chrono::hours(24 * 365 * 70));
    HybridClock hybrid(clock);
    const auto first = hybrid.next();
    CHECK(hybrid.next() > first);
}
