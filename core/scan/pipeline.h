#pragma once
#include "core/base/clock.h"
#include "core/scan/filters.h"
#include "core/scan/zxing_adapter.h"

#include <chrono>
#include <optional>
#include <vector>

namespace muster::scan {

/// What a frame may cost. On the reference machine a 1080p frame keeps the fast pass within 8 ms.
inline constexpr std::chrono::milliseconds frameBudget{33};

/// One pass's way of looking at a picture.
struct Pass {
    const char *name;
    /// Nothing if the pass has no use for this picture.
    std::optional<Reading> (*look)(const LumaView &frame, const LumaView &focus);
};

/// The hard passes, the ones that read most first.
[[nodiscard]] const std::vector<Pass> &hardPasses();

/// A decoded frame or picture.
struct Decoded {
    Reading reading;
    const char *pass = "";  ///< Name of the pass that read it.
};

/// Frames in, codes out, within a time budget.
///
/// Why it exists: a kiosk must read a code on a dark-mode phone behind a cracked glass, and ZXing alone gives up on
/// inverted, faint, huge, tiny and round-dotted codes. Trying everything on each frame takes too long, so every frame
/// gets the fast pass and as many of the harder passes as fit; the next frame goes on where this one stopped.
///
/// Guarantees
///  - A pass starts only if its worst cost so far (and never an unknown one after the first) fits what is left of
///    the budget, but every pass is tried again after a while, so that none starves.
///  - The pass that read the last code goes first: the same phone is still there.
///
/// Threading: confined to one thread. Does not own the clock.
class Pipeline {
public:
    explicit Pipeline(const Clock &clock, std::chrono::milliseconds budget = frameBudget);

    /// One frame of a stream.
    [[nodiscard]] std::optional<Decoded> decodeFrame(const LumaView &frame);
    /// Everything there is, for a still picture; takes as long as it takes (bounded by the number of passes).
    [[nodiscard]] static std::optional<Decoded> decodeAll(const LumaView &picture);

private:
    struct Cost {
        double nanosPerPixel = 0;  ///< The worst of late; 0: never tried.
    };
    std::optional<Decoded> tryHardPass(std::size_t index, const LumaView &frame, const LumaView &focus);

    const Clock &m_clock;
    std::chrono::nanoseconds m_budget;
    std::vector<Cost> m_costs;
    std::size_t m_next = 0;
    std::optional<std::size_t> m_lucky;
};

}  // namespace muster::scan
