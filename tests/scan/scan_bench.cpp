// What a 1080p frame costs: the fast pass, a frame of a stream within its budget, and every pass on a still.
#include "core/scan/pipeline.h"
#include "core/scan/qr_image.h"
#include "tests/support/seeded_random.h"

#include <benchmark/benchmark.h>

#include <algorithm>

using namespace muster;
using namespace muster::scan;

namespace {

/// A hall without a code: nothing ends a pass early. Texture and noise give the detectors something to look at.
const LumaImage &hall()
{
    static const LumaImage picture = [] {
        test::SeededRandom random(1);
        LumaImage image(1920, 1080);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const int patch = (x / 67 * 37 + y / 53 * 91) % 160;
                image.row(y)[x] = quint8(40 + patch + int(random.below(12)));
            }
        }
        return image;
    }();
    return picture;
}

void fastPass(benchmark::State &state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(Pipeline::decodeFast(hall().view()));
    }
}

void frameWithinBudget(benchmark::State &state)
{
    const SystemClock clock;
    Pipeline pipeline(clock);
    double worst = 0;
    for (auto _ : state) {
        const auto begun = clock.monotonic();
        benchmark::DoNotOptimize(pipeline.decodeFrame(hall().view()));
        const std::chrono::duration<double, std::milli> took = clock.monotonic() - begun;
        worst = std::max(worst, took.count());
    }
    state.counters["worst_ms"] = worst;
}

void hardPass(benchmark::State &state)
{
    const auto &recipe = hardPasses()[std::size_t(state.range(0))];
    state.SetLabel(recipe.name);
    for (auto _ : state) {
        Subject subject(hall().view());
        benchmark::DoNotOptimize(look(recipe, subject));
    }
}

void everyPass(benchmark::State &state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(Pipeline::decodeAll(hall().view()));
    }
}

BENCHMARK(fastPass)->Unit(benchmark::kMillisecond);
BENCHMARK(frameWithinBudget)->Unit(benchmark::kMillisecond);
BENCHMARK(hardPass)->DenseRange(0, int(hardPasses().size()) - 1)->Unit(benchmark::kMillisecond);
BENCHMARK(everyPass)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
