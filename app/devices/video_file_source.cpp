#include "app/devices/video_file_source.h"

#include <QUrl>

namespace muster {

VideoFileSource::VideoFileSource(const QString &path) : m_path(path)
{
    m_player.setVideoSink(&m_sink);
    connect(&m_sink, &QVideoSink::videoFrameChanged, this, &VideoFileSource::take);
    // Queued: the last frame may be announced in the same breath as the end.
    connect(&m_player, &QMediaPlayer::mediaStatusChanged, this, &VideoFileSource::onStatus, Qt::QueuedConnection);
    connect(&m_player, &QMediaPlayer::errorOccurred, this, &VideoFileSource::onError, Qt::QueuedConnection);
}

void VideoFileSource::start()
{
    m_waiting.clear();
    m_isDelivering = false;
    m_isAtEnd = false;
    m_isRunning = true;
    m_player.setSource(QUrl::fromLocalFile(m_path));
    m_player.play();
}

void VideoFileSource::stop()
{
    m_isRunning = false;
    m_waiting.clear();
    m_player.stop();
}

void VideoFileSource::acknowledge()
{
    m_isDelivering = false;
    deliverNext();
}

void VideoFileSource::take(const QVideoFrame &video)
{
    if (!m_isRunning) {
        return;
    }
    if (preview() != nullptr) {
        preview()->setVideoFrame(video);
    }
    auto picture = Frame::of(video);
    if (picture.isEmpty()) {
        return;  // The player clears its sink with an empty frame at the end.
    }
    m_waiting.push_back(std::move(picture));
    if (m_waiting.size() >= waitingMax / 2) {
        m_player.pause();
    }
    deliverNext();
}

void VideoFileSource::deliverNext()
{
    if (!m_isRunning || m_isDelivering) {
        return;
    }
    if (m_waiting.empty()) {
        if (m_isAtEnd) {
            finish();
        }
        return;
    }
    m_isDelivering = true;
    const auto next = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (m_waiting.empty() && !m_isAtEnd && m_player.playbackState() == QMediaPlayer::PausedState) {
        m_player.play();
    }
    Q_EMIT frame(next);
}

void VideoFileSource::onStatus(QMediaPlayer::MediaStatus status)
{
    if (status == QMediaPlayer::EndOfMedia) {
        m_isAtEnd = true;
        deliverNext();
    }
}

void VideoFileSource::onError(QMediaPlayer::Error error, const QString &text)
{
    if (m_isRunning && error != QMediaPlayer::NoError) {
        Q_EMIT failed(QStringLiteral("“%1” cannot be played: %2").arg(m_path, text));
        m_isAtEnd = true;
        deliverNext();
    }
}

void VideoFileSource::finish()
{
    m_isRunning = false;
    Q_EMIT ended();
}

}  // namespace muster
