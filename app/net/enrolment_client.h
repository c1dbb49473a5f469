#pragma once
#include "app/net/enrolment_proof.h"
#include "app/net/frame_link.h"

#include <QSslCertificate>

namespace muster::net {

/// Who wants to be enrolled. Store both keys before starting: the same keys may fetch a lost answer again.
struct Applicant {
    LinkKey linkKey;
    SigningKey operationsKey;
    QString role;     ///< At most roleMax characters.
    QString name;     ///< At most deviceNameMax characters.
    QString station;  ///< At most deviceNameMax characters; may be empty.
};

struct EnrolmentResult {
    DeviceId device;
    QByteArray certificatePem;
    QByteArray caPem;
    QByteArray bundle;
};

struct EnrolmentClientLimits {
    std::chrono::milliseconds reachMax{20'000};   ///< Until some hub answers, over all addresses and rounds.
    std::chrono::milliseconds attemptMax{4'000};  ///< One address, until the hub has shown its nonce.
    std::chrono::milliseconds decisionMax{std::chrono::minutes(15)};  ///< Until people have decided.
    std::chrono::milliseconds retryAfter{1'000};                      ///< Between rounds.
    std::chrono::milliseconds heartbeat{4'000};
    FrameLimits frame;
};

/// A new device's way in. One object, one enrolment.
///
/// Nothing is said to a hub before its certificate was seen to come from a CA whose key has the scanned hash. Where
/// the address was typed there is no hash: then nothing the hub sends is believed before confirmCode(). The device's
/// clock plays no part. A lost connection is tried again until the deadline.
class EnrolmentClient final : public QObject {
    Q_OBJECT
public:
    /// Does not own @p random.
    EnrolmentClient(Applicant applicant, Random &random, const EnrolmentClientLimits &limits = {});
    ~EnrolmentClient() override;

    /// With the coordinator's QR.
    void start(const EnrolmentUri &uri);
    /// With an address typed by hand: the person must compare codes and call confirmCode().
    void startTyped(const Endpoint &address);
    /// The person saw the same code on the coordinator's screen. @p seen: the code that was compared; ignored if the
    /// connection was lost meanwhile and another code holds now.
    void confirmCode(const QString &seen);
    /// What waiting() told last; empty while no hub is there.
    [[nodiscard]] QString code() const { return m_code; }
    /// The person saw another code, or gave up: fails with CodeDenied.
    void cancel();

Q_SIGNALS:
    /// The hub knows us; show @p code (six digits) while people decide. Comes again if the connection was lost.
    void waiting(const QString &code);
    void enrolled(const muster::net::EnrolmentResult &result);
    /// @p words: English, or the coordinator's own.
    void failed(muster::net::EnrolmentFailure failure, const QString &words);

private:
    void begin();
    void tryNext();
    void onEncrypted();
    void failAttempt(EnrolmentFailure failure);
    void onFrame(const QByteArray &payload);
    void onOffer(const Offer &offer);
    void onReveal(const Reveal &reveal);
    void onApproval(const Approval &approval);
    void onRefusal(const Refusal &refusal);
    void accept();
    void fail(EnrolmentFailure failure, const QString &words);
    void dropConnection();

    Applicant m_applicant;
    Random &m_random;
    EnrolmentClientLimits m_limits;
    QList<Endpoint> m_addresses;
    std::optional<EnrolmentUri> m_uri;  ///< None: typed.
    qsizetype m_next = 0;
    QSslSocket *m_socket = nullptr;
    FrameLink *m_link = nullptr;
    EnrolmentBinding m_binding;
    QSslCertificate m_ca;
    Application m_application;  ///< As sent on this connection.
    std::optional<Approval> m_approval;
    QString m_code;
    EnrolmentFailure m_lastFailure = EnrolmentFailure::Unreachable;
    bool m_wasHeard = false;  ///< Some hub was found good.
    bool m_isConfirmed = false;
    bool m_isDone = false;
    QTimer m_attempt;
    QTimer m_retry;
    QTimer m_deadline;
    QTimer m_heartbeat;
};

}  // namespace muster::net
