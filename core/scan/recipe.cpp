#include "core/scan/recipe.h"

#include <algorithm>
#include <cmath>

namespace muster::scan {
namespace {

constexpr int halfSide = 800;
constexpr int quarterSide = 360;

LumaView sourceOf(const Recipe &recipe, Subject &subject)
{
    switch (recipe.source) {
    case Source::Whole: return subject.picture();
    case Source::Half: return subject.shrunkTo(halfSide);
    case Source::Quarter: return subject.shrunkTo(quarterSide);
    case Source::Focus: return subject.focus();
    }
    Q_UNREACHABLE();
}

LumaImage fitted(const LumaView &focus, const Recipe &recipe)
{
    const double scale = double(recipe.focusSide) / std::max(focus.width, focus.height);
    const auto side = [](double pixels) { return std::clamp(int(std::lround(pixels)), 1, imageSideMax); };
    return resized(focus, side(focus.width * scale * recipe.widen), side(focus.height * scale * recipe.heighten));
}

LumaImage prepared(const Recipe &recipe, const LumaView &source)
{
    LumaImage image = recipe.source == Source::Focus ? fitted(source, recipe) : LumaImage();
    const auto apply = [&](auto filter) { image = filter(image.isEmpty() ? source : image.view()); };
    if (recipe.isStretched) {
        apply([](const LumaView &view) { return stretched(view, 10); });
    }
    if (recipe.isInverted) {
        apply(inverted);
    }
    if (recipe.blurRadius > 0) {
        apply([&](const LumaView &view) { return blurred(view, recipe.blurRadius); });
    }
    if (recipe.sharpenRadius > 0) {
        apply([&](const LumaView &view) { return sharpened(view, recipe.sharpenRadius, recipe.sharpenPercent); });
    }
    if (recipe.thresholdRadius > 0) {
        apply([&](const LumaView &view) { return thresholded(view, recipe.thresholdRadius, recipe.thresholdBias); });
    }
    return image;
}

}  // namespace

LumaView Subject::shrunkTo(int side)
{
    const int longer = std::max(m_picture.width, m_picture.height);
    const int factor = std::clamp((longer + side / 2) / side, 1, 16);
    if (factor == 1) {
        return m_picture;
    }
    const auto [found, isNew] = m_shrunk.try_emplace(factor);
    if (isNew) {
        found->second = shrunk(m_picture, factor);
    }
    return found->second.view();
}

LumaView Subject::focus()
{
    if (!m_focus) {
        const auto area = busiestArea(m_picture);
        m_focus = m_picture.cropped(area.left, area.top, area.width, area.height);
    }
    return *m_focus;
}

std::optional<Reading> look(const Recipe &recipe, Subject &subject)
{
    const auto source = sourceOf(recipe, subject);
    ReadOptions options{.symbologies = recipe.symbologies, .isHarder = true};
    if (recipe.isPlain) {
        options.isRotated = true;
        options.isDownscaled = true;
        return readSymbol(source, options);
    }
    options.isBlackAndWhite = recipe.thresholdRadius > 0;
    const auto image = prepared(recipe, source);
    return readSymbol(image.isEmpty() ? source : image.view(), options);
}

}  // namespace muster::scan
