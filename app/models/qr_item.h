#pragma once
#include <QColor>
#include <QQuickPaintedItem>

namespace muster {

/// A QR code on white, with its quiet zone, in whole pixels a module: a camera reads it from a screen.
///
/// Limits: text of up to 2,300 bytes (error correction M); longer text shows nothing and `isValid` is false.
class QrItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_NAMED_ELEMENT(QrItem)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(bool isValid READ isValid NOTIFY textChanged FINAL)

public:
    static constexpr int quietModules = 4;

    using QQuickPaintedItem::QQuickPaintedItem;

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool isValid() const { return m_width > 0; }
    void setText(const QString &text);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void textChanged();

private:
    QString m_text;
    QByteArray m_modules;  ///< m_width², 1 is dark.
    int m_width = 0;
};

}  // namespace muster
