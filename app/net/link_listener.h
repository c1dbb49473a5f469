#pragma once
#include "app/net/frame_link.h"
#include "app/net/link_greeting.h"
#include "app/net/tls_acceptor.h"
#include "app/net/tls_identity.h"

#include <QHash>

#include <functional>

namespace muster::net {

/// Whether a device that proved its name may have a link now: Accepted, ShutOut or Unknown.
using AcceptPolicy = std::function<LinkVerdict(const DeviceId &)>;

struct ListenLimits {
    int linksMax = 256;
    AcceptLimits accept;
    FrameLimits frame;
};

/// The hub's door: mutual TLS 1.3 with certificates of the event's CA, nobody else.
///
/// A device has one link: a newer one replaces the older, which is then half dead. Links belong to the listener and
/// are deleted after their closed() was delivered.
class LinkListener final : public QObject {
    Q_OBJECT
public:
    /// @p port 0: the system chooses. @p mayLink is asked at every connection. Errors: see linkConfiguration() and
    /// TlsAcceptor::listen().
    [[nodiscard]] static Result<std::unique_ptr<LinkListener>> listen(const QHostAddress &address, quint16 port,
                                                                      const TlsIdentity &identity, AcceptPolicy mayLink,
                                                                      const ListenLimits &limits = {});
    ~LinkListener() override;

    [[nodiscard]] quint16 port() const { return m_acceptor->serverPort(); }
    [[nodiscard]] int linkCount() const { return int(m_links.size()); }
    /// The open link to @p device, or nullptr.
    [[nodiscard]] FrameLink *linkTo(const DeviceId &device) const { return m_links.value(device); }

    /// Asks the policy again about every link, and closes those that it no longer allows. Call it after a revocation.
    void recheck();

Q_SIGNALS:
    /// A device was accepted and told so.
    void linkReady(muster::net::FrameLink *link);

private:
    LinkListener(std::unique_ptr<TlsAcceptor> acceptor, AcceptPolicy mayLink, const ListenLimits &limits);
    void onAccepted(QSslSocket *socket);
    void turnAway(FrameLink *link, LinkVerdict verdict);

    std::unique_ptr<TlsAcceptor> m_acceptor;
    AcceptPolicy m_mayLink;
    ListenLimits m_limits;
    QHash<DeviceId, FrameLink *> m_links;
    int m_departing = 0;  ///< Links that are being told why they are refused.
};

}  // namespace muster::net
