#pragma once
#include "app/net/enrolment_proof.h"
#include "app/net/frame_link.h"

#include <QHostAddress>

namespace muster::net {

/// One device at the enrolment server's door: the protocol of one connection. What the answer is, the server decides.
class EnrolmentVisit final : public QObject {
    Q_OBJECT
public:
    enum class Stage { Arrived, Applied, Waiting, Answered };

    struct Limits {
        std::chrono::milliseconds applicationMax{10'000};  ///< From the connection to the application.
        std::chrono::milliseconds receivedMax{10'000};     ///< From the approval to the device's word that it has it.
        /// The same where the address was typed: a person may still be on the way to compare the codes.
        std::chrono::milliseconds comparedMax{std::chrono::minutes(10)};
        FrameLimits frame;
    };

    /// Says the Offer at once. @p certificateDer and @p ca are what @p socket showed in its handshake.
    EnrolmentVisit(std::unique_ptr<QSslSocket> socket, const QByteArray &certificateDer, const AuthorityHash &ca,
                   const QString &eventName, Random &random, const Limits &limits, QObject *parent);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] const QHostAddress &address() const { return m_address; }
    /// Valid from applied() on.
    [[nodiscard]] const Application &application() const { return m_application; }
    [[nodiscard]] DeviceId device() const { return deviceIdOf(m_application.operationsKey); }
    [[nodiscard]] QString code() const { return checkCode(m_binding, m_hubNonce, m_application); }

    /// Shows the nonce, so that the device can show the code; from now on people decide.
    void wait();
    void approve(const Approval &approval);
    void refuse(EnrolmentFailure failure, const QString &words);

Q_SIGNALS:
    /// A well-formed application whose sender holds both keys.
    void applied();
    /// The peer broke the protocol or failed its proofs; it was refused.
    void misbehaved();
    /// The device has its approval.
    void received();
    /// The connection is gone; delete the visit.
    void gone();

private:
    void onFrame(const QByteArray &payload);
    void onApplication(Application application);

    QHostAddress m_address;
    FrameLink *m_link;
    EnrolmentBinding m_binding;
    QByteArray m_hubNonce;
    Application m_application;
    Limits m_limits;
    QTimer m_deadline;
    Stage m_stage = Stage::Arrived;
};

}  // namespace muster::net
