#pragma once
#include "app/net/endpoint.h"
#include "app/net/frame_link.h"
#include "app/net/link_greeting.h"
#include "app/net/tls_identity.h"

#include <QList>

namespace muster::net {

struct ConnectLimits {
    std::chrono::milliseconds backoffMin{500};
    std::chrono::milliseconds backoffMax{15'000};
    std::chrono::milliseconds attemptMax{3'000};   ///< From the first packet to the hub's greeting, per address.
    std::chrono::milliseconds steadyAfter{5'000};  ///< A link that lived so long resets the back-off.
    FrameLimits frame;
};

/// Keeps one link to the hub alive: tries the hub's addresses in turn, the last good one first, then waits between
/// 0.5 s and 15 s, longer after each failed round and spread at random, so that a hundred devices do not knock at the
/// same instant when the hub is back.
///
/// The hub must show a certificate of the event's CA in its own name; another enrolled device cannot stand in.
/// The link belongs to the connector and is deleted after linkDown(). Threading: confined to its thread.
class LinkConnector final : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype endpointsMax = 16;  ///< Further ones are ignored.

    /// Does nothing until start(). Does not own @p random. Errors: see linkConfiguration().
    [[nodiscard]] static Result<std::unique_ptr<LinkConnector>> create(const TlsIdentity &identity, const DeviceId &hub,
                                                                       const QList<Endpoint> &addresses, Random &random,
                                                                       const ConnectLimits &limits = {});
    ~LinkConnector() override;

    void start();
    /// Where the hub is, best first. An open link stays.
    void setAddresses(const QList<Endpoint> &addresses);
    /// Another hub, after a promotion: an open link to the old one is closed.
    void setHub(const DeviceId &hub, const QList<Endpoint> &addresses);

    /// As if the cable were pulled (without the silence of a real one: the hub hears of it), until restore().
    void cut();
    void restore();
    [[nodiscard]] bool isCut() const { return m_isCut; }

    /// The open link, or nullptr.
    [[nodiscard]] FrameLink *link() const { return m_isUp ? m_link : nullptr; }

Q_SIGNALS:
    /// The hub accepted this device; frames may flow. Connect to the link's signals here, directly.
    void linkUp(muster::net::FrameLink *link);
    /// A link that was up is gone; @p reason is English, for the log.
    void linkDown(const QString &reason);
    /// The hub answered and said no. Attempts go on: it may change its mind.
    void turnedAway(muster::net::LinkVerdict verdict);
    /// A round failed. English, for the log and the staff's page.
    void attemptFailed(const QString &reason);

private:
    LinkConnector(QSslConfiguration configuration, const DeviceId &hub, const QList<Endpoint> &addresses,
                  Random &random, const ConnectLimits &limits);
    void take(const QList<Endpoint> &addresses);
    void tryNext();
    void failAttempt(const QString &reason);
    void onEncrypted();
    void onGreeting(const QByteArray &payload);
    void onLinkClosed(const QString &reason);
    void scheduleRound();
    void abandonAttempt();
    void dropLink(const QString &reason);

    QSslConfiguration m_configuration;
    DeviceId m_hub;
    QList<Endpoint> m_given;      ///< As setAddresses() had them.
    QList<Endpoint> m_addresses;  ///< The same, last good one first.
    Random &m_random;
    ConnectLimits m_limits;
    QSslSocket *m_socket = nullptr;  ///< While its handshake lasts.
    FrameLink *m_link = nullptr;     ///< From the handshake on; up once greeted.
    bool m_isUp = false;
    bool m_isCut = false;
    bool m_isStarted = false;
    qsizetype m_next = 0;  ///< Index of the address that is tried next in this round.
    int m_failedRounds = 0;
    QTimer m_attempt;
    QTimer m_pause;
    QTimer m_steady;
};

}  // namespace muster::net
