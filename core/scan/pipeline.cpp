#include "core/scan/pipeline.h"

#include <algorithm>
#include <array>

namespace muster::scan {
namespace {

constexpr int fastSide = 1280;
/// Before a pass was measured: 10 ms for a 1080p frame.
constexpr double nanosPerPixelGuess = 5;
/// A dear pass gets this much cheaper each time it is passed over.
constexpr double forgetting = 0.98;

/// Chosen by what each adds on the corpus for its cost (tests/scan/corpus).
constexpr std::array passes{
    Recipe{.name = "quarter threshold", .source = Source::Quarter, .thresholdRadius = 8, .thresholdBias = 6},
    Recipe{.name = "quarter inverted", .source = Source::Quarter, .isInverted = true},
    Recipe{.name = "half inverted threshold", .isInverted = true, .thresholdRadius = 16},
    Recipe{.name = "half blurred threshold", .blurRadius = 2, .thresholdRadius = 32},
    Recipe{.name = "focus 240 sharpened",
           .source = Source::Focus,
           .focusSide = 240,
           .sharpenRadius = 4,
           .sharpenPercent = 150},
    Recipe{.name = "half threshold", .blurRadius = 1, .thresholdRadius = 16},
    Recipe{.name = "focus 480 heightened",
           .source = Source::Focus,
           .focusSide = 480,
           .heighten = 1.7,
           .blurRadius = 1,
           .thresholdRadius = 16},
    Recipe{.name = "whole", .source = Source::Whole, .isPlain = true},
    Recipe{.name = "focus 480 widened",
           .source = Source::Focus,
           .focusSide = 480,
           .widen = 1.7,
           .sharpenRadius = 12,
           .sharpenPercent = 400},
    Recipe{.name = "half inverted", .isInverted = true},
    Recipe{.name = "focus 720 sharpened",
           .source = Source::Focus,
           .focusSide = 720,
           .sharpenRadius = 12,
           .sharpenPercent = 150},
    Recipe{.name = "focus 480 inverted threshold",
           .source = Source::Focus,
           .focusSide = 480,
           .isInverted = true,
           .blurRadius = 1,
           .thresholdRadius = 32},
    Recipe{.name = "quarter inverted threshold",
           .source = Source::Quarter,
           .isInverted = true,
           .thresholdRadius = 8,
           .thresholdBias = 6},
    Recipe{.name = "focus 320 threshold",
           .source = Source::Focus,
           .focusSide = 320,
           .blurRadius = 1,
           .thresholdRadius = 10,
           .thresholdBias = 6},
    Recipe{.name = "focus 320 blurred threshold",
           .source = Source::Focus,
           .focusSide = 320,
           .blurRadius = 2,
           .thresholdRadius = 10},
    Recipe{.name = "half all symbologies", .symbologies = Symbologies::All, .isPlain = true},
};

}  // namespace

std::span<const Recipe> hardPasses() { return passes; }

Pipeline::Pipeline(const Clock &clock, std::chrono::milliseconds budget)
    : m_clock(clock), m_budget(budget), m_costs(passes.size(), nanosPerPixelGuess)
{
}

std::optional<Decoded> Pipeline::decodeFast(const LumaView &frame)
{
    Subject subject(frame);
    auto reading = readSymbol(subject.shrunkTo(fastSide), {});
    return reading ? std::optional(Decoded{*std::move(reading), "fast"}) : std::nullopt;
}

std::optional<Decoded> Pipeline::decodeFrame(const LumaView &frame)
{
    if (!frame.isUsable()) {
        return std::nullopt;
    }
    const auto begun = m_clock.monotonic();
    if (auto decoded = decodeFast(frame)) {
        return decoded;
    }
    Subject subject(frame);
    const double pixels = double(frame.width) * frame.height;
    const auto left = [&] { return m_budget - (m_clock.monotonic() - begun); };
    const auto estimate = [&](std::size_t index) { return std::chrono::nanoseconds(qint64(m_costs[index] * pixels)); };
    const auto lucky = m_lucky;
    if (lucky && estimate(*lucky) <= left()) {
        if (auto decoded = tryPass(*lucky, subject)) {
            return decoded;
        }
    }
    for (std::size_t tried = 0; tried < passes.size(); ++tried, m_next = (m_next + 1) % passes.size()) {
        if (m_next == lucky) {
            continue;
        }
        const auto rest = left();
        if (estimate(m_next) <= rest) {
            if (auto decoded = tryPass(m_next, subject)) {
                m_next = (m_next + 1) % passes.size();
                return decoded;
            }
        } else if (rest < m_budget / 2) {
            return std::nullopt;  // It goes first on the next frame, with nearly all of the budget.
        } else {
            m_costs[m_next] *= forgetting;
        }
    }
    return std::nullopt;
}

std::optional<Decoded> Pipeline::tryPass(std::size_t index, Subject &subject)
{
    const auto begun = m_clock.monotonic();
    auto reading = look(passes[index], subject);
    const std::chrono::nanoseconds took = m_clock.monotonic() - begun;
    const double perPixel = double(took.count()) / (double(subject.picture().width) * subject.picture().height);
    m_costs[index] = std::max(perPixel, m_costs[index] * 0.9 + perPixel * 0.1);
    if (!reading) {
        if (m_lucky == index) {
            m_lucky.reset();
        }
        return std::nullopt;
    }
    m_lucky = index;
    return Decoded{*std::move(reading), passes[index].name};
}

std::optional<Decoded> Pipeline::decodeAll(const LumaView &picture)
{
    if (!picture.isUsable()) {
        return std::nullopt;
    }
    Subject subject(picture);
    const Recipe plain{.name = "plain", .source = Source::Whole, .symbologies = Symbologies::All, .isPlain = true};
    if (auto reading = look(plain, subject)) {
        return Decoded{*std::move(reading), plain.name};
    }
    for (const auto &pass : passes) {
        if (auto reading = look(pass, subject)) {
            return Decoded{*std::move(reading), pass.name};
        }
    }
    return std::nullopt;
}

}  // namespace muster::scan
