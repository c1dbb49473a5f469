// Goal: the same guest at eight connected devices in the same millisecond is let in at exactly one of them.
// Method: eight devices examine before any of them is ruled on; the hub rules in a random order; all of them tell.
#include "tests/support/pace.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;

TEST_CASE("eight devices, one guest, one millisecond: one is let in", "[door][race]")
{
    constexpr int runs = scaled(10'000);
    constexpr int devices = 8;
    constexpr int partySize = 250;  // Who are known everywhere before the first of them comes.
    Hall hall(1 + devices);
    SeededRandom random(9);
    int wrong = 0;
    for (int run = 0; run < runs; ++run) {
        if (run % partySize == 0) {
            for (int i = 0; i < partySize; ++i) {
                hall.invite(QString::number(run + i));
            }
            for (int i = 1; i <= devices; ++i) {
                hall.sync(i, 0);
                hall.sync(0, i);
            }
        }
        const auto answers = hall.signInEverywhere(QStringLiteral("C-%1").arg(run), random);
        const auto admitted = std::ranges::count(answers, Outcome::Admitted, &Answer::outcome);
        const auto refused = std::ranges::count(answers, Outcome::AlreadyIn, &Answer::outcome);
        wrong += admitted == 1 && refused == devices - 1 ? 0 : 1;
    }
    CHECK(wrong == 0);
    for (int i = 1; i <= devices; ++i) {
        hall.sync(i, 0);
    }
    CHECK(hall.day(0).signedIn == runs);
    CHECK(hall.day(0).conflicts.empty());
    CHECK(hall.faults(0).isEmpty());
}
