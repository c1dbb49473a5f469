#include "app/net/enrolment_client.h"

#include "app/net/enrolment_server.h"

#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace muster::net {
namespace {

using Nonce = Id<struct EnrolmentNonceTag, enrolmentNonceBytes>;

/// Qt's own verification is off because the CA becomes known only with the chain; onEncrypted() verifies instead,
/// before a single byte is sent.
QSslConfiguration unverified()
{
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setCaCertificates({});
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

}  // namespace

EnrolmentClient::EnrolmentClient(Applicant applicant, Random &random, const EnrolmentClientLimits &limits)
    : m_applicant(std::move(applicant)), m_random(random), m_limits(limits)
{
    for (auto *timer : {&m_attempt, &m_retry, &m_deadline}) {
        timer->setSingleShot(true);
    }
    connect(&m_attempt, &QTimer::timeout, this, [this] { failAttempt(EnrolmentFailure::Unreachable); });
    connect(&m_retry, &QTimer::timeout, this, &EnrolmentClient::tryNext);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        const auto failure = m_wasHeard ? EnrolmentFailure::TimedOut : m_lastFailure;
        fail(failure, refusalWords(failure));
    });
    connect(&m_heartbeat, &QTimer::timeout, this, [this] {
        if (m_link != nullptr) {
            m_link->send(encode(Heartbeat{}));
        }
    });
}

EnrolmentClient::~EnrolmentClient() { dropConnection(); }

void EnrolmentClient::start(const EnrolmentUri &uri)
{
    m_uri = uri;
    m_addresses = uri.addresses;
    begin();
}

void EnrolmentClient::startTyped(const Endpoint &address)
{
    m_addresses = {address};
    begin();
}

void EnrolmentClient::begin()
{
    m_deadline.start(m_limits.reachMax);
    m_retry.start(0);
}

void EnrolmentClient::confirmCode(const QString &seen)
{
    m_isConfirmed = !m_code.isEmpty() && (m_isConfirmed || seen == m_code);
    if (m_isConfirmed && m_approval && !m_isDone) {
        accept();
    }
}

void EnrolmentClient::cancel() { fail(EnrolmentFailure::CodeDenied, refusalWords(EnrolmentFailure::CodeDenied)); }

void EnrolmentClient::tryNext()
{
    if (m_next >= m_addresses.size()) {
        m_next = 0;
    }
    const auto &address = m_addresses[m_next];
    m_socket = new QSslSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setSslConfiguration(unverified());
    connect(m_socket, &QSslSocket::errorOccurred, this, [this] { failAttempt(EnrolmentFailure::Unreachable); });
    connect(m_socket, &QSslSocket::encrypted, this, &EnrolmentClient::onEncrypted);
    m_attempt.start(m_limits.attemptMax);
    m_socket->connectToHostEncrypted(address.host, address.port, QString::fromLatin1(enrolmentName));
}

void EnrolmentClient::onEncrypted()
{
    const auto chain = m_socket->peerCertificateChain();
    const auto caHash = chain.size() == 2 ? authorityHashOf(chain[1].toDer()) : Result<AuthorityHash>{};
    const bool isKnown = chain.size() == 2 && caHash && (!m_uri || m_uri->caHash == *caHash);
    if (!isKnown ||
        !verifyIssued(chain[0].toDer(), chain[1].toDer(), QString::fromLatin1(enrolmentName), PeerRole::Server)) {
        failAttempt(EnrolmentFailure::WrongHub);
        return;
    }
    m_ca = chain[1];
    m_binding = {chain[0].toDer(), *caHash, {}, {}};
    auto *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    m_link = new FrameLink(std::unique_ptr<QSslSocket>(socket), DeviceId{}, m_limits.frame, this);
    connect(m_link, &FrameLink::frameReceived, this, &EnrolmentClient::onFrame);
    connect(m_link, &FrameLink::closed, this, [this] { failAttempt(EnrolmentFailure::Unreachable); });
}

void EnrolmentClient::failAttempt(EnrolmentFailure failure)
{
    if (failure == EnrolmentFailure::Protocol) {  // Only a hub that was found good gets so far.
        fail(failure, refusalWords(failure));
        return;
    }
    dropConnection();
    ++m_next;
    // The worst news of a round counts: an impostor at one address matters more than silence at another.
    m_lastFailure = m_lastFailure == EnrolmentFailure::Unreachable ? failure : m_lastFailure;
    const bool isRoundOver = m_next >= m_addresses.size();
    if (isRoundOver && !m_wasHeard && m_lastFailure == EnrolmentFailure::WrongHub) {
        fail(m_lastFailure, refusalWords(m_lastFailure));
        return;
    }
    m_retry.start(isRoundOver ? m_limits.retryAfter : std::chrono::milliseconds(0));
}

