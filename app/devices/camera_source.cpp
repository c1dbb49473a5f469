#include "app/devices/camera_source.h"

#include <QCameraDevice>

#include <algorithm>

namespace muster {
namespace {

/// What a scanner likes best: about 1280 pixels wide, 25 frames a second or more, not compressed.
QCameraFormat bestFormat(const QCameraDevice &device)
{
    constexpr int widthWanted = 1280;
    const auto worth = [](const QCameraFormat &format) {
        const int width = format.resolution().width();
        int points = -std::abs(width - widthWanted);
        points += format.maxFrameRate() >= 25 ? 2000 : 0;
        points += format.pixelFormat() != QVideoFrameFormat::Format_Jpeg ? 200 : 0;
        return points;
    };
    const auto formats = device.videoFormats();
    const auto best = std::max_element(formats.begin(), formats.end(),
                                       [&](const auto &a, const auto &b) { return worth(a) < worth(b); });
    return best == formats.end() ? QCameraFormat() : *best;
}

}  // namespace

CameraSource::CameraSource(const QString &name) : m_name(name)
{
    m_session.setVideoSink(&m_sink);
    m_retry.setInterval(retryAfter);
    connect(&m_retry, &QTimer::timeout, this, &CameraSource::tryOpen);
    connect(&m_sink, &QVideoSink::videoFrameChanged, this, &CameraSource::take);
    connect(&m_devices, &QMediaDevices::videoInputsChanged, this, &CameraSource::onCamerasChanged);
}

void CameraSource::start()
{
    m_isRunning = true;
    m_isFailed = false;
    // Not from here: whoever starts the source may connect to it only afterwards.
    QTimer::singleShot(0, this, &CameraSource::tryOpen);
}

void CameraSource::stop()
{
    m_isRunning = false;
    m_retry.stop();
    m_session.setCamera(nullptr);
    m_camera.reset();
}

QCameraDevice CameraSource::find() const
{
    if (m_name.isEmpty()) {
        return QMediaDevices::defaultVideoInput();
    }
    const auto devices = QMediaDevices::videoInputs();
    const auto found = std::find_if(devices.begin(), devices.end(), [&](const QCameraDevice &device) {
        return device.description().contains(m_name, Qt::CaseInsensitive);
    });
    return found == devices.end() ? QCameraDevice() : *found;
}

void CameraSource::tryOpen()
{
    if (!m_isRunning || m_camera) {
        return;
    }
    const auto device = find();
    if (device.isNull()) {
        giveUpForNow(m_name.isEmpty() ? QStringLiteral("no camera found; plug one in")
                                      : QStringLiteral("no camera named “%1” found; plug it in").arg(m_name));
        return;
    }
    m_camera = std::make_unique<QCamera>(device);
    m_camera->setCameraFormat(bestFormat(device));
    // Queued: the camera must not be destroyed from within its own signal.
    connect(
        m_camera.get(), &QCamera::errorOccurred, this,
        [this](QCamera::Error error, const QString &text) {
            if (error != QCamera::NoError) {
                giveUpForNow(QStringLiteral("the camera failed: %1").arg(text));
            }
        },
        Qt::QueuedConnection);
    m_session.setCamera(m_camera.get());
    m_camera->start();
}

void CameraSource::take(const QVideoFrame &video)
{
    if (!m_isRunning) {
        return;
    }
    m_isFailed = false;
    m_retry.stop();
    if (preview() != nullptr) {
        preview()->setVideoFrame(video);
    }
    const auto picture = Frame::of(video);
    if (!picture.isEmpty()) {
        Q_EMIT frame(picture);
    }
}

void CameraSource::onCamerasChanged()
{
    if (!m_isRunning) {
        return;
    }
    if (m_camera && !QMediaDevices::videoInputs().contains(m_camera->cameraDevice())) {
        giveUpForNow(QStringLiteral("the camera was unplugged; plug it in again"));
    }
    tryOpen();
}

void CameraSource::giveUpForNow(const QString &reason)
{
    m_session.setCamera(nullptr);
    m_camera.reset();
    m_retry.start();
    if (!m_isFailed) {
        m_isFailed = true;
        Q_EMIT failed(reason);
    }
}

}  // namespace muster
