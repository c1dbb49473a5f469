#include "core/base/crypto.h"
#include "tests/sim/simulation.h"

#include <CLI/CLI.hpp>
#include <QHashSeed>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <malloc.h>

using namespace muster;
using namespace muster::sim;

namespace {

QJsonObject jsonOf(const std::map<QString, quint64> &counts)
{
    QJsonObject object;
    for (const auto &[name, count] : counts) {
        object.insert(name, qint64(count));
    }
    return object;
}

int replay(const Options &options)
{
    const auto seed = options.seed;
    const auto report = Simulation(options).run();
    for (const auto &violation : report.violations) {
        std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), qPrintable(violation));
    }
    std::printf("seed %llu: %lld violations, trace %016llx\n", static_cast<unsigned long long>(seed),
                static_cast<long long>(report.violations.size()), static_cast<unsigned long long>(report.traceHash));
    return report.violations.isEmpty() ? 0 : 1;
}

struct Found {
    QJsonObject medians;  ///< Seeds until found, by plant.
    bool isAll = true;
};

/// Looks for every planted bug, from several starts.
Found findPlants(quint64 from, bool isJson)
{
    constexpr quint64 starts = 3;
    constexpr quint64 seedsMax = 200;
    Found found;
    for (const auto &plant : plants()) {
        std::vector<quint64> counts;
        for (quint64 start = 0; start < starts; ++start) {
            counts.push_back(seedsUntilFound(plant, from + start * 1'000, seedsMax).value_or(seedsMax + 1));
        }
        std::ranges::sort(counts);
        const auto median = counts[starts / 2];
        const bool isFound = median <= seedsMax;
        found.isAll = found.isAll && isFound;
        found.medians.insert(plant.name, isFound ? QJsonValue(qint64(median)) : QJsonValue());
        if (!isJson) {
            std::printf("%-22s %s  %s\n", qPrintable(plant.name),
                        isFound ? qPrintable(QString::number(median).rightJustified(4)) : "NOT FOUND",
                        qPrintable(plant.what));
            std::fflush(stdout);
        }
    }
    return found;
}

/// Runs @p countMax days, fewer if @p patience ends before; returns what became of them, as the summary says it.
QJsonObject runMany(Options options, quint64 countMax, std::chrono::seconds patience, bool isJson)
{
    const SystemClock clock;
    const auto begun = clock.monotonic();
    quint64 count = 0;
    quint64 bad = 0;
    Report all;
    for (; count < countMax && clock.monotonic() - begun < patience; ++count, ++options.seed) {
        const auto report = Simulation(options).run();
        for (const auto &[fault, times] : report.faults) {
            all.faults[fault] += times;
        }
        all.acts += report.acts;
        all.told += report.told;
        all.operations += report.operations;
        all.conflicts += report.conflicts;
        if (!report.violations.isEmpty()) {
            ++bad;
            std::fprintf(isJson ? stderr : stdout, "seed %llu: %s\n", static_cast<unsigned long long>(options.seed),
                         qPrintable(report.violations.front()));
            std::fflush(stdout);
        }
    }
    const double seconds = std::chrono::duration<double>(clock.monotonic() - begun).count();
    if (!isJson) {
        std::printf("%llu seeds, %llu with violations, %.1f seeds/s\n", static_cast<unsigned long long>(count),
                    static_cast<unsigned long long>(bad), double(count) / seconds);
    }
    return {{QStringLiteral("seeds"), qint64(count)},
            {QStringLiteral("violations"), qint64(bad)},
            {QStringLiteral("acts"), qint64(all.acts)},
            {QStringLiteral("told"), qint64(all.told)},
            {QStringLiteral("operations"), qint64(all.operations)},
            {QStringLiteral("conflicts"), qint64(all.conflicts)},
            {QStringLiteral("faults"), jsonOf(all.faults)},
            {QStringLiteral("seeds_per_s"), double(count) / seconds}};
}

const std::map<std::string, Options::Profile> profiles{
    {"by-seed", Options::Profile::BySeed}, {"small", Options::Profile::Small}, {"large", Options::Profile::Large}};

}  // namespace

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    QHashSeed::setDeterministicGlobalSeed();
    initCrypto();
    // Days come and go by the thousand: what one frees is kept for the next.
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 1 << 28);
    CLI::App app("Runs whole simulated days of a venue, each from one seed.");
    quint64 seeds = 100;
    int seconds = 24 * 60 * 60;
    Options options;
    bool isJson = false;
    bool isPlanted = false;
    std::string name;
    auto *many = app.add_option("--seeds", seeds, "How many seeds to run");
    auto *timed = app.add_option("--seconds", seconds, "Stop after so long; without --seeds, as many as fit")
                      ->check(CLI::PositiveNumber);
    app.add_option("--from", options.seed, "The first of them");
    auto *one = app.add_option("--seed", options.seed, "Run this seed alone");
    app.add_option("--profile", options.profile,
                   "A small venue, a large one, or as the seed says (every 100th is large)")
        ->transform(CLI::CheckedTransformer(profiles));
    app.add_flag("--trace", options.isTraced, "With --seed: print every step");
    app.add_flag("--json", isJson, "Print a JSON summary as the last line");
    app.add_flag("--planted", isPlanted,
                 "Look for every planted bug; without --seeds, that alone. Fails if one is not found");
    app.add_option("--plant", name, "Plant this bug, to see what is found");
    CLI11_PARSE(app, argc, argv);
    options.plant = plantNamed(QString::fromStdString(name));
    if (!name.empty() && options.plant == nullptr) {
        std::fprintf(stderr, "muster-sim: no bug is called %s; --planted lists them\n", name.c_str());
        return 2;
    }
    if (*one) {
        return replay(options);
    }
    if (*timed && !*many) {
        seeds = std::numeric_limits<quint64>::max();
    } else if (isPlanted && !*many) {
        seeds = 0;
    }
    auto summary = runMany(options, seeds, std::chrono::seconds(seconds), isJson);
    bool isGood = summary.value(QStringLiteral("violations")).toInt() == 0;
    if (isPlanted) {
        const auto found = findPlants(options.seed, isJson);
        summary.insert(QStringLiteral("planted"), found.medians);
        isGood = isGood && found.isAll;
        if (!isJson) {
            std::printf("%lld planted bugs, %s\n", static_cast<long long>(found.medians.size()),
                        found.isAll ? "all found (median seeds until found)" : "not all found");
        }
    }
    if (isJson) {
        std::printf("%s\n", QJsonDocument(summary).toJson(QJsonDocument::Compact).constData());
    }
    return isGood ? 0 : 1;
}
