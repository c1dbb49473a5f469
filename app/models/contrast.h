#pragma once
#include <QColor>
#include <QObject>
#include <qqmlintegration.h>

class QQmlEngine;
class QJSEngine;

namespace muster {

/// Whether text can be read on a ground (WCAG 2.1), and the nearest colour that can.
class Contrast : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    static constexpr double textMin = 4.5;

    using QObject::QObject;

    /// 1 (same) … 21 (black on white).
    Q_INVOKABLE static double ratio(const QColor &text, const QColor &ground);
    /// @p colour itself if its ratio on @p ground is at least @p ratioMin, else it, darkened or lightened step by step
    /// until it is; black or white at last.
    Q_INVOKABLE static QColor legible(const QColor &colour, const QColor &ground, double ratioMin);
    /// Black or white, whichever reads better on @p ground.
    Q_INVOKABLE static QColor inkOn(const QColor &ground);
};

}  // namespace muster
