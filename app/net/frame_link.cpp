#include "app/net/frame_link.h"

#include "app/net/endpoint.h"

#include <QHostAddress>
#include <QSslSocket>

namespace muster::net {

FrameLink::FrameLink(std::unique_ptr<QSslSocket> socket, const DeviceId &peer, const FrameLimits &limits,
                     QObject *parent)
    : QObject(parent), m_limits(limits), m_peer(peer), m_socket(socket.release()), m_decoder(limits.receivedMax)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_socket->setReadBufferSize(readBufferMax);
    m_peerAddress = Endpoint{m_socket->peerAddress().toString(), m_socket->peerPort()}.toString();
    connect(m_socket, &QSslSocket::readyRead, this, &FrameLink::receive);
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, &FrameLink::pump);
    connect(m_socket, &QSslSocket::disconnected, this, &FrameLink::onDisconnected);
    connect(m_socket, &QSslSocket::errorOccurred, this, &FrameLink::onSocketError);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        close(m_state == State::Finishing
                  ? m_reason
                  : QStringLiteral("the peer was silent for %1 ms").arg(m_limits.silenceMax.count()));
    });
    m_deadline.start(m_limits.silenceMax);
    // Bytes that came with the handshake raise no further readyRead.
    QMetaObject::invokeMethod(this, &FrameLink::receive, Qt::QueuedConnection);
}

FrameLink::~FrameLink()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void FrameLink::send(const QByteArray &payload)
{
    if (m_state != State::Open) {
        return;
    }
    const auto frameBytes = frameHeaderBytes + payload.size();
    if (bytesQueued() + frameBytes > m_limits.queuedMax) {
        close(QStringLiteral("the peer does not read: %1 bytes wait to be sent, allowed are %2")
                  .arg(bytesQueued())
                  .arg(m_limits.queuedMax));
        return;
    }
    m_queue.push_back(encodeFrame(payload));
    m_queueBytes += frameBytes;
    pump();
    m_wasCongested = m_wasCongested || isCongested();
}

qsizetype FrameLink::bytesQueued() const
{
    return m_queueBytes + qsizetype(m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite());
}

void FrameLink::pause() { m_isPaused = true; }

void FrameLink::resume()
{
    if (std::exchange(m_isPaused, false) && m_state == State::Open) {
        m_deadline.start(m_limits.silenceMax);
        QMetaObject::invokeMethod(this, &FrameLink::receive, Qt::QueuedConnection);
    }
}

void FrameLink::close(const QString &reason)
{
    if (m_state == State::Closed) {
        return;
    }
    m_state = State::Closed;
    m_deadline.stop();
    m_queue.clear();
    m_queueBytes = 0;
    m_socket->disconnect(this);
    m_socket->abort();
    // Not from inside send() or a handler of frameReceived: whoever hears of it may delete us.
    QMetaObject::invokeMethod(
        this, [this, reason] { Q_EMIT closed(reason); }, Qt::QueuedConnection);
}

void FrameLink::finish(const QString &reason)
{
    if (m_state != State::Open) {
        return;
    }
    m_state = State::Finishing;
    m_reason = reason;
    m_deadline.start(m_limits.farewellMax);
    pump();
}

void FrameLink::receive()
{
    if (m_state == State::Finishing) {
        m_socket->readAll();  // Closing with bytes unread would reset the connection, and cost the peer our last words.
        return;
    }
    // One buffer's worth a turn at most, so that one busy peer does not hold up the others.
    qsizetype budget = readBufferMax;
    while (m_state == State::Open && !m_isPaused && budget > 0) {
        const auto bytes = m_socket->read(std::min(m_decoder.wanted(), budget));
        if (bytes.isEmpty()) {
            return;
        }
        budget -= bytes.size();
        m_deadline.start();
        auto frame = m_decoder.feed(bytes);
        if (!frame) {
            close(frame.error().detail);
            return;
        }
        if (*frame) {
            Q_EMIT frameReceived(**frame);
        }
    }
    if (m_state == State::Open && !m_isPaused) {
        QMetaObject::invokeMethod(this, &FrameLink::receive, Qt::QueuedConnection);
    }
}

/// Hands the socket no more than it can get rid of: what waits here can be counted, and dropped.
void FrameLink::pump()
{
    while (!m_queue.empty() && m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite() < congestedAbove) {
        m_queueBytes -= m_queue.front().size();
        m_socket->write(m_queue.front());
        m_queue.pop_front();
    }
    if (m_state == State::Finishing && bytesQueued() == 0) {
        m_socket->disconnectFromHost();
    }
    if (m_state == State::Open && m_wasCongested && !isCongested()) {
        m_wasCongested = false;
        Q_EMIT drained();
    }
}

void FrameLink::onDisconnected()
{
    // What the peer sent before it left still counts.
    while (m_state == State::Open && !m_isPaused && m_socket->bytesAvailable() > 0) {
        receive();
    }
    close(m_state == State::Finishing ? m_reason : QStringLiteral("the peer closed the link"));
}

void FrameLink::onSocketError()
{
    if (m_socket->error() != QAbstractSocket::RemoteHostClosedError) {
        close(m_state == State::Finishing ? m_reason : m_socket->errorString());
    }
}

}  // namespace muster::net
