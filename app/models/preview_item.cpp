#include "app/models/preview_item.h"

#include <QPainter>
#include <QPainterPath>
#include <QVideoFrame>

namespace muster {

PreviewItem::PreviewItem(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(&m_sink, &QVideoSink::videoFrameChanged, this, &PreviewItem::show);
}

void PreviewItem::show(const QVideoFrame &frame)
{
    constexpr int msecsPerSecond = 1000;
    if (!isVisible() || (m_sinceShown.isValid() && m_sinceShown.elapsed() < msecsPerSecond / framesPerSecondMax)) {
        return;
    }
    QImage picture = frame.toImage();
    if (picture.isNull()) {
        return;
    }
    const bool isFirst = m_picture.isNull();
    const QSize wanted = picture.size().scaled(size().toSize(), Qt::KeepAspectRatioByExpanding);
    m_picture = wanted.width() < picture.width() ? picture.scaled(wanted, Qt::KeepAspectRatioByExpanding) : picture;
    m_sinceShown.start();
    update();
    if (isFirst) {
        Q_EMIT hasPictureChanged();
    }
}

void PreviewItem::paint(QPainter *painter)
{
    if (m_picture.isNull()) {
        return;
    }
    const QRectF frame = boundingRect();
    QPainterPath outline;
    outline.addRoundedRect(frame, m_radius, m_radius);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->setClipPath(outline);
    painter->translate(frame.width(), 0);
    painter->scale(-1, 1);
    const QSizeF shown = QSizeF(m_picture.size()).scaled(frame.size(), Qt::KeepAspectRatioByExpanding);
    const QPointF corner((frame.width() - shown.width()) / 2, (frame.height() - shown.height()) / 2);
    painter->drawImage(QRectF(corner, shown), m_picture);
}

}  // namespace muster
