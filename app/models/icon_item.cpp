#include "app/models/icon_item.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace muster {

IconItem::IconItem(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &IconItem::changed, this, [this] { update(); });
}

void IconItem::paint(QPainter *painter)
{
    if (m_name.isEmpty()) {
        return;
    }
    QFile file(QStringLiteral(":/qt/qml/Muster/Ui/icons/%1.svg").arg(m_name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("No icon is called %s.", qPrintable(m_name));
        return;
    }
    QSvgRenderer svg(file.readAll().replace("currentColor", m_color.name().toLatin1()));
    const double side = std::min(width(), height());
    svg.render(painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side));
}

}  // namespace muster
