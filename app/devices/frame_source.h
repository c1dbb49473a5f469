#pragma once
#include "app/devices/frame.h"
#include "core/base/result.h"

#include <QObject>
#include <QPointer>
#include <QVideoSink>

#include <memory>

namespace muster {

/// Where pictures come from: a camera, a video file, a folder of pictures. All are interchangeable.
///
/// Threading: confined to one thread with an event loop, usually the main one.
class FrameSource : public QObject {
    Q_OBJECT
public:
    enum class Pace {
        Live,   ///< Goes on by itself for ever; a frame not taken is lost, the next one is newer.
        Every,  ///< Comes to an end; the next frame comes only after acknowledge().
    };

    using QObject::QObject;

    [[nodiscard]] virtual Pace pace() const = 0;
    /// Begins to deliver; also again after stop().
    virtual void start() = 0;
    virtual void stop() = 0;
    /// The frame was worked through. A source of pace Every then delivers the next one, or ends.
    virtual void acknowledge() {}
    /// Also shows the moving pictures there (the sink of a QML VideoOutput). Not owned; null: nowhere.
    void setPreview(QVideoSink *sink) { m_preview = sink; }

Q_SIGNALS:
    void frame(const muster::Frame &frame);
    /// Every: all frames were delivered and acknowledged. Once.
    void ended();
    /// No pictures, and why (for staff). A live source goes on trying.
    void failed(const QString &reason);

protected:
    [[nodiscard]] QVideoSink *preview() const { return m_preview; }

private:
    QPointer<QVideoSink> m_preview;
};

inline constexpr double picturesPerSecondDefault = 10;
inline constexpr double picturesPerSecondMax = 1000;

/// Opens what @p spec names: "camera" (the system's first), "camera:NAME" (whose description contains NAME), a video
/// file, a picture, or a folder of pictures in the order of their names ("FOLDER@5": five a second).
/// NotFound: no such file or folder; Invalid: neither picture nor video. A camera that is not there is no error here:
/// the source says failed() and waits for it.
[[nodiscard]] Result<std::unique_ptr<FrameSource>> openFrameSource(const QString &spec);

/// Makes Qt Multimedia use FFmpeg unless the environment says otherwise: the GStreamer backend crashes where a plugin
/// is missing. Call before the first use of Qt Multimedia; openFrameSource() does.
void chooseMediaBackend();

}  // namespace muster
