#include "app/models/contrast.h"

#include <algorithm>
#include <cmath>

namespace muster {
namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

}  // namespace

double Contrast::ratio(const QColor &text, const QColor &ground)
{
    const double a = luminance(text);
    const double b = luminance(ground);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor Contrast::legible(const QColor &colour, const QColor &ground, double ratioMin)
{
    constexpr float step = 0.02F;
    if (ratio(colour, ground) >= ratioMin) {
        return colour;
    }
    const float direction = luminance(inkOn(ground)) > 0.5 ? step : -step;
    float h = 0;
    float s = 0;
    float l = 0;
    colour.getHslF(&h, &s, &l);
    for (l += direction; l > 0 && l < 1; l += direction) {
        const QColor nearer = QColor::fromHslF(std::max(h, 0.0F), s, l);
        if (ratio(nearer, ground) >= ratioMin) {
            return nearer;
        }
    }
    return inkOn(ground);
}

QColor Contrast::inkOn(const QColor &ground)
{
    return ratio(Qt::white, ground) >= ratio(Qt::black, ground) ? QColor(Qt::white) : QColor(Qt::black);
}

}  // namespace muster
