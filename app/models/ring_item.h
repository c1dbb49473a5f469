#pragma once
#include <QColor>
#include <QQuickPaintedItem>

namespace muster {

/// A ring that fills: how much of a capacity is taken.
class RingItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_NAMED_ELEMENT(RingItem)
    Q_PROPERTY(double load READ load WRITE setLoad NOTIFY changed FINAL)
    Q_PROPERTY(double stroke READ stroke WRITE setStroke NOTIFY changed FINAL)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY changed FINAL)
    Q_PROPERTY(QColor ground READ ground WRITE setGround NOTIFY changed FINAL)

public:
    using QQuickPaintedItem::QQuickPaintedItem;

    /// 0 … 1 of the whole ring, from the top.
    [[nodiscard]] double load() const { return m_load; }
    [[nodiscard]] double stroke() const { return m_stroke; }
    [[nodiscard]] QColor ink() const { return m_ink; }
    [[nodiscard]] QColor ground() const { return m_ground; }
    void setLoad(double load) { set(m_load, load); }
    void setStroke(double stroke) { set(m_stroke, stroke); }
    void setInk(const QColor &ink) { set(m_ink, ink); }
    void setGround(const QColor &ground) { set(m_ground, ground); }
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    template<class Value>
    void set(Value &kept, const Value &given)
    {
        if (kept != given) {
            kept = given;
            Q_EMIT changed();
            update();
        }
    }

    double m_load = 0;
    double m_stroke = 8;
    QColor m_ink;
    QColor m_ground;
};

}  // namespace muster
