// Goal: the pipeline reads what plain ZXing misses, loses nothing that it reads, and never reads a wrong text.
// Method: the corpus of the camera model, its first shots of every degradation; rates are floors that were measured
// higher. The budget goes by a clock that takes 2 ms a look, so that a loaded machine changes nothing.
#include "tests/scan/corpus/measure.h"
#include "tests/support/catch.h"

#include <map>

using namespace muster;
using test::Degradation;

namespace {

class SteppingClock final : public Clock {
public:
    [[nodiscard]] Instant monotonic() const override { return m_now += std::chrono::milliseconds(2); }
    [[nodiscard]] WallTime wall() const override { return {}; }

private:
    mutable Instant m_now{std::chrono::hours(1)};
};

/// Of stills, by degradation; where nothing stands, plain ZXing's own rate is the floor.
const std::map<Degradation, double> stillRateMin{
    {Degradation::Inverted, 1.0},      {Degradation::DarkModeFaint, 1.0}, {Degradation::LowContrast, 1.0},
    {Degradation::RoundDots, 1.0},     {Degradation::Noisy, 1.0},         {Degradation::Dim, 1.0},
    {Degradation::Cracked, 0.8},       {Degradation::Tiny, 0.8},          {Degradation::Huge, 1.0},
    {Degradation::FarAndBlurred, 0.8}, {Degradation::Tilted, 1.0},        {Degradation::Rotated, 1.0},
    {Degradation::Clean, 1.0},         {Degradation::Jpeg, 1.0},          {Degradation::Moire, 1.0}};

}  // namespace

TEST_CASE("the pipeline beats plain ZXing on every degradation that it misses", "[scan][corpus]")
{
    const SteppingClock clock;
    int plainHarder = 0;
    int ours = 0;
    for (const auto degradation : test::allDegradations()) {
        const auto score = measure(degradation, {.shots = 5, .bursts = 1, .framesPerBurst = 8}, clock);
        INFO(toString(degradation).toStdString());
        CHECK(score.pipelineStill.wrong == 0);
        CHECK(score.pipelineBurst.wrong == 0);
        CHECK(score.lost == 0);
        const auto least = stillRateMin.find(degradation);
        if (least != stillRateMin.end()) {
            CHECK(score.pipelineStill.right >= least->second * score.shots);
            CHECK(score.pipelineBurst.right == score.bursts);
        }
        plainHarder += score.plainHarder.right;
        ours += score.pipelineStill.right;
    }
    CHECK(ours >= plainHarder * 5 / 4);
}
