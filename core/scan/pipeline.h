#pragma once
#include "core/base/clock.h"
#include "core/scan/recipe.h"

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace muster::scan {

/// What one frame of a stream may cost.
inline constexpr std::chrono::milliseconds frameBudget{33};

/// A decoded frame or picture.
struct Decoded {
    Reading reading;
    const char *pass = "";  ///< Name of the pass that read it.
};

/// The harder passes, the most useful for their cost first.
[[nodiscard]] std::span<const Recipe> hardPasses();

/// Frames in, codes out, within a time budget.
///
/// Why it exists: a kiosk must read a code on a dark-mode phone behind a cracked glass, and ZXing alone gives up on
/// inverted, faint, huge, tiny and round-dotted codes. Trying everything on each frame takes too long, so every frame
/// gets the fast pass and as many of the harder passes as fit; the next frame goes on where this one stopped.
///
/// Guarantees
///  - A pass starts only if what it lately cost at worst fits the rest of the budget. One that was dear is cheapened
///    a little each time it is passed over, so that none starves.
///  - The pass that read the last code goes first: the same phone is still there.
///
/// Threading: confined to one thread. Does not own the clock.
class Pipeline {
public:
    explicit Pipeline(const Clock &clock, std::chrono::milliseconds budget = frameBudget);

    /// One frame of a stream.
    [[nodiscard]] std::optional<Decoded> decodeFrame(const LumaView &frame);
    /// Only what every frame gets: ZXing once, on at most about 1280 pixels.
    [[nodiscard]] static std::optional<Decoded> decodeFast(const LumaView &frame);
    /// Every pass, all symbologies: for a still picture. Takes as long as it takes; bounded by the passes there are.
    [[nodiscard]] static std::optional<Decoded> decodeAll(const LumaView &picture);

private:
    [[nodiscard]] std::optional<Decoded> tryPass(std::size_t index, Subject &subject);

    const Clock &m_clock;
    std::chrono::nanoseconds m_budget;
    std::vector<double> m_costs;  ///< Nanoseconds a pixel of the frame, by pass.
    std::size_t m_next = 0;
    std::optional<std::size_t> m_lucky;
};

}  // namespace muster::scan