void EnrolmentClient::onFrame(const QByteArray &payload)
{
    const auto message = decode(payload);
    if (!message) {
        failAttempt(EnrolmentFailure::Protocol);
        return;
    }
    if (const auto *offer = std::get_if<Offer>(&*message); offer != nullptr && m_binding.commitment.isEmpty()) {
        onOffer(*offer);
    } else if (const auto *reveal = std::get_if<Reveal>(&*message)) {
        onReveal(*reveal);
    } else if (const auto *approval = std::get_if<Approval>(&*message); approval != nullptr && !m_code.isEmpty()) {
        onApproval(*approval);
    } else if (const auto *refusal = std::get_if<Refusal>(&*message)) {
        onRefusal(*refusal);
    } else if (!std::holds_alternative<Heartbeat>(*message)) {
        failAttempt(EnrolmentFailure::Protocol);
    }
}

void EnrolmentClient::onOffer(const Offer &offer)
{
    m_binding.commitment = offer.commitment;
    m_binding.challenge = offer.challenge;
    m_application = {};
    if (m_uri) {
        m_application.token = m_uri->token;
    }
    m_application.linkKeyDer = m_applicant.linkKey.publicKeyDer();
    m_application.operationsKey = m_applicant.operationsKey.publicKey;
    m_application.nonce = Nonce::make(m_random).toBytes();
    m_application.role = toPlainText(m_applicant.role, roleMax);
    m_application.name = toPlainText(m_applicant.name, deviceNameMax);
    m_application.station = toPlainText(m_applicant.station, deviceNameMax);
    prove(m_application, m_binding, m_applicant.linkKey, m_applicant.operationsKey);
    m_link->send(encode(m_application));
}

void EnrolmentClient::onReveal(const Reveal &reveal)
{
    if (m_binding.commitment.isEmpty() || commitmentOf(reveal.nonce) != m_binding.commitment || !m_code.isEmpty()) {
        failAttempt(EnrolmentFailure::Protocol);
        return;
    }
    m_attempt.stop();
    if (!std::exchange(m_wasHeard, true)) {
        m_deadline.start(m_limits.decisionMax);
    }
    m_heartbeat.start(m_limits.heartbeat);
    m_code = checkCode(m_binding, reveal.nonce, m_application);
    Q_EMIT waiting(m_code);
}

void EnrolmentClient::onApproval(const Approval &approval)
{
    const QSslCertificate certificate(approval.certificatePem, QSsl::Pem);
    const QSslCertificate ca(approval.caPem, QSsl::Pem);
    const auto name = deviceIdOf(m_applicant.operationsKey.publicKey).toHex();
    if (ca != m_ca || certificate.publicKey().toDer() != m_application.linkKeyDer ||
        !verifyIssued(certificate.toDer(), ca.toDer(), name, PeerRole::Client)) {
        failAttempt(EnrolmentFailure::Protocol);
        return;
    }
    m_approval = approval;
    if (m_uri || m_isConfirmed) {
        accept();
    }
}

void EnrolmentClient::onRefusal(const Refusal &refusal)
{
    if (refusal.failure == EnrolmentFailure::Busy) {
        failAttempt(EnrolmentFailure::Busy);
        return;
    }
    fail(refusal.failure, refusal.words);
}

void EnrolmentClient::accept()
{
    m_isDone = true;
    for (auto *timer : {&m_attempt, &m_retry, &m_deadline, &m_heartbeat}) {
        timer->stop();
    }
    m_link->disconnect(this);
    m_link->send(encode(Received{}));
    m_link->finish(QStringLiteral("enrolled"));
    const EnrolmentResult result{deviceIdOf(m_applicant.operationsKey.publicKey), m_approval->certificatePem,
                                 m_approval->caPem, m_approval->bundle};
    Q_EMIT enrolled(result);
}

void EnrolmentClient::fail(EnrolmentFailure failure, const QString &words)
{
    if (std::exchange(m_isDone, true)) {
        return;
    }
    dropConnection();
    m_retry.stop();
    m_deadline.stop();
    Q_EMIT failed(failure, words);
}

void EnrolmentClient::dropConnection()
{
    m_attempt.stop();
    m_heartbeat.stop();
    m_code.clear();
    m_approval.reset();
    m_isConfirmed = false;
    if (auto *socket = std::exchange(m_socket, nullptr)) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();  // We may be inside its signal.
    }
    if (auto *link = std::exchange(m_link, nullptr)) {
        link->disconnect(this);
        link->close(QStringLiteral("given up"));
        link->deleteLater();
    }
}

}  // namespace muster::net
