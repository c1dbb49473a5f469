#include "core/scan/filters.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace muster::scan {
namespace {

/// One row of a running mean over 2 × radius + 1 pixels; edges repeat.
void blurLine(const quint8 *in, quint8 *out, int count, int radius)
{
    const auto at = [&](int i) { return unsigned(in[std::clamp(i, 0, count - 1)]); };
    const unsigned span = 2U * unsigned(radius) + 1U;
    const unsigned scale = (1U << 22U) / span;
    unsigned sum = 0;
    for (int i = -radius; i <= radius; ++i) {
        sum += at(i);
    }
    const auto mean = [&] { return quint8((sum * scale + (1U << 21U)) >> 22U); };
    int i = 0;
    const int head = std::min(radius + 1, count);
    for (; i < head; ++i) {
        out[i] = mean();
        sum += at(i + radius + 1) - at(i - radius);
    }
    for (; i + radius + 1 < count; ++i) {
        out[i] = mean();
        sum += unsigned(in[i + radius + 1]) - unsigned(in[i - radius]);
    }
    for (; i < count; ++i) {
        out[i] = mean();
        sum += at(i + radius + 1) - at(i - radius);
    }
}

void blurRows(const LumaView &in, LumaImage &out, int radius)
{
    for (int y = 0; y < in.height; ++y) {
        blurLine(in.row(y), out.row(y), in.width, radius);
    }
}

/// Column means row by row, with one running sum a column: the memory is read in order.
void blurColumns(const LumaView &in, LumaImage &out, int radius)
{
    const auto at = [&](int y) { return in.row(std::clamp(y, 0, in.height - 1)); };
    const auto width = std::size_t(in.width);
    const unsigned span = 2U * unsigned(radius) + 1U;
    const unsigned scale = (1U << 22U) / span;
    std::vector<unsigned> sums(width, 0);
    for (int y = -radius; y <= radius; ++y) {
        const quint8 *row = at(y);
        for (std::size_t x = 0; x < width; ++x) {
            sums[x] += row[x];
        }
    }
    for (int y = 0; y < in.height; ++y) {
        quint8 *row = out.row(y);
        const quint8 *enters = at(y + radius + 1);
        const quint8 *leaves = at(y - radius);
        for (std::size_t x = 0; x < width; ++x) {
            row[x] = quint8((sums[x] * scale + (1U << 21U)) >> 22U);
            sums[x] += unsigned(enters[x]) - unsigned(leaves[x]);
        }
    }
}

LumaImage boxBlurred(const LumaView &picture, int radius)
{
    LumaImage rows(picture.width, picture.height);
    LumaImage result(picture.width, picture.height);
    blurRows(picture, rows, radius);
    blurColumns(rows.view(), result, radius);
    return result;
}

template<class Change>
LumaImage mapped(const LumaView &picture, const Change &change)
{
    std::array<quint8, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i] = change(int(i));
    }
    LumaImage result(picture.width, picture.height);
    for (int y = 0; y < picture.height; ++y) {
        std::transform(picture.row(y), picture.row(y) + picture.width, result.row(y),
                       [&](quint8 value) { return table[value]; });
    }
    return result;
}

quint8 clamped(int value) { return quint8(std::clamp(value, 0, 255)); }

LumaImage bilinear(const LumaView &picture, int width, int height)
{
    struct Tap {
        int first;
        int second;
        int weight;  ///< Of the second, of 256.
    };
    const auto tapsOf = [](int from, int to) {
        std::vector<Tap> taps;
        taps.reserve(std::size_t(to));
        for (int i = 0; i < to; ++i) {
            const double at = std::clamp((i + 0.5) * from / to - 0.5, 0.0, double(from - 1));
            const int first = int(at);
            taps.push_back({first, std::min(first + 1, from - 1), int((at - first) * 256)});
        }
        return taps;
    };
    const auto columns = tapsOf(picture.width, width);
    const auto rows = tapsOf(picture.height, height);
    LumaImage result(width, height);
    for (int y = 0; y < height; ++y) {
        const auto &tap = rows[std::size_t(y)];
        const quint8 *upper = picture.row(tap.first);
        const quint8 *lower = picture.row(tap.second);
        quint8 *out = result.row(y);
        for (int x = 0; x < width; ++x) {
            const auto &column = columns[std::size_t(x)];
            const int top = upper[column.first] * (256 - column.weight) + upper[column.second] * column.weight;
            const int bottom = lower[column.first] * (256 - column.weight) + lower[column.second] * column.weight;
            out[x] = quint8((top * (256 - tap.weight) + bottom * tap.weight + 32768) >> 16);
        }
    }
    return result;
}

}  // namespace

LumaImage shrunk(const LumaView &picture, int factor)
{
    Q_ASSERT(factor >= 1 && factor <= 16);
    const int step = std::min({factor, picture.width, picture.height});
    LumaImage result(picture.width / step, picture.height / step);
    const unsigned area = unsigned(step * step);
    std::vector<unsigned> sums(std::size_t(result.width()));
    for (int y = 0; y < result.height(); ++y) {
        std::fill(sums.begin(), sums.end(), 0U);
        for (int i = 0; i < step; ++i) {
            const quint8 *in = picture.row(y * step + i);
            for (auto &sum : sums) {
                for (int j = 0; j < step; ++j) {
                    sum += *in++;
                }
            }
        }
        std::transform(sums.begin(), sums.end(), result.row(y),
                       [area](unsigned sum) { return quint8((sum + area / 2) / area); });
    }
    return result;
}

LumaImage resized(const LumaView &picture, int width, int height)
{
    const int factor = std::min({picture.width / width, picture.height / height, 16});
    if (factor >= 2) {
        const auto smaller = shrunk(picture, factor);
        return bilinear(smaller.view(), width, height);
    }
    return bilinear(picture, width, height);
}

