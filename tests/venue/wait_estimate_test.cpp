// Goal: what a guest is told to wait is near enough to what they wait, also where the plan expected another pace.
// Method: seeded days of arrivals at some counters, served in order; each guest's estimate against their true wait.
#include "core/venue/queues/wait_estimate.h"
#include "tests/support/catch.h"
#include "tests/support/seeded_random.h"

#include <deque>
#include <vector>

using namespace muster;
using namespace muster::test;

namespace {

struct Day {
    int counters = 1;
    int expectedSeconds = 300;
    int trueSeconds = 300;    ///< On average; each takes between half and one and a half of it.
    int arrivalSeconds = 60;  ///< Between two guests, likewise.
};

struct Errors {
    double meanShare = 0;  ///< Of the true wait, over all who wait five minutes or longer.
    int guestCount = 0;
};

qint64 about(SeededRandom &random, int seconds) { return seconds / 2 + qint64(random.below(quint64(seconds))); }

Errors simulate(const Day &day, SeededRandom &random)
{
    constexpr int guestsMax = 200;
    constexpr int learningGuests = 30;  ///< Who come before anything is known.
    constexpr qint64 shortWait = 300;
    std::vector<qint64> freeAt(std::size_t(day.counters), 0);
    std::vector<std::pair<qint64, qint64>> finished;  ///< When, and how long it took.
    std::vector<qint64> calledAt;
    Errors errors;
    qint64 now = 0;
    for (int guest = 0; guest < guestsMax; ++guest) {
        now += about(random, day.arrivalSeconds);
        const auto counter = std::ranges::min_element(freeAt);
        const auto start = std::max(now, *counter);
        const auto took = about(random, day.trueSeconds);
        const int ahead = int(std::ranges::count_if(calledAt, [&](qint64 at) { return at > now; }));
        std::vector<std::pair<qint64, qint64>> known;
        std::ranges::copy_if(finished, std::back_inserter(known), [&](const auto &one) { return one.first <= now; });
        std::ranges::sort(known, std::greater());
        std::vector<qint64> last;
        std::ranges::transform(known, std::back_inserter(last), [](const auto &one) { return one.second; });
        const auto told = wait_estimate::waitSeconds(
            ahead + 1, wait_estimate::serviceSeconds(day.expectedSeconds, last), day.counters);
        const auto waited = start - now;
        if (guest >= learningGuests && waited >= shortWait) {
            errors.meanShare += std::abs(double(told) - double(waited)) / double(waited);
            ++errors.guestCount;
        }
        *counter = start + took;
        calledAt.push_back(start);
        finished.emplace_back(start + took, took);
    }
    errors.meanShare /= std::max(errors.guestCount, 1);
    return errors;
}

}  // namespace

TEST_CASE("an estimate begins with the plan and learns", "[venue][wait]")
{
    using wait_estimate::serviceSeconds;
    using wait_estimate::waitSeconds;
    CHECK(serviceSeconds(300, {}) == 300);
    const std::vector<qint64> one{600};
    CHECK(serviceSeconds(300, one) == 350);
    const std::vector<qint64> many(100, 600);
    CHECK(serviceSeconds(300, many) == 540);  // Twenty of them, and the plan as five.
    CHECK(waitSeconds(6, 300, 3) == 600);
    CHECK(waitSeconds(6, 300, 0) == 1'800);
    CHECK(waitSeconds(0, 300, 2) == 0);
    CHECK(waitSeconds(-1, 300, 2) == 0);
}

TEST_CASE("guests are told about what they wait", "[venue][wait]")
{
    const std::pair<Day, double> days[] = {{{1, 300, 300, 240}, 0.25},
                                           {{4, 300, 300, 60}, 0.25},
                                           {{4, 300, 600, 120}, 0.30},   // Twice as slow as planned,
                                           {{10, 600, 300, 25}, 0.35}};  // or twice as fast.
    SeededRandom random(2026);
    for (const auto &[day, most] : days) {
        const auto errors = simulate(day, random);
        INFO(day.counters << " counters, " << day.trueSeconds << " s: " << errors.meanShare << " of "
                          << errors.guestCount);
        CHECK(errors.guestCount > 20);
        CHECK(errors.meanShare < most);
    }
}
