#pragma once
#include "app/net/frame_decoder.h"
#include "core/base/ids.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <memory>

class QSslSocket;

namespace muster::net {

/// What one link may use. The defaults are those of device links.
struct FrameLimits {
    qsizetype receivedMax = frameBytesMax;         ///< Longest payload accepted.
    qsizetype queuedMax = 8 * frameBytesMax;       ///< Bytes waiting to be sent; beyond it the link closes.
    std::chrono::milliseconds silenceMax{15'000};  ///< A peer that sends nothing for so long is dead.
    std::chrono::milliseconds farewellMax{3'000};  ///< How long finish() waits for the last bytes to leave.
};

/// One encrypted connection that carries frames: opaque payloads of 1 byte to 1 MiB, in order.
///
/// Why it exists: QSslSocket buffers without bound in both directions and does not notice a peer that went silent.
///
/// Guarantees
///  - **Bounded**: it holds at most queuedMax bytes to send, one partial frame and readBufferMax bytes received.
///  - **Alive or closed**: closed() comes exactly once, from the event loop, and nothing is received after it.
///  - **Known**: peerId() is what the verified certificate says; null where no certificate was asked (enrolment).
///
/// How to send much: stop when isCongested(), go on at drained(). send() beyond queuedMax closes the link, which loses
/// nothing that the journal still holds.
///
/// The owner deletes it with deleteLater() after closed(). Threading: confined to its thread.
class FrameLink final : public QObject {
    Q_OBJECT
public:
    /// isCongested() above this many bytes, drained() at or below it.
    static constexpr qsizetype congestedAbove = 256 * 1024;
    /// Received bytes that wait in the socket; beyond it the peer's TCP window closes.
    static constexpr qsizetype readBufferMax = 256 * 1024;

    /// @p socket must be encrypted already; bytes that it holds are delivered from the event loop.
    FrameLink(std::unique_ptr<QSslSocket> socket, const DeviceId &peer, const FrameLimits &limits = {},
              QObject *parent = nullptr);
    ~FrameLink() override;

    [[nodiscard]] const DeviceId &peerId() const { return m_peer; }
    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    /// The IP address and port of the other end, for staff.
    [[nodiscard]] QString peerAddress() const { return m_peerAddress; }

    /// Queues one frame; ignored once the link is not open. A payload that is empty or over frameBytesMax is a bug.
    void send(const QByteArray &payload);
    /// Bytes not yet handed to the operating system, headers and encryption included.
    [[nodiscard]] qsizetype bytesQueued() const;
    [[nodiscard]] bool isCongested() const { return bytesQueued() > congestedAbove; }

    /// Takes no more frames until resume(): what is not read stays with the peer. Meanwhile silence is not judged.
    void pause();
    void resume();

    /// Ends the link at once; what is queued is lost.
    void close(const QString &reason);
    /// Receives no more, sends what is queued, then closes.
    void finish(const QString &reason);

Q_SIGNALS:
    void frameReceived(const QByteArray &payload);
    /// bytesQueued() fell to congestedAbove or below after having been above.
    void drained();
    /// In English, for the log. The link is of no more use.
    void closed(const QString &reason);

private:
    enum class State { Open, Finishing, Closed };

    void receive();
    void pump();
    void onDisconnected();
    void onSocketError();

    FrameLimits m_limits;
    DeviceId m_peer;
    QSslSocket *m_socket;  ///< Our child.
    QString m_peerAddress;
    FrameDecoder m_decoder;
    std::deque<QByteArray> m_queue;  ///< Whole frames that the socket did not get yet.
    qsizetype m_queueBytes = 0;
    QTimer m_deadline;  ///< Of silence, then of the farewell.
    State m_state = State::Open;
    QString m_reason;
    bool m_wasCongested = false;
    bool m_isPaused = false;
};

}  // namespace muster::net
