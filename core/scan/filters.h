#pragma once
#include "core/scan/image.h"

/// What a picture goes through before a harder pass looks at it. All are pure and linear in the number of pixels.
namespace muster::scan {

inline constexpr int blurRadiusMax = 128;

/// Each output pixel is the mean of @p factor × @p factor input pixels (factor 1 … 16).
[[nodiscard]] LumaImage shrunk(const LumaView &picture, int factor);
/// Bilinear; means over whole pixels first where it gets more than twice smaller.
[[nodiscard]] LumaImage resized(const LumaView &picture, int width, int height);

[[nodiscard]] LumaImage inverted(const LumaView &picture);
/// So that all but @p clipPermille of the darkest and of the brightest pixels fill 0 … 255.
[[nodiscard]] LumaImage stretched(const LumaView &picture, int clipPermille);
/// A box blur run twice: round dots grow together, moiré and noise go. Edges repeat.
[[nodiscard]] LumaImage blurred(const LumaView &picture, int radius);
/// picture + (picture − blurred) × amountPercent / 100.
[[nodiscard]] LumaImage sharpened(const LumaView &picture, int radius, int amountPercent);
/// Only 0 and 255: dark where a pixel is below the mean of its (2 × radius + 1)² surroundings by more than @p bias.
[[nodiscard]] LumaImage thresholded(const LumaView &picture, int radius, int bias);

/// A part of a picture, in pixels.
struct Area {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
};

/// Where a code most likely lies: the largest patch that is busy both across and along, with a margin. The whole
/// picture where nothing stands out.
[[nodiscard]] Area busiestArea(const LumaView &picture);

}  // namespace muster::scan
