#pragma once
#include "app/net/certificate_authority.h"
#include "app/net/tls_identity.h"
#include "app/node/node.h"
#include "tests/bench/figures.h"

namespace muster::bench {

/// An event in data folders, as whole nodes run it: device 0 is the hub, the others are enrolled and not yet started.
class Hall {
public:
    Hall(QString folder, const std::vector<GuestEntry> &guests, int deviceCount);

    [[nodiscard]] QString folderOf(int device) const
    {
        return QStringLiteral("%1/device-%2").arg(m_folder).arg(device);
    }
    [[nodiscard]] DeviceId idOf(int device) const;
    [[nodiscard]] net::TlsIdentity identityOf(int device) const;
    [[nodiscard]] Journal::Options journalOptions(int device, const QString &file) const;
    [[nodiscard]] EventId event() const { return m_trust.event; }
    [[nodiscard]] PublicKey eventKey() const { return m_trust.eventKey; }
    [[nodiscard]] SecretKey codeKey() const { return m_trust.codeKey; }

    /// The hub, listening on loopback.
    [[nodiscard]] std::unique_ptr<Node> startHub();
    /// Another device; it looks for the hub where that was last started.
    [[nodiscard]] std::unique_ptr<Node> start(int device) const;
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    [[nodiscard]] Result<NewAuthority> newAuthority(const DeviceId &hub);
    void enrol(int deviceCount);

    QString m_folder;
    SystemRandom m_random;
    std::optional<net::CertificateAuthority> m_authority;
    EventTrust m_trust;
    quint16 m_port = 0;
};

/// A plan with three zones and classes, and a list of invented guests with the codes "C-0", "C-1" …
[[nodiscard]] EventSetup samplePlan();
[[nodiscard]] std::vector<GuestEntry> sampleGuests(int count);

/// Waits for the next events, for @p atMost, and handles them. (processEvents() with a time limit does not wait.)
void letEvents(std::chrono::milliseconds atMost);
/// Lets events come until @p condition; false after @p limit.
[[nodiscard]] bool waitFor(const std::function<bool()> &condition, std::chrono::milliseconds limit);
/// Runs @p work on the node's own thread and waits for it.
void on(Node &node, const std::function<void(LocalDevice &)> &work);

}  // namespace muster::bench