LumaImage inverted(const LumaView &picture)
{
    return mapped(picture, [](int value) { return quint8(255 - value); });
}

LumaImage stretched(const LumaView &picture, int clipPermille)
{
    std::array<qint64, 256> counts{};
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            ++counts[picture.row(y)[x]];
        }
    }
    const qint64 clip = qint64(picture.width) * picture.height * clipPermille / 1000;
    int low = 0;
    for (qint64 sum = counts[0]; sum <= clip && low < 255; sum += counts[std::size_t(++low)]) {}
    int high = 255;
    for (qint64 sum = counts[255]; sum <= clip && high > 0; sum += counts[std::size_t(--high)]) {}
    if (high <= low) {
        return LumaImage::copyOf(picture);
    }
    return mapped(picture, [=](int value) { return clamped((value - low) * 255 / (high - low)); });
}

LumaImage blurred(const LumaView &picture, int radius)
{
    Q_ASSERT(radius >= 1 && radius <= blurRadiusMax);
    const auto once = boxBlurred(picture, radius);
    return boxBlurred(once.view(), radius);
}

LumaImage sharpened(const LumaView &picture, int radius, int amountPercent)
{
    auto result = blurred(picture, radius);
    const int amount = amountPercent * 256 / 100;
    for (int y = 0; y < picture.height; ++y) {
        const quint8 *in = picture.row(y);
        quint8 *out = result.row(y);
        for (int x = 0; x < picture.width; ++x) {
            out[x] = clamped(in[x] + (((in[x] - out[x]) * amount) >> 8));
        }
    }
    return result;
}

LumaImage thresholded(const LumaView &picture, int radius, int bias)
{
    Q_ASSERT(radius >= 1 && radius <= blurRadiusMax);
    auto result = boxBlurred(picture, radius);
    for (int y = 0; y < picture.height; ++y) {
        const quint8 *in = picture.row(y);
        quint8 *out = result.row(y);
        for (int x = 0; x < picture.width; ++x) {
            out[x] = in[x] + bias < out[x] ? 0 : 255;
        }
    }
    return result;
}

namespace {

constexpr int cellPixels = 8;

/// How busy each cell of 8 × 8 pixels is in its calmer direction: text lines and edges are busy in one only.
LumaImage busyness(const LumaView &picture)
{
    LumaImage cells(std::max(1, picture.width / cellPixels), std::max(1, picture.height / cellPixels));
    for (int cy = 0; cy < cells.height(); ++cy) {
        for (int cx = 0; cx < cells.width(); ++cx) {
            int across = 0;
            int along = 0;
            const int bottom = std::min((cy + 1) * cellPixels, picture.height - 1);
            const int right = std::min((cx + 1) * cellPixels, picture.width - 1);
            for (int y = cy * cellPixels; y < bottom; ++y) {
                const quint8 *row = picture.row(y);
                for (int x = cx * cellPixels; x < right; ++x) {
                    across += std::abs(row[x] - row[x + 1]);
                    along += std::abs(row[x] - row[x + picture.stride]);
                }
            }
            cells.row(cy)[cx] = clamped(std::min(across, along) / (cellPixels * 2));
        }
    }
    return cells;
}

/// The connected cells of at least @p level around (x, y), as a box.
Area growFrom(const LumaView &cells, int x, int y, int level)
{
    std::vector<bool> seen(std::size_t(cells.width) * std::size_t(cells.height), false);
    std::vector<std::pair<int, int>> open{{x, y}};
    int left = x;
    int right = x;
    int top = y;
    int bottom = y;
    while (!open.empty()) {
        const auto [cx, cy] = open.back();
        open.pop_back();
        if (cx < 0 || cy < 0 || cx >= cells.width || cy >= cells.height) {
            continue;
        }
        const auto index = std::size_t(cy) * std::size_t(cells.width) + std::size_t(cx);
        if (seen[index] || cells.row(cy)[cx] < level) {
            continue;
        }
        seen[index] = true;
        left = std::min(left, cx);
        right = std::max(right, cx);
        top = std::min(top, cy);
        bottom = std::max(bottom, cy);
        open.insert(open.end(), {{cx + 1, cy}, {cx - 1, cy}, {cx, cy + 1}, {cx, cy - 1}});
    }
    return {left, top, right - left + 1, bottom - top + 1};
}

}  // namespace

Area busiestArea(const LumaView &picture)
{
    const Area whole{0, 0, picture.width, picture.height};
    const int factor = std::clamp(std::max(picture.width, picture.height) / 640, 1, 8);
    const auto small = shrunk(picture, factor);
    if (small.width() < 4 * cellPixels || small.height() < 4 * cellPixels) {
        return whole;
    }
    const auto raw = busyness(small.view());
    const auto cells = blurred(raw.view(), 2);
    const auto peak = std::max_element(cells.pixels().begin(), cells.pixels().end());
    if (*peak < 2) {
        return whole;
    }
    const int at = int(peak - cells.pixels().begin());
    const auto box = growFrom(cells.view(), at % cells.width(), at / cells.width(), std::max(1, *peak * 45 / 100));
    const int unit = cellPixels * factor;
    const int margin = std::max(unit, std::max(box.width, box.height) * unit / 6);
    Area area{box.left * unit - margin, box.top * unit - margin, box.width * unit + 2 * margin,
              box.height * unit + 2 * margin};
    const int right = std::min(area.left + area.width, picture.width);
    const int bottom = std::min(area.top + area.height, picture.height);
    area.left = std::max(area.left, 0);
    area.top = std::max(area.top, 0);
    area.width = right - area.left;
    area.height = bottom - area.top;
    return area;
}

}  // namespace muster::scan
