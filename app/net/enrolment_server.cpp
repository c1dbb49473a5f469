#include "app/net/enrolment_server.h"

#include "app/net/tls_identity.h"

#include <QSslSocket>

#include <algorithm>

namespace muster::net {
namespace {

/// Addresses whose offences are counted; more at once is an attack that counting does not stop.
constexpr qsizetype offendersMax = 1024;

}  // namespace

EnrolmentServer::EnrolmentServer(CertificateAuthority authority, QString eventName, const Clock &clock, Random &random,
                                 const EnrolmentLimits &limits)
    : m_authority(std::move(authority)),
      m_eventName(toPlainText(eventName, EnrolmentUri::eventNameMax)),
      m_clock(clock),
      m_random(random),
      m_limits(limits)
{
    m_closing.setSingleShot(true);
    connect(&m_closing, &QTimer::timeout, this, &EnrolmentServer::close);
}

EnrolmentServer::~EnrolmentServer()
{
    for (auto *visit : std::as_const(m_visits)) {
        visit->disconnect(this);
    }
}

Status EnrolmentServer::open(const EnrolmentWindow &window)
{
    close();
    if (window.advertised.isEmpty()) {
        return fail(ErrorCode::Invalid, QStringLiteral("this machine has no address that a device could reach: "
                                                       "connect it to the venue's network first"));
    }
    const auto key = LinkKey::create();
    const auto certificate = m_authority.issueForEnrolment(key.publicKeyDer());
    if (!certificate) {
        return fail(certificate);
    }
    const auto configuration =
        enrolmentConfiguration({*certificate, key.privateKeyPem(), m_authority.certificatePem()});
    if (!configuration) {
        return fail(configuration);
    }
    auto acceptor = TlsAcceptor::listen(window.listenAddress, window.port, *configuration, m_limits.accept);
    if (!acceptor) {
        return fail(acceptor);
    }
    m_acceptor = std::move(*acceptor);
    connect(m_acceptor.get(), &TlsAcceptor::accepted, this, &EnrolmentServer::onAccepted);
    m_window = window;
    m_certificateDer = configuration->localCertificate().toDer();
    m_token = EnrolmentToken::make(m_random);
    m_opened = m_clock.monotonic();
    m_offences.clear();
    m_answers.clear();
    m_closing.start(window.duration);
    Q_EMIT uriChanged(uri());
    return {};
}

void EnrolmentServer::close()
{
    if (!m_acceptor) {
        return;
    }
    m_closing.stop();
    m_acceptor->close();
    m_acceptor.release()->deleteLater();  // One of its sockets may be calling us.
    const auto candidates = m_candidates.keys();
    for (const auto candidate : candidates) {
        auto *visit = m_candidates.take(candidate);
        visit->refuse(EnrolmentFailure::WindowClosed, refusalWords(EnrolmentFailure::WindowClosed));
        Q_EMIT candidateLeft(candidate);
    }
    Q_EMIT uriChanged({});
    Q_EMIT closed();
}

bool EnrolmentServer::hasExpired() const { return m_clock.monotonic() - m_opened >= m_window.duration; }

bool EnrolmentServer::isOpen() const { return m_acceptor && !hasExpired(); }

quint16 EnrolmentServer::port() const { return m_acceptor ? m_acceptor->serverPort() : quint16(0); }

QString EnrolmentServer::uri() const
{
    if (!m_acceptor) {
        return {};
    }
    EnrolmentUri uri;
    const auto hosts = m_window.advertised.mid(0, EnrolmentUri::addressesMax);
    for (const auto &host : hosts) {
        uri.addresses.append(Endpoint{host, port()});
    }
    uri.caHash = m_authority.caHash();
    uri.token = m_token;
    const auto left = m_window.duration - (m_clock.monotonic() - m_opened);
    uri.expiry = (toMsecs(m_clock.wall()) + std::chrono::duration_cast<std::chrono::milliseconds>(left).count()) / 1000;
    uri.eventName = m_eventName;
    return uri.toString();
}

Status EnrolmentServer::approve(quint64 candidate, const QByteArray &bundle)
{
    auto *visit = waiting(candidate);
    if (visit == nullptr) {
        return fail(ErrorCode::NotFound, QStringLiteral("this device has left or was answered already; "
                                                        "let it scan the code again"));
    }
    if (bundle.size() > bundleMax) {
        return fail(ErrorCode::Invalid,
                    QStringLiteral("the bundle has %1 bytes, allowed are %2").arg(bundle.size()).arg(bundleMax));
    }
    const auto certificate = m_authority.issue(visit->application().linkKeyDer, visit->device());
    if (!certificate) {
        return fail(certificate);
    }
    const Approval approval{*certificate, m_authority.certificatePem(), bundle};
    m_candidates.remove(candidate);
    if (const auto token = visit->application().token) {
        if (m_answers.size() >= answersMax) {
            m_answers.removeFirst();
        }
        m_answers.append({*token, visit->device(), visit->application().linkKeyDer, approval});
    }
    visit->approve(approval);
    Q_EMIT candidateLeft(candidate);
    if (visit->application().token == m_token && m_window.tokenUse == TokenUse::Once) {
        useUp(m_token);
    }
    return {};
}

Status EnrolmentServer::refuse(quint64 candidate, const QString &words)
{
    auto *visit = waiting(candidate);
    if (visit == nullptr) {
        return fail(ErrorCode::NotFound, QStringLiteral("this device has left or was answered already"));
    }
    m_candidates.remove(candidate);
    visit->refuse(EnrolmentFailure::Refused, words);
    Q_EMIT candidateLeft(candidate);
    return {};
}

void EnrolmentServer::useUp(const EnrolmentToken &token)
{
    const auto candidates = m_candidates.keys();
    for (const auto candidate : candidates) {
        auto *visit = m_candidates.value(candidate);
        if (visit != nullptr && visit->application().token == token) {
            m_candidates.remove(candidate);
            visit->refuse(EnrolmentFailure::TokenUsed, refusalWords(EnrolmentFailure::TokenUsed));
            Q_EMIT candidateLeft(candidate);
        }
    }
    m_token = EnrolmentToken::make(m_random);
    Q_EMIT uriChanged(uri());
}

void EnrolmentServer::onAccepted(QSslSocket *socket)
{
    std::unique_ptr<QSslSocket> owned(socket);
    const auto isIdle = [](const EnrolmentVisit *visit) { return visit->stage() != EnrolmentVisit::Stage::Waiting; };
    if (isShutOut(socket->peerAddress())) {
        owned.release()->deleteLater();  // We are inside its signal.
        return;
    }
    if (std::count_if(m_visits.begin(), m_visits.end(), isIdle) >= m_limits.visitsMax) {
        // Who says nothing makes room, as in the handshake.
        (*std::find_if(m_visits.begin(), m_visits.end(), isIdle))->deleteLater();
        m_visits.erase(std::find_if(m_visits.begin(), m_visits.end(), isIdle));
    }
    auto *visit = new EnrolmentVisit(std::move(owned), m_certificateDer, m_authority.caHash(), m_eventName, m_random,
                                     m_limits.visit, this);
    m_visits.append(visit);
    connect(visit, &EnrolmentVisit::applied, this, [this, visit] { onApplied(visit); });
    connect(visit, &EnrolmentVisit::misbehaved, this, [this, visit] {
        noteOffence(visit->address());
        if (const auto candidate = m_candidates.key(visit, 0); m_candidates.remove(candidate)) {
            Q_EMIT candidateLeft(candidate);
        }
    });
    connect(visit, &EnrolmentVisit::received, this, [this, visit] { Q_EMIT enrolled(visit->device()); });
    connect(visit, &EnrolmentVisit::gone, this, [this, visit] { onGone(visit); });
}

void EnrolmentServer::onApplied(EnrolmentVisit *visit)
{
    const auto turnedAway = m_policy ? m_policy(visit->device()) : std::nullopt;
    if (const auto *answer = earlierAnswer(*visit); answer != nullptr && isOpen() && !turnedAway) {
        visit->wait();
        visit->approve(answer->approval);
        return;
    }
    auto failure = judgeToken(visit->application());
    if (failure == EnrolmentFailure::WrongToken) {
        noteOffence(visit->address());
    }
    if (!failure) {
        failure = turnedAway;
    }
    if (!failure) {
        replaceOlder(visit->device());
        const auto neighbours =
            std::count_if(m_candidates.begin(), m_candidates.end(),
                          [visit](const EnrolmentVisit *other) { return other->address() == visit->address(); });
        if (m_candidates.size() >= m_limits.candidatesMax || neighbours >= m_limits.candidatesPerAddressMax) {
            failure = EnrolmentFailure::Busy;
        }
    }
    if (failure) {
        visit->refuse(*failure, refusalWords(*failure));
        return;
    }
    introduce(visit);
}

void EnrolmentServer::introduce(EnrolmentVisit *visit)
{
    const auto &application = visit->application();
    const auto id = ++m_lastCandidate;
    m_candidates.insert(id, visit);
    visit->wait();
    Candidate candidate;
    candidate.id = id;
    candidate.device = visit->device();
    candidate.operationsKey = application.operationsKey;
    candidate.role = application.role;
    candidate.name = application.name;
    candidate.station = application.station;
    candidate.code = visit->code();
    candidate.address = visit->address().toString();
    candidate.path = application.token ? Candidate::Path::Scanned : Candidate::Path::Typed;
    Q_EMIT candidateArrived(candidate);
}

/// A device that lost its connection while it waited comes back: one row at the coordinator, not two.
void EnrolmentServer::replaceOlder(const DeviceId &device)
{
    const auto candidates = m_candidates.keys();
    for (const auto candidate : candidates) {
        if (m_candidates.value(candidate)->device() == device) {
            m_candidates.take(candidate)->refuse(EnrolmentFailure::Busy, refusalWords(EnrolmentFailure::Busy));
            Q_EMIT candidateLeft(candidate);
            return;
        }
    }
}

void EnrolmentServer::onGone(EnrolmentVisit *visit)
{
    m_visits.removeOne(visit);
    visit->deleteLater();
    if (const auto candidate = m_candidates.key(visit, 0); m_candidates.remove(candidate)) {
        Q_EMIT candidateLeft(candidate);
    }
}

std::optional<EnrolmentFailure> EnrolmentServer::judgeToken(const Application &application) const
{
    if (!isOpen()) {
        return EnrolmentFailure::WindowClosed;
    }
    if (!application.token || application.token == m_token) {
        return std::nullopt;
    }
    const bool isUsed = std::any_of(m_answers.begin(), m_answers.end(),
                                    [&application](const Answer &answer) { return answer.token == application.token; });
    return isUsed ? EnrolmentFailure::TokenUsed : EnrolmentFailure::WrongToken;
}

const EnrolmentServer::Answer *EnrolmentServer::earlierAnswer(const EnrolmentVisit &visit) const
{
    const auto device = visit.device();
    const auto &application = visit.application();
    const auto found = std::find_if(m_answers.begin(), m_answers.end(), [&](const Answer &answer) {
        return answer.device == device && answer.token == application.token &&
               answer.linkKeyDer == application.linkKeyDer;
    });
    return found == m_answers.end() ? nullptr : &*found;
}

EnrolmentVisit *EnrolmentServer::waiting(quint64 candidate) const { return m_candidates.value(candidate); }

void EnrolmentServer::noteOffence(const QHostAddress &address)
{
    if (m_offences.size() >= offendersMax && !m_offences.contains(address)) {
        m_offences.clear();
    }
    auto &offences = m_offences[address];
    offences.count = m_clock.monotonic() - offences.last >= m_limits.penance ? 1 : offences.count + 1;
    offences.last = m_clock.monotonic();
}

bool EnrolmentServer::isShutOut(const QHostAddress &address) const
{
    const auto found = m_offences.constFind(address);
    return found != m_offences.cend() && found->count >= m_limits.offencesMax &&
           m_clock.monotonic() - found->last < m_limits.penance;
}

QString refusalWords(EnrolmentFailure failure)
{
    switch (failure) {
    case EnrolmentFailure::Unreachable:
        return QStringLiteral("no address of the coordinator answers: is this device on the venue's network?");
    case EnrolmentFailure::WrongHub:
        return QStringLiteral("the machine at this address is not the coordinator that showed the code");
    case EnrolmentFailure::WrongToken:
        return QStringLiteral("this code is not valid: scan the one that the coordinator shows now");
    case EnrolmentFailure::TokenUsed:
        return QStringLiteral("another device was enrolled with this code: scan the next one");
    case EnrolmentFailure::WindowClosed:
        return QStringLiteral("the coordinator's window for new devices is over: have it opened again");
    case EnrolmentFailure::Busy: return QStringLiteral("too many devices wait to be enrolled: this one tries again");
    case EnrolmentFailure::Refused: return QStringLiteral("the coordinator said no");
    case EnrolmentFailure::CodeDenied:
        return QStringLiteral("the codes on the two screens were not the same, or somebody gave up");
    case EnrolmentFailure::Protocol:
        return QStringLiteral("the coordinator runs another version of Muster, or is none");
    case EnrolmentFailure::TimedOut:
        return QStringLiteral("nobody decided in time: ask the coordinator, then scan the code again");
    case EnrolmentFailure::ShutOut:
        return QStringLiteral("this device was shut out: scan the code once more, and it comes back as a new device");
    }
    Q_UNREACHABLE();
}

}  // namespace muster::net
