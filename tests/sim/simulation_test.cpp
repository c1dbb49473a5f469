// Goal: whole days of a venue, with everything that goes wrong in them, keep every law of the design.
// Method: fixed seeds of the simulator; the production core on simulated disks, clocks and links.
#include "tests/sim/simulation.h"
#include "tests/support/catch.h"

using namespace muster;
using namespace muster::sim;

namespace {

Report dayOf(quint64 seed)
{
    Options options;
    options.seed = seed;
    return Simulation(options).run();
}

}  // namespace

TEST_CASE("days of many kinds keep what was told and come to agree", "[sim]")
{
    constexpr quint64 seedCount = 200;
    Report all;
    for (quint64 seed = 1; seed <= seedCount; ++seed) {
        const auto report = dayOf(seed);
        INFO("muster-sim --trace --seed " << seed << ": "
                                          << report.violations.join(QStringLiteral("; ")).toStdString());
        CHECK(report.violations.isEmpty());
        for (const auto &[fault, times] : report.faults) {
            all.faults[fault] += times;
        }
        all.told += report.told;
        all.conflicts += report.conflicts;
    }
    // Days on which nothing happens prove nothing.
    CHECK(all.told > 50 * seedCount);
    CHECK(all.conflicts > seedCount / 2);
    for (const char *fault : {"power cut",
                              "crash at a step",
                              "program restarted",
                              "partition",
                              "one-way partition",
                              "link reset",
                              "link half open",
                              "link lost in silence",
                              "reconnect storm",
                              "disk full",
                              "write error",
                              "fsync error",
                              "old disk restored",
                              "hub's old disk restored",
                              "slow network",
                              "device revoked",
                              "new device",
                              "split",
                              "promotion",
                              "planned promotion",
                              "several promotions at once",
                              "hub off for long",
                              "hub lost with its disk"}) {
        INFO(fault);
        CHECK(all.faults[QString::fromLatin1(fault)] > 0);
    }
}

TEST_CASE("one seed replays its day to the byte", "[sim]")
{
    std::set<quint64> hashes;
    for (quint64 seed = 901; seed <= 905; ++seed) {
        const auto first = dayOf(seed);
        const auto again = dayOf(seed);
        CHECK(first.traceHash == again.traceHash);
        CHECK(first.operations == again.operations);
        hashes.insert(first.traceHash);
    }
    CHECK(hashes.size() == 5);
}
