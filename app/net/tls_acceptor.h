#pragma once
#include "core/base/result.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QTcpServer>

#include <chrono>
#include <list>
#include <memory>

class QSslSocket;

namespace muster::net {

struct AcceptLimits {
    int halfOpenMax = 256;                          ///< Handshakes in progress, of all peers.
    int halfOpenPerAddressMax = 64;                 ///< Of one address (a test or demo has all devices on one).
    std::chrono::milliseconds handshakeMax{3'000};  ///< From connection to the end of the handshake.
};

/// Listens and hands out connections whose TLS handshake is done.
///
/// Peers that connect and say nothing must not keep others out: at a limit the oldest unfinished handshake is dropped
/// for the new one, since an honest one takes milliseconds. (QSslServer tells of a connection only after the client's
/// first word, so it cannot count the silent ones by address.)
class TlsAcceptor final : public QTcpServer {
    Q_OBJECT
public:
    /// @p port 0: the system chooses, see serverPort(). Network if the address cannot be had (port in use …).
    [[nodiscard]] static Result<std::unique_ptr<TlsAcceptor>> listen(const QHostAddress &address, quint16 port,
                                                                     const QSslConfiguration &configuration,
                                                                     const AcceptLimits &limits = {});
    [[nodiscard]] int halfOpenCount() const { return int(m_halfOpen.size()); }

Q_SIGNALS:
    /// @p socket is encrypted, its peer verified as the configuration asks. The receiver owns it.
    void accepted(QSslSocket *socket);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct HalfOpen {
        QSslSocket *socket;
        QHostAddress address;
    };
    TlsAcceptor(const QSslConfiguration &configuration, const AcceptLimits &limits);
    void makeRoom(const QHostAddress &address);
    void drop(QSslSocket *socket);

    QSslConfiguration m_configuration;
    AcceptLimits m_limits;
    std::list<HalfOpen> m_halfOpen;  ///< Oldest first.
};

}  // namespace muster::net
