#include "app/net/tls_acceptor.h"

#include "app/net/endpoint.h"

#include <QNetworkProxy>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>

namespace muster::net {
namespace {

/// After a hub's restart every device comes back within a second.
constexpr int backlog = 512;
/// Of a peer that is not known yet; handshakes are much shorter.
constexpr qint64 readBufferMax = 64 * 1024;

}  // namespace

TlsAcceptor::TlsAcceptor(const QSslConfiguration &configuration, const AcceptLimits &limits)
    : m_configuration(configuration), m_limits(limits)
{
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(backlog);
}

Result<std::unique_ptr<TlsAcceptor>> TlsAcceptor::listen(const QHostAddress &address, quint16 port,
                                                         const QSslConfiguration &configuration,
                                                         const AcceptLimits &limits)
{
    std::unique_ptr<TlsAcceptor> acceptor(new TlsAcceptor(configuration, limits));
    if (acceptor->QTcpServer::listen(address, port)) {
        return acceptor;
    }
    const auto where = Endpoint{address.toString(), port}.toString();
    if (acceptor->serverError() == QAbstractSocket::AddressInUseError) {
        return fail(ErrorCode::Network, QStringLiteral("%1 is in use: another coordinator runs on this machine, or "
                                                       "another program; stop it or choose another port")
                                            .arg(where));
    }
    return fail(ErrorCode::Network, QStringLiteral("cannot listen at %1: %2").arg(where, acceptor->errorString()));
}

void TlsAcceptor::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    const auto address = socket->peerAddress();
    makeRoom(address);
    m_halfOpen.push_back({socket, address});
    connect(socket, &QSslSocket::errorOccurred, this, [this, socket] { drop(socket); });
    connect(socket, &QSslSocket::disconnected, this, [this, socket] { drop(socket); });
    auto *deadline = new QTimer(socket);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, this, [this, socket] { drop(socket); });
    connect(socket, &QSslSocket::encrypted, this, [this, socket, deadline] {
        socket->disconnect(this);
        delete deadline;
        m_halfOpen.remove_if([socket](const HalfOpen &entry) { return entry.socket == socket; });
        Q_EMIT accepted(socket);
    });
    deadline->start(m_limits.handshakeMax);
    socket->setReadBufferSize(readBufferMax);
    socket->setSslConfiguration(m_configuration);
    socket->startServerEncryption();
}

void TlsAcceptor::makeRoom(const QHostAddress &address)
{
    const auto isSame = [&address](const HalfOpen &entry) { return entry.address == address; };
    const auto ofAddress = std::count_if(m_halfOpen.begin(), m_halfOpen.end(), isSame);
    if (ofAddress >= m_limits.halfOpenPerAddressMax) {
        drop(std::find_if(m_halfOpen.begin(), m_halfOpen.end(), isSame)->socket);
    }
    if (halfOpenCount() >= m_limits.halfOpenMax) {
        drop(m_halfOpen.front().socket);
    }
}

void TlsAcceptor::drop(QSslSocket *socket)
{
    m_halfOpen.remove_if([socket](const HalfOpen &entry) { return entry.socket == socket; });
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

}  // namespace muster::net
