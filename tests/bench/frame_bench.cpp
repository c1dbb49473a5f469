// What a 1080p frame costs: the fast pass, a frame of a stream within its budget, and every pass on a still.
#include "core/scan/pipeline.h"
#include "tests/bench/lines.h"
#include "tests/support/seeded_random.h"

#include <benchmark/benchmark.h>

namespace muster::bench {
namespace {

using namespace muster::scan;

/// A hall without a code: nothing ends a pass early. Texture and noise give the detectors something to look at.
LumaImage hall()
{
    test::SeededRandom random(1);
    LumaImage image(1920, 1080);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const int patch = (x / 67 * 37 + y / 53 * 91) % 160;
            image.row(y)[x] = quint8(40 + patch + int(random.below(12)));
        }
    }
    return image;
}

/// Keeps what Google Benchmark measured instead of printing it.
class Collector final : public benchmark::BenchmarkReporter {
public:
    bool ReportContext(const Context &) override { return true; }
    void ReportRuns(const std::vector<Run> &runs) override
    {
        for (const auto &run : runs) {
            msecs.insert(QString::fromStdString(run.run_name.function_name),
                         rounded(run.GetAdjustedRealTime()));  // In the unit that was asked for.
        }
    }
    QJsonObject msecs;
};

/// By the clock on the wall, which counts, and by the processor's, which other programs do not touch.
struct Watched {
    Times wall;
    Times cpu;

    [[nodiscard]] QJsonObject toJson() const
    {
        auto json = wall.toJson();
        json.insert(QStringLiteral("cpu_p50_ms"), rounded(cpu.median()));
        json.insert(QStringLiteral("cpu_max_ms"), rounded(cpu.worst()));
        return json;
    }
};

/// Runs @p work again and again for a while; each time is kept in @p watched.
void watch(const char *name, Scale scale, Watched &watched, const std::function<void()> &work)
{
    const auto loop = [&watched, work](benchmark::State &state) {
        for (auto _ : state) {
            const double cpu = cpuSeconds();
            watched.wall.measure(work);
            watched.cpu.add(std::chrono::duration<double>(cpuSeconds() - cpu));
        }
    };
    auto *made = benchmark::RegisterBenchmark(name, loop)->Unit(benchmark::kMillisecond)->UseRealTime();
    if (scale.isQuick) {
        made->Iterations(3);
    } else {
        made->MinTime(4);
    }
}

}  // namespace

std::vector<Line> benchFrame(const QString &folder, Scale scale)
{
    Q_UNUSED(folder);
    const LumaImage image = hall();
    const auto view = image.view();
    const SystemClock clock;
    Pipeline pipeline(clock);
    Watched fast;
    Watched budgeted;
    Watched unused;
    watch("fast_pass", scale, fast, [&] { benchmark::DoNotOptimize(Pipeline::decodeFast(view)); });
    watch("frame_within_budget", scale, budgeted, [&] { benchmark::DoNotOptimize(pipeline.decodeFrame(view)); });
    const Scale once{true};
    for (const auto &recipe : hardPasses()) {
        watch(recipe.name, once, unused, [&] {
            Subject subject(view);
            benchmark::DoNotOptimize(look(recipe, subject));
        });
    }
    watch("every_pass_on_a_still", once, unused, [&] { benchmark::DoNotOptimize(Pipeline::decodeAll(view)); });
    Collector collector;
    benchmark::RunSpecifiedBenchmarks(&collector);
    benchmark::ClearRegisteredBenchmarks();
    return {{QStringLiteral("frame_fast_pass"), fast.wall.median(), QStringLiteral("ms"), Line::Bound::AtMost, 8,
             std::nullopt, fast.toJson()},
            {QStringLiteral("frame_full_budget_worst"),
             budgeted.wall.worst(),
             QStringLiteral("ms"),
             Line::Bound::AtMost,
             33,
             std::nullopt,
             {{QStringLiteral("ours"), budgeted.toJson()}, {QStringLiteral("mean_ms"), collector.msecs}}}};
}

}  // namespace muster::bench
