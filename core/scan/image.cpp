#include "core/scan/image.h"

#include <algorithm>

namespace muster::scan {

bool LumaView::isUsable() const
{
    return pixels != nullptr && width >= 1 && height >= 1 && width <= imageSideMax && height <= imageSideMax &&
           stride >= width;
}

LumaView LumaView::cropped(int left, int top, int cropWidth, int cropHeight) const
{
    const int x = std::clamp(left, 0, width - 1);
    const int y = std::clamp(top, 0, height - 1);
    return {row(y) + x, std::clamp(cropWidth, 1, width - x), std::clamp(cropHeight, 1, height - y), stride};
}

LumaImage::LumaImage(int width, int height, quint8 value)
    : m_width(width), m_height(height), m_pixels(std::size_t(width) * std::size_t(height), value)
{
    Q_ASSERT(width >= 1 && height >= 1 && width <= imageSideMax && height <= imageSideMax);
}

Result<LumaImage> LumaImage::create(int width, int height)
{
    if (width < 1 || height < 1 || width > imageSideMax || height > imageSideMax) {
        return fail(ErrorCode::Invalid, QStringLiteral("a picture of %1 × %2 pixels cannot be scanned; at most %3 × %3")
                                            .arg(width)
                                            .arg(height)
                                            .arg(imageSideMax));
    }
    return LumaImage(width, height);
}

LumaImage LumaImage::copyOf(const LumaView &view)
{
    LumaImage image(view.width, view.height);
    for (int y = 0; y < view.height; ++y) {
        std::copy_n(view.row(y), view.width, image.row(y));
    }
    return image;
}

}  // namespace muster::scan
