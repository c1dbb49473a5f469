#pragma once
#include <QColor>
#include <QQuickPaintedItem>

namespace muster {

/// One sign of the family in qml/icons, drawn sharp at any size in any colour: the SVGs say `currentColor`.
class IconItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_NAMED_ELEMENT(IconItem)
    Q_PROPERTY(QString name MEMBER m_name NOTIFY changed FINAL)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY changed FINAL)

public:
    explicit IconItem(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    QString m_name;
    QColor m_color;
};

}  // namespace muster
