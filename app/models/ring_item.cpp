#include "app/models/ring_item.h"

#include <QPainter>

#include <algorithm>

namespace muster {

void RingItem::paint(QPainter *painter)
{
    constexpr int turn = 360 * 16;  // QPainter counts sixteenths of a degree, against the clock.
    constexpr int top = 90 * 16;
    const double side = std::min(width(), height()) - m_stroke;
    const QRectF circle((width() - side) / 2, (height() - side) / 2, side, side);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_ground, m_stroke));
    painter->drawArc(circle, 0, turn);
    if (m_load > 0) {
        painter->setPen(QPen(m_ink, m_stroke, Qt::SolidLine, Qt::RoundCap));
        painter->drawArc(circle, top, -int(std::clamp(m_load, 0.0, 1.0) * turn));
    }
}

}  // namespace muster
