#pragma once
#include "app/net/certificate_authority.h"
#include "app/net/enrolment_visit.h"
#include "app/net/tls_acceptor.h"
#include "core/base/clock.h"

#include <QHash>

#include <functional>

namespace muster::net {

/// A device that wants in, as the coordinator sees it.
struct Candidate {
    enum class Path {
        Scanned,  ///< It holds the code's token and has checked the hub.
        Typed,    ///< Only the check code, compared on both screens, tells who it is: never approve it unseen.
    };
    quint64 id = 0;  ///< For approve() and refuse().
    DeviceId device;
    PublicKey operationsKey;  ///< Proven; what the device's operations are verified with.
    QString role;
    QString name;
    QString station;
    QString code;  ///< Six digits, the same on the device's screen.
    QString address;
    Path path = Path::Scanned;
};

enum class TokenUse {
    Once,  ///< One device a code; the next code is made when it was used.
    Many,  ///< One code for all devices until the window closes ("approve all until").
};

struct EnrolmentWindow {
    QHostAddress listenAddress = QHostAddress(QHostAddress::Any);
    quint16 port = 0;        ///< 0: the system chooses.
    QStringList advertised;  ///< Hosts for the code, at least one, best first; further than eight are left out.
    std::chrono::milliseconds duration{std::chrono::minutes(10)};
    TokenUse tokenUse = TokenUse::Once;
};

struct EnrolmentLimits {
    int visitsMax = 64;      ///< Connections that have not applied, or were answered and linger.
    int candidatesMax = 32;  ///< Waiting for people.
    int candidatesPerAddressMax = 16;
    int offencesMax = 5;                        ///< Wrong tokens or broken messages of one address, then it is shut out
    std::chrono::milliseconds penance{60'000};  ///< for so long after the last.
    AcceptLimits accept;
    EnrolmentVisit::Limits visit;
};

/// Who is turned away before anybody is bothered, and why.
using AdmissionPolicy = std::function<std::optional<EnrolmentFailure>(const DeviceId &)>;

/// The hub's second door, for devices that have no certificate yet; open only while the coordinator wants it.
///
/// A token is used up when a device was approved with it; that same device (same keys) may fetch its answer again, so
/// a cable pulled at the wrong moment costs nothing. Expiry is judged by the monotonic clock here and nowhere else.
/// Approving asks a person (or a caller that approves candidates of Path::Scanned by itself).
class EnrolmentServer final : public QObject {
    Q_OBJECT
public:
    /// Answers kept for devices that lost theirs on the way; the oldest go first.
    static constexpr qsizetype answersMax = 64;

    /// Does not own @p clock and @p random. @p eventName: see EnrolmentUri.
    EnrolmentServer(CertificateAuthority authority, QString eventName, const Clock &clock, Random &random,
                    const EnrolmentLimits &limits = {});
    ~EnrolmentServer() override;

    /// Opens the window; one that is open is closed first. Invalid without an address to advertise; Network if the
    /// port cannot be had.
    [[nodiscard]] Status open(const EnrolmentWindow &window);
    /// Refuses all who wait, and stops listening.
    void close();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] quint16 port() const;
    /// The code to show now; empty when closed.
    [[nodiscard]] QString uri() const;

    /// Gives the candidate its certificate and @p bundle (opaque, at most bundleMax bytes).
    /// NotFound if it has left or was answered; Invalid if the bundle is too long.
    [[nodiscard]] Status approve(quint64 candidate, const QByteArray &bundle);
    /// @p words reach the person at the device.
    /// Asked at every application, also of a device that fetches an earlier answer again.
    void setPolicy(AdmissionPolicy policy) { m_policy = std::move(policy); }
    [[nodiscard]] Status refuse(quint64 candidate, const QString &words);

Q_SIGNALS:
    void candidateArrived(const muster::net::Candidate &candidate);
    /// It was answered or went away.
    void candidateLeft(quint64 candidate);
    /// The device has its certificate safely.
    void enrolled(const muster::DeviceId &device);
    /// uri() changed: show the new one.
    void uriChanged(const QString &uri);
    void closed();

private:
    struct Answer {
        EnrolmentToken token;
        DeviceId device;
        QByteArray linkKeyDer;
        Approval approval;
    };
    struct Offences {
        int count = 0;
        Instant last;
    };

    void onAccepted(QSslSocket *socket);
    void onApplied(EnrolmentVisit *visit);
    void introduce(EnrolmentVisit *visit);
    void onGone(EnrolmentVisit *visit);
    void replaceOlder(const DeviceId &device);
    void useUp(const EnrolmentToken &token);
    void noteOffence(const QHostAddress &address);
    [[nodiscard]] bool isShutOut(const QHostAddress &address) const;
    [[nodiscard]] bool hasExpired() const;
    [[nodiscard]] const Answer *earlierAnswer(const EnrolmentVisit &visit) const;
    [[nodiscard]] EnrolmentVisit *waiting(quint64 candidate) const;
    [[nodiscard]] std::optional<EnrolmentFailure> judgeToken(const Application &application) const;

    AdmissionPolicy m_policy;
    CertificateAuthority m_authority;
    QString m_eventName;
    const Clock &m_clock;
    Random &m_random;
    EnrolmentLimits m_limits;
    EnrolmentWindow m_window;
    std::unique_ptr<TlsAcceptor> m_acceptor;
    QByteArray m_certificateDer;  ///< Of this window.
    EnrolmentToken m_token;
    Instant m_opened;
    QTimer m_closing;
    QHash<quint64, EnrolmentVisit *> m_candidates;  ///< Waiting for people.
    QList<EnrolmentVisit *> m_visits;               ///< All, oldest first.
    QList<Answer> m_answers;                        ///< Oldest first.
    QHash<QHostAddress, Offences> m_offences;
    quint64 m_lastCandidate = 0;
};

/// What a refusal says when no person chose the words. English; the device shows its own for the failure.
[[nodiscard]] QString refusalWords(EnrolmentFailure failure);

}  // namespace muster::net
