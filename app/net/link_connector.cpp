#include "app/net/link_connector.h"

#include <QNetworkProxy>
#include <QSslSocket>

namespace muster::net {

Result<std::unique_ptr<LinkConnector>> LinkConnector::create(const TlsIdentity &identity, const DeviceId &hub,
                                                             const QList<Endpoint> &addresses, Random &random,
                                                             const ConnectLimits &limits)
{
    auto configuration = linkConfiguration(identity);
    if (!configuration) {
        return fail(configuration);
    }
    return std::unique_ptr<LinkConnector>(new LinkConnector(std::move(*configuration), hub, addresses, random, limits));
}

LinkConnector::LinkConnector(QSslConfiguration configuration, const DeviceId &hub, const QList<Endpoint> &addresses,
                             Random &random, const ConnectLimits &limits)
    : m_configuration(std::move(configuration)), m_hub(hub), m_random(random), m_limits(limits)
{
    take(addresses);
    for (auto *timer : {&m_attempt, &m_pause, &m_steady}) {
        timer->setSingleShot(true);
    }
    connect(&m_attempt, &QTimer::timeout, this, [this] { failAttempt(QStringLiteral("no answer in time")); });
    connect(&m_pause, &QTimer::timeout, this, &LinkConnector::tryNext);
    connect(&m_steady, &QTimer::timeout, this, [this] { m_failedRounds = 0; });
}

LinkConnector::~LinkConnector()
{
    abandonAttempt();
    delete m_link;
}

void LinkConnector::start()
{
    m_isStarted = true;
    if (!m_isCut && m_socket == nullptr && m_link == nullptr) {
        m_next = 0;
        tryNext();
    }
}

void LinkConnector::take(const QList<Endpoint> &addresses)
{
    m_given = addresses.first(std::min(addresses.size(), endpointsMax));
    m_addresses = m_given;
}

void LinkConnector::setAddresses(const QList<Endpoint> &addresses)
{
    if (addresses.first(std::min(addresses.size(), endpointsMax)) == m_given) {
        return;
    }
    take(addresses);
    if (m_isUp || !m_isStarted || m_isCut) {
        return;
    }
    abandonAttempt();
    dropLink(QStringLiteral("the hub's addresses changed"));
    m_failedRounds = 0;
    start();
}

void LinkConnector::setHub(const DeviceId &hub, const QList<Endpoint> &addresses)
{
    if (hub == m_hub) {
        setAddresses(addresses);
        return;
    }
    m_hub = hub;
    take(addresses);
    abandonAttempt();
    dropLink(QStringLiteral("another device is the hub now"));
    m_failedRounds = 0;
    if (m_isStarted) {
        start();
    }
}

void LinkConnector::cut()
{
    m_isCut = true;
    abandonAttempt();
    dropLink(QStringLiteral("the cable is pulled (simulated)"));
}

void LinkConnector::restore()
{
    if (std::exchange(m_isCut, false) && m_isStarted) {
        m_failedRounds = 0;
        start();
    }
}

void LinkConnector::tryNext()
{
    if (m_next >= m_addresses.size()) {
        scheduleRound();
        return;
    }
    const auto &address = m_addresses[m_next];
    m_socket = new QSslSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setSslConfiguration(m_configuration);
    connect(m_socket, &QSslSocket::errorOccurred, this, [this] { failAttempt(m_socket->errorString()); });
    connect(m_socket, &QSslSocket::encrypted, this, &LinkConnector::onEncrypted);
    m_attempt.start(m_limits.attemptMax);
    m_socket->connectToHostEncrypted(address.host, address.port, m_hub.toHex());
}

void LinkConnector::failAttempt(const QString &reason)
{
    const auto address = m_addresses.value(m_next).toString();
    abandonAttempt();
    dropLink(reason);
    ++m_next;
    Q_EMIT attemptFailed(QStringLiteral("%1: %2").arg(address, reason));
    if (!m_isCut && m_socket == nullptr && m_link == nullptr && !m_pause.isActive()) {
        m_pause.start(0);  // The next address, from the event loop.
    }
}

void LinkConnector::onEncrypted()
{
    auto *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    m_link = new FrameLink(std::unique_ptr<QSslSocket>(socket), m_hub, m_limits.frame, this);
    connect(m_link, &FrameLink::frameReceived, this, &LinkConnector::onGreeting);
    connect(m_link, &FrameLink::closed, this, &LinkConnector::onLinkClosed);
}

void LinkConnector::onGreeting(const QByteArray &payload)
{
    const auto verdict = decodeGreeting(payload);
    if (!verdict) {
        failAttempt(verdict.error().detail);
        return;
    }
    if (*verdict != LinkVerdict::Accepted) {
        failAttempt(toString(*verdict));
        Q_EMIT turnedAway(*verdict);
        return;
    }
    m_attempt.stop();
    disconnect(m_link, &FrameLink::frameReceived, this, &LinkConnector::onGreeting);
    m_addresses.move(m_next, 0);
    m_isUp = true;
    m_steady.start(m_limits.steadyAfter);
    Q_EMIT linkUp(m_link);
}

void LinkConnector::onLinkClosed(const QString &reason)
{
    if (!m_isUp) {
        failAttempt(reason);
        return;
    }
    dropLink(reason);
    if (m_link == nullptr && m_socket == nullptr && !m_isCut) {
        scheduleRound();
    }
}

void LinkConnector::scheduleRound()
{
    m_next = 0;
    const auto doubled = m_limits.backoffMin * (1LL << std::min(m_failedRounds + 1, 16));
    const auto ceiling = std::min<std::chrono::milliseconds>(doubled, m_limits.backoffMax);
    const auto spread = quint64((ceiling - m_limits.backoffMin).count()) + 1;
    ++m_failedRounds;
    m_pause.start(m_limits.backoffMin + std::chrono::milliseconds(qint64(m_random.next() % spread)));
}

void LinkConnector::abandonAttempt()
{
    m_attempt.stop();
    m_pause.stop();
    if (auto *socket = std::exchange(m_socket, nullptr)) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();  // We may be inside its signal.
    }
}

void LinkConnector::dropLink(const QString &reason)
{
    auto *link = std::exchange(m_link, nullptr);
    if (link == nullptr) {
        return;
    }
    link->disconnect(this);
    link->close(reason);
    link->deleteLater();
    m_steady.stop();
    if (std::exchange(m_isUp, false)) {
        Q_EMIT linkDown(reason);
    }
}

}  // namespace muster::net
