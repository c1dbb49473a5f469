#pragma once
#include <QElapsedTimer>
#include <QImage>
#include <QQuickPaintedItem>
#include <QVideoSink>

namespace muster {

/// The camera's picture, mirrored as people know themselves. Painted, so that it also shows where no GPU is.
///
/// Limits: at most framesPerSecondMax pictures a second are converted; the others are dropped unseen.
class PreviewItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_NAMED_ELEMENT(PreviewItem)
    Q_PROPERTY(QVideoSink *videoSink READ videoSink CONSTANT FINAL)
    Q_PROPERTY(bool hasPicture READ hasPicture NOTIFY hasPictureChanged FINAL)
    Q_PROPERTY(double radius MEMBER m_radius NOTIFY radiusChanged FINAL)

public:
    static constexpr int framesPerSecondMax = 15;

    explicit PreviewItem(QQuickItem *parent = nullptr);

    [[nodiscard]] QVideoSink *videoSink() { return &m_sink; }
    [[nodiscard]] bool hasPicture() const { return !m_picture.isNull(); }
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void hasPictureChanged();
    void radiusChanged();

private:
    void show(const QVideoFrame &frame);

    QVideoSink m_sink;
    QImage m_picture;
    QElapsedTimer m_sinceShown;
    double m_radius = 0;
};

}  // namespace muster
