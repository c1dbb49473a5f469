#pragma once
#include "core/base/result.h"

#include <QtGlobal>

#include <vector>

namespace muster::scan {

/// No side of a picture may be longer than this many pixels; a hostile header cannot ask for more memory.
inline constexpr int imageSideMax = 8192;

/// A picture's brightness, one byte a pixel (0 black, 255 white), owned by somebody else: the plane of a video frame,
/// or a LumaImage. Valid only as long as its owner.
struct LumaView {
    const quint8 *pixels = nullptr;
    int width = 0;
    int height = 0;
    int stride = 0;  ///< Bytes from one row to the next, ≥ width.

    [[nodiscard]] const quint8 *row(int y) const { return pixels + qsizetype(y) * stride; }
    /// At least one pixel, no side over imageSideMax, rows that do not overlap.
    [[nodiscard]] bool isUsable() const;
    /// The part of @p area that lies inside the picture.
    [[nodiscard]] LumaView cropped(int left, int top, int cropWidth, int cropHeight) const;
};

/// A brightness plane with its own memory, rows without padding.
class LumaImage {
public:
    LumaImage() = default;
    /// Filled with @p value. Sides must be within 1 … imageSideMax (asserted: callers compute them).
    LumaImage(int width, int height, quint8 value = 0);

    /// For sizes that come from outside. Invalid beyond the limits.
    [[nodiscard]] static Result<LumaImage> create(int width, int height);
    [[nodiscard]] static LumaImage copyOf(const LumaView &view);

    [[nodiscard]] bool isEmpty() const { return m_pixels.empty(); }
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] quint8 *row(int y) { return m_pixels.data() + std::size_t(y) * std::size_t(m_width); }
    [[nodiscard]] const quint8 *row(int y) const { return m_pixels.data() + std::size_t(y) * std::size_t(m_width); }
    [[nodiscard]] std::vector<quint8> &pixels() { return m_pixels; }
    [[nodiscard]] const std::vector<quint8> &pixels() const { return m_pixels; }
    [[nodiscard]] LumaView view() const { return {m_pixels.data(), m_width, m_height, m_width}; }

private:
    int m_width = 0;
    int m_height = 0;
    std::vector<quint8> m_pixels;
};

}  // namespace muster::scan
