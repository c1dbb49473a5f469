#include "app/devices/scanner.h"

namespace muster {

void ScanWorker::decode(const Frame &frame)
{
    auto found = m_pipeline.decodeFrame(frame.luma());
    Q_EMIT decoded(found ? std::move(found->reading.payload) : QByteArray());
}

Scanner::Scanner(const Clock &clock, std::unique_ptr<FrameSource> source, QObject *parent)
    : QObject(parent), m_clock(clock), m_source(std::move(source)), m_guard(clock), m_worker(new ScanWorker(clock))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(this, &Scanner::frameReady, m_worker, &ScanWorker::decode);
    connect(m_worker, &ScanWorker::decoded, this, &Scanner::onDecoded);
    connect(m_source.get(), &FrameSource::frame, this, &Scanner::take);
    connect(m_source.get(), &FrameSource::failed, this, &Scanner::onFailed);
    connect(m_source.get(), &FrameSource::ended, this, &Scanner::ended);
    connect(&m_watchdog, &QTimer::timeout, this, &Scanner::checkForStall);
    m_watchdog.setInterval(stallAfter / 5);
    m_thread.setObjectName(QStringLiteral("scanner"));
    m_thread.start();
}

Scanner::~Scanner()
{
    m_source->stop();
    m_thread.quit();
    m_thread.wait();
}

void Scanner::start()
{
    m_isRunning = true;
    m_isStalled = false;
    m_toldReason.clear();
    m_heardAt = m_clock.monotonic();
    if (m_source->pace() == FrameSource::Pace::Live) {
        m_watchdog.start();
    }
    m_source->start();
}

void Scanner::stop()
{
    m_isRunning = false;
    m_watchdog.stop();
    m_waiting.reset();
    m_source->stop();
}

void Scanner::take(const Frame &frame)
{
    if (!m_isRunning) {
        return;
    }
    m_heardAt = m_clock.monotonic();
    if (m_isStalled) {
        m_isStalled = false;
        m_toldReason.clear();
        Q_EMIT resumed();
    }
    if (m_isDecoding) {
        m_waiting = frame;
        m_waitingSince = m_heardAt;
        return;
    }
    m_arrivedAt = m_heardAt;
    dispatch(frame);
}

void Scanner::dispatch(const Frame &frame)
{
    m_isDecoding = true;
    Q_EMIT frameReady(frame, QPrivateSignal());
}

void Scanner::onDecoded(const QByteArray &payload)
{
    m_isDecoding = false;
    if (!m_isRunning) {
        return;
    }
    const auto arrivedAt = m_arrivedAt;
    if (m_waiting) {
        m_arrivedAt = m_waitingSince;
        dispatch(*std::exchange(m_waiting, std::nullopt));
    }
    if (!payload.isEmpty() && m_guard.isFresh(payload)) {
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonic() - arrivedAt);
        Q_EMIT scanned(payload, took.count());
    }
    m_source->acknowledge();
}

void Scanner::onFailed(const QString &reason)
{
    if (m_source->pace() == FrameSource::Pace::Live) {
        // It is silent from now on, and known to be: the next frame is news, the same reason again is none.
        m_isStalled = true;
        if (std::exchange(m_toldReason, reason) == reason) {
            return;
        }
    }
    Q_EMIT failed(reason);
}

void Scanner::checkForStall()
{
    if (m_clock.monotonic() - m_heardAt < stallAfter) {
        return;
    }
    m_heardAt = m_clock.monotonic();  // The source gets as long again to come back.
    m_source->stop();
    m_source->start();
    if (!m_isStalled) {
        m_isStalled = true;
        Q_EMIT stalled();
    }
}

}  // namespace muster
