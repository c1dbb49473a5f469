#pragma once
#include "app/devices/frame_source.h"

#include <QCamera>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QTimer>

namespace muster {

/// A camera. One that is missing, unplugged or broken is told by failed() once, and tried again every retryAfter and
/// whenever a camera is plugged in.
class CameraSource final : public FrameSource {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds retryAfter{3000};

    /// @p name: part of the camera's description; empty: the system's first choice.
    explicit CameraSource(const QString &name);

    [[nodiscard]] Pace pace() const override { return Pace::Live; }
    void start() override;
    void stop() override;

private:
    void tryOpen();
    void take(const QVideoFrame &video);
    void onCamerasChanged();
    void giveUpForNow(const QString &reason);
    [[nodiscard]] QCameraDevice find() const;

    QString m_name;
    QMediaDevices m_devices;
    QVideoSink m_sink;  // Outlives the session, which holds on to it.
    std::unique_ptr<QCamera> m_camera;
    QMediaCaptureSession m_session;
    QTimer m_retry;
    bool m_isRunning = false;
    bool m_isFailed = false;  ///< Already told.
};

}  // namespace muster
