#include "app/net/link_listener.h"

#include <QSslSocket>

namespace muster::net {
namespace {

/// Refused devices that are still being told so; further ones are just closed.
constexpr int departingMax = 32;

}  // namespace

Result<std::unique_ptr<LinkListener>> LinkListener::listen(const QHostAddress &address, quint16 port,
                                                           const TlsIdentity &identity, AcceptPolicy mayLink,
                                                           const ListenLimits &limits)
{
    const auto configuration = linkConfiguration(identity);
    if (!configuration) {
        return fail(configuration);
    }
    auto acceptor = TlsAcceptor::listen(address, port, *configuration, limits.accept);
    if (!acceptor) {
        return fail(acceptor);
    }
    return std::unique_ptr<LinkListener>(new LinkListener(std::move(*acceptor), std::move(mayLink), limits));
}

LinkListener::LinkListener(std::unique_ptr<TlsAcceptor> acceptor, AcceptPolicy mayLink, const ListenLimits &limits)
    : m_acceptor(std::move(acceptor)), m_mayLink(std::move(mayLink)), m_limits(limits)
{
    connect(m_acceptor.get(), &TlsAcceptor::accepted, this, &LinkListener::onAccepted);
}

LinkListener::~LinkListener()
{
    // A dying link must not reach for our tables.
    const auto links = findChildren<FrameLink *>();
    for (auto *link : links) {
        link->disconnect(this);
    }
}

void LinkListener::recheck()
{
    const auto links = m_links.values();
    for (auto *link : links) {
        if (m_mayLink(link->peerId()) != LinkVerdict::Accepted) {
            link->close(QStringLiteral("the device was shut out"));
        }
    }
}

void LinkListener::onAccepted(QSslSocket *socket)
{
    std::unique_ptr<QSslSocket> owned(socket);
    const auto device = deviceIn(socket->peerCertificate());
    if (!device) {
        owned.release()->deleteLater();  // We are inside its signal.
        return;
    }
    auto *link = new FrameLink(std::move(owned), *device, m_limits.frame, this);
    if (const auto verdict = m_mayLink(*device); verdict != LinkVerdict::Accepted) {
        turnAway(link, verdict);
        return;
    }
    auto *older = m_links.value(*device);
    if (older == nullptr && linkCount() >= m_limits.linksMax) {
        turnAway(link, LinkVerdict::Full);
        return;
    }
    if (older != nullptr) {
        older->close(QStringLiteral("replaced by a newer link of the same device"));
    }
    m_links.insert(*device, link);
    connect(link, &FrameLink::closed, this, [this, link] {
        if (m_links.value(link->peerId()) == link) {
            m_links.remove(link->peerId());
        }
        link->deleteLater();
    });
    link->send(encodeGreeting(LinkVerdict::Accepted));
    Q_EMIT linkReady(link);
}

void LinkListener::turnAway(FrameLink *link, LinkVerdict verdict)
{
    if (m_departing >= departingMax) {
        link->deleteLater();
        return;
    }
    ++m_departing;
    connect(link, &FrameLink::closed, this, [this, link] {
        --m_departing;
        link->deleteLater();
    });
    link->send(encodeGreeting(verdict));
    link->finish(toString(verdict));
}

}  // namespace muster::net
