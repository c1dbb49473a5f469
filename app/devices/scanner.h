#pragma once
#include "app/devices/frame_source.h"
#include "core/scan/pipeline.h"
#include "core/scan/repeat_guard.h"

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <optional>

namespace muster {

/// What decodes on the scanner's own thread.
class ScanWorker final : public QObject {
    Q_OBJECT
public:
    explicit ScanWorker(const Clock &clock) : m_pipeline(clock) {}

public Q_SLOTS:
    void decode(const muster::Frame &frame);

Q_SIGNALS:
    /// @p payload is null where the frame held no code.
    void decoded(const QByteArray &payload);

private:
    scan::Pipeline m_pipeline;
};

/// Pictures in, scanned codes out, without ever making the window wait.
///
/// Why it exists: decoding takes up to 33 ms a frame and belongs on a thread of its own; a code seen thirty times is
/// one scan; a camera that goes silent must be noticed.
///
/// Guarantees
///  - From a live source the newest frame is decoded next; what came in between is dropped.
///  - From a source that ends, every frame is decoded, and ended() comes after the last one's scan.
///  - A live source that fails is told once a reason, one that is silent for stallAfter once by stalled(); it is
///    restarted then and every stallAfter again. After either, resumed() with the next frame.
///
/// Threading: confined to the thread of its source; owns its worker thread. Does not own the clock, which must be
/// usable from both threads.
class Scanner final : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds stallAfter{5000};

    Scanner(const Clock &clock, std::unique_ptr<FrameSource> source, QObject *parent = nullptr);
    ~Scanner() override;

    void start();
    void stop();
    /// Where a QML VideoOutput shows the pictures.
    void setPreview(QVideoSink *sink) { m_source->setPreview(sink); }

Q_SIGNALS:
    /// @p ms: from the frame's arrival to its answer.
    void scanned(const QByteArray &payload, qint64 ms);
    void ended();
    void failed(const QString &reason);
    void stalled();
    void resumed();

    void frameReady(const muster::Frame &frame, QPrivateSignal);

private:
    void take(const Frame &frame);
    void dispatch(const Frame &frame);
    void onDecoded(const QByteArray &payload);
    void onFailed(const QString &reason);
    void checkForStall();

    const Clock &m_clock;
    std::unique_ptr<FrameSource> m_source;
    scan::RepeatGuard m_guard;
    QThread m_thread;
    ScanWorker *m_worker;  ///< Lives on m_thread, destroyed as it ends.
    QTimer m_watchdog;
    std::optional<Frame> m_waiting;  ///< Live only: the newest frame while another one is being decoded.
    Instant m_arrivedAt{};           ///< Of the frame that is being decoded,
    Instant m_waitingSince{};        ///< and of the waiting one.
    Instant m_heardAt{};
    bool m_isDecoding = false;
    bool m_isRunning = false;
    bool m_isStalled = false;
    QString m_toldReason;  ///< Live only: why it failed, until a frame comes.
};

}  // namespace muster
