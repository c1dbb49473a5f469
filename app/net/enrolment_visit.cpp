#include "app/net/enrolment_visit.h"

#include <QSslSocket>

namespace muster::net {
namespace {

using Nonce = Id<struct EnrolmentNonceTag, enrolmentNonceBytes>;

}  // namespace

EnrolmentVisit::EnrolmentVisit(std::unique_ptr<QSslSocket> socket, const QByteArray &certificateDer,
                               const AuthorityHash &ca, const QString &eventName, Random &random, const Limits &limits,
                               QObject *parent)
    : QObject(parent), m_address(socket->peerAddress()), m_hubNonce(Nonce::make(random).toBytes()), m_limits(limits)
{
    auto frame = limits.frame;
    frame.receivedMax = applicationFrameMax;
    m_link = new FrameLink(std::move(socket), DeviceId{}, frame, this);
    connect(m_link, &FrameLink::frameReceived, this, &EnrolmentVisit::onFrame);
    connect(m_link, &FrameLink::closed, this, &EnrolmentVisit::gone);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { m_link->close(QStringLiteral("too slow")); });
    m_deadline.start(m_limits.applicationMax);

    m_binding = {certificateDer, ca, commitmentOf(m_hubNonce), Nonce::make(random).toBytes()};
    m_link->send(encode(Offer{m_binding.commitment, m_binding.challenge, eventName}));
}

void EnrolmentVisit::wait()
{
    m_stage = Stage::Waiting;
    m_deadline.stop();
    m_link->send(encode(Reveal{m_hubNonce}));
}

void EnrolmentVisit::approve(const Approval &approval)
{
    m_stage = Stage::Answered;
    m_deadline.start(m_application.token ? m_limits.receivedMax : m_limits.comparedMax);
    m_link->send(encode(approval));
}

void EnrolmentVisit::refuse(EnrolmentFailure failure, const QString &words)
{
    m_stage = Stage::Answered;
    m_deadline.stop();
    m_link->send(encode(Refusal{failure, toPlainText(words, refusalWordsMax)}));
    m_link->finish(words);
}

void EnrolmentVisit::onFrame(const QByteArray &payload)
{
    auto message = decode(payload);
    auto *application = message ? std::get_if<Application>(&*message) : nullptr;
    if (application != nullptr && m_stage == Stage::Arrived) {
        onApplication(std::move(*application));
    } else if (message && std::holds_alternative<Heartbeat>(*message) && m_stage != Stage::Arrived) {
        m_link->send(encode(Heartbeat{}));
    } else if (message && std::holds_alternative<Received>(*message) && m_stage == Stage::Answered) {
        Q_EMIT received();
        m_link->finish(QStringLiteral("enrolled"));
    } else {
        refuse(EnrolmentFailure::Protocol, QStringLiteral("the message is not of this protocol or out of turn"));
        Q_EMIT misbehaved();
    }
}

void EnrolmentVisit::onApplication(Application application)
{
    if (!isProven(application, m_binding)) {
        refuse(EnrolmentFailure::Protocol, QStringLiteral("the device does not hold the keys that it shows"));
        Q_EMIT misbehaved();
        return;
    }
    m_application = std::move(application);
    m_stage = Stage::Applied;
    Q_EMIT applied();
}

}  // namespace muster::net
