#pragma once
#include "app/devices/frame_source.h"

#include <QMediaPlayer>

#include <deque>

namespace muster {

/// Every frame of a video file, at the file's own pace or slower. Where decoding falls behind, frames wait (at most
/// waitingMax) and the player pauses; none is dropped.
class VideoFileSource final : public FrameSource {
    Q_OBJECT
public:
    static constexpr std::size_t waitingMax = 12;

    explicit VideoFileSource(const QString &path);

    [[nodiscard]] Pace pace() const override { return Pace::Every; }
    void start() override;
    void stop() override;
    void acknowledge() override;

private:
    void take(const QVideoFrame &video);
    void deliverNext();
    void onStatus(QMediaPlayer::MediaStatus status);
    void onError(QMediaPlayer::Error error, const QString &text);
    void finish();

    QString m_path;
    QVideoSink m_sink;  // Outlives the player, which holds on to it.
    QMediaPlayer m_player;
    std::deque<Frame> m_waiting;
    bool m_isDelivering = false;  ///< One frame is out, not yet acknowledged.
    bool m_isAtEnd = false;
    bool m_isRunning = false;
};

}  // namespace muster
