// Goal: the pipeline keeps its budget, gives every pass its turn, and reads what plain ZXing does not.
// Method: a clock that goes on a fixed step at each look, so that cost is counted in looks; pictures made here.
#include "core/scan/pipeline.h"
#include "core/scan/qr_image.h"
#include "core/scan/zxing_guard.h"
#include "tests/scan/corpus/camera_model.h"
#include "tests/support/catch.h"
#include "tests/support/seeded_random.h"

#include <stdexcept>

#undef NDEBUG  // As Debian builds ZXing.
#include <cassert>

using namespace muster;
using namespace muster::scan;
using namespace std::chrono_literals;

// A broken assertion loses what ZXing held (see zxing_guard.h): known, and bounded there.
extern "C" const char *__lsan_default_suppressions();
extern "C" const char *__lsan_default_suppressions() { return "leak:libZXing"; }

namespace {

/// Every look at it costs a step: work is made of looks.
class SteppingClock final : public Clock {
public:
    explicit SteppingClock(std::chrono::milliseconds step) : m_step(step) {}
    [[nodiscard]] Instant monotonic() const override { return m_now += m_step; }
    [[nodiscard]] WallTime wall() const override { return {}; }
    [[nodiscard]] Instant now() const { return m_now; }

private:
    std::chrono::milliseconds m_step;
    mutable Instant m_now{1h};
};

LumaImage grey(int width = 320, int height = 240) { return LumaImage(width, height, 128); }

LumaImage code(QByteArrayView payload) { return qrImage(payload, {.modulePixels = 6}).value(); }

}  // namespace

TEST_CASE("a frame without a code costs no more than the budget", "[scan][pipeline]")
{
    for (const auto step : {1ms, 2ms, 4ms}) {
        const SteppingClock clock(step);
        Pipeline pipeline(clock);
        const auto picture = grey();
        for (int frame = 0; frame < 200; ++frame) {
            const auto begun = clock.now();
            CHECK_FALSE(pipeline.decodeFrame(picture.view()).has_value());
            CHECK(clock.now() - begun <= frameBudget + 4 * step);  // The looks that find it spent.
        }
    }
}

SCENARIO("passes take turns over the frames", "[scan][pipeline]")
{
    // About two passes fit a frame.
    const SteppingClock clock(4ms);
    Pipeline pipeline(clock);
    GIVEN("an inverted code that only an inverting pass reads")
    {
        const auto picture = inverted(code("L-0042").view());
        int frames = 0;
        std::optional<Decoded> decoded;
        for (; !decoded && frames < 20; ++frames) {
            decoded = pipeline.decodeFrame(picture.view());
        }
        REQUIRE(decoded);
        CHECK(decoded->reading.payload == "L-0042");
        CHECK(frames <= int(hardPasses().size()));
        THEN("the pass that read it goes first on the next frame")
        {
            const auto again = pipeline.decodeFrame(inverted(code("L-0043").view()).view());
            REQUIRE(again);
            CHECK(again->reading.payload == "L-0043");
            CHECK(QByteArray(again->pass) == decoded->pass);
        }
        THEN("a plain code is still read by the fast pass")
        {
            const auto plain = pipeline.decodeFrame(code("L-0044").view());
            REQUIRE(plain);
            CHECK(QByteArray(plain->pass) == "fast");
        }
    }
}

TEST_CASE("no code at all is no answer, whatever the picture", "[scan][pipeline]")
{
    const SteppingClock clock(1ms);
    Pipeline pipeline(clock);
    CHECK_FALSE(pipeline.decodeFrame(LumaView{}).has_value());
    CHECK_FALSE(Pipeline::decodeAll(LumaView{}).has_value());
    test::SeededRandom random(7);
    for (const auto &[width, height] : {std::pair{1, 1}, {1, 500}, {500, 1}, {3, 3}, {17, 31}, {400, 300}}) {
        LumaImage noise(width, height);
        random.fill(noise.pixels());
        CHECK_FALSE(Pipeline::decodeAll(noise.view()).has_value());
        CHECK_FALSE(pipeline.decodeFrame(noise.view()).has_value());
    }
}

TEST_CASE("other symbologies are read from stills", "[scan][pipeline]")
{
    // EAN-13 4006381333931 as modules: guards, left half by parity LGGLGG... of the leading 4, right half.
    const QByteArray modules = "101"
                               "0001101"
                               "0100111"
                               "0101111"
                               "0111101"
                               "0001001"
                               "0110011"
                               "01010"
                               "1000010"
                               "1000010"
                               "1000010"
                               "1110100"
                               "1000010"
                               "1100110"
                               "101";
    LumaImage picture(int(modules.size()) * 3 + 60, 120, 255);
    for (int y = 10; y < 110; ++y) {
        for (int i = 0; i < modules.size() * 3; ++i) {
            picture.row(y)[30 + i] = modules[i / 3] == '1' ? 0 : 255;
        }
    }
    const auto decoded = Pipeline::decodeAll(picture.view());
    REQUIRE(decoded);
    CHECK(decoded->reading.payload == "4006381333931");
    CHECK(decoded->reading.symbology == QStringLiteral("EAN-13"));
}

TEST_CASE("a picture that breaks an assertion of ZXing holds no code", "[scan]")
{
    CHECK(runGuarded([] {}));
    CHECK_FALSE(runGuarded([] { assert(2 < 1); }));
    CHECK_THROWS_AS(runGuarded([] { throw std::runtime_error("passed on"); }), std::runtime_error);

    // This shot breaks one in ZXing 1.4's detector of Micro QR codes.
    const auto shot = test::shoot(test::Degradation::Dim, 101);
    Subject subject(shot.picture.view());
    const Recipe recipe{.source = Source::Focus,
                        .focusSide = 480,
                        .widen = 1.7,
                        .sharpenRadius = 12,
                        .sharpenPercent = 400,
                        .symbologies = Symbologies::Matrix};
    const auto reading = look(recipe, subject);
    CHECK((!reading || reading->payload == shot.payload));
}
