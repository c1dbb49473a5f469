// How a device comes in: asking to be let in, and letting in.
#include "app/node/node_worker.h"
#include "core/journal/body.h"
#include "core/venue/devices/devices.h"
#include "core/venue/devices/roles.h"
#include "core/venue/devices/vacancies.h"

#include <QHostInfo>

namespace muster {
namespace {

constexpr std::chrono::minutes enrolmentWindow{10};
/// Of EnrolmentNews, beside the numbers of net::EnrolmentFailure.
constexpr int notUnderstood = 0;
constexpr int storageFailed = -1;

Status nobodyWaits(quint64 candidate)
{
    return fail(ErrorCode::NotFound,
                QStringLiteral("no device waits as %1: muster status shows those that do").arg(candidate));
}

}  // namespace

Status NodeWorker::startEnrolment()
{
    const auto hub = m_local->folder().hubKeys();
    if (!hub) {
        return fail(hub);
    }
    auto authority = net::CertificateAuthority::fromPem(m_local->membership().trust.caPem, hub->caKeyPem);
    if (!authority) {
        return fail(authority);
    }
    m_enrolment = std::make_unique<net::EnrolmentServer>(std::move(*authority), m_local->device().setup().name.zh,
                                                         m_clock, m_random);
    connect(m_enrolment.get(), &net::EnrolmentServer::uriChanged, this, [this](const QString &uri) {
        tellUi([uri, addresses = typedAddresses(uri)](Node &node) {
            node.m_enrolUri = uri;
            node.m_enrolAddresses = addresses;
            Q_EMIT node.enrolUriChanged();
        });
    });
    m_enrolment->setPolicy([this](const DeviceId &device) {
        const bool isRevoked = m_local->device().standingOf(device) == Device::Standing::Revoked;
        return isRevoked ? std::optional(net::EnrolmentFailure::ShutOut) : std::nullopt;
    });
    connect(m_enrolment.get(), &net::EnrolmentServer::candidateArrived, this, &NodeWorker::introduce);
    connect(m_enrolment.get(), &net::EnrolmentServer::candidateLeft, this, [this](quint64 candidate) {
        m_candidates.erase(candidate);
        touch();
    });
    connect(m_enrolment.get(), &net::EnrolmentServer::closed, this, [this] {
        tellUi([](Node &node) {
            node.m_enrolUri.clear();
            node.m_enrolAddresses.clear();
            Q_EMIT node.enrolUriChanged();
        });
    });
    return {};
}

void NodeWorker::introduce(const net::Candidate &candidate)
{
    if (!roles::enrollable().contains(candidate.role)) {
        std::ignore =
            m_enrolment->refuse(candidate.id, QStringLiteral("no device is enrolled as \"%1\": choose one of %2")
                                                  .arg(candidate.role, roles::enrollable().join(QStringLiteral(", "))));
        return;
    }
    m_candidates[candidate.id] = candidate;
    touch();
    // Who becomes a coordinator may do and read everything: a person looks at that one.
    const bool isCoordinator = candidate.role == QLatin1String("coordinator");
    if (m_options.isAutoApproving && candidate.path == net::Candidate::Path::Scanned && !isCoordinator) {
        if (const auto approved = approve(candidate.id); !approved) {
            tellUi([what = approved.error().detail](Node &node) { Q_EMIT node.actFailed(what); });
        }
    }
}

Status NodeWorker::leaveOldDevice()
{
    const DataFolder folder(m_options.dataFolder);
    const bool isLeaving = m_local ? m_local->device().isShutOut() : folder.isShutOut();
    if (!isLeaving) {
        return {};
    }
    m_connectors.clear();
    m_listener.reset();
    m_links.clear();
    m_identity.reset();
    m_local.reset();
    return folder.setDeviceAside();
}

void NodeWorker::enrol(const QString &where)
{
    m_applicant.reset();
    const bool isCode = where.startsWith(QLatin1String("muster:"), Qt::CaseInsensitive);
    const auto uri = net::EnrolmentUri::parse(where);
    const auto address = net::Endpoint::parse(where);
    if (isCode ? !uri : !address) {
        return failEnrolment(notUnderstood, isCode ? uri.error().detail : address.error().detail);
    }
    if (const auto left = leaveOldDevice(); !left) {
        return failEnrolment(storageFailed, left.error().detail);
    }
    const auto linkKey = prepareKeys();
    if (!linkKey) {
        return failEnrolment(storageFailed, linkKey.error().detail);
    }
    makeApplicant(*linkKey, !isCode);
    isCode ? m_applicant->start(*uri) : m_applicant->startTyped(*address);
}

void NodeWorker::failEnrolment(int failure, const QString &words)
{
    tellUi([failure, words](Node &node) {
        Q_EMIT node.enrolmentNews({EnrolmentNews::Kind::Failed, {}, failure, words});
    });
}

Result<net::LinkKey> NodeWorker::prepareKeys()
{
    const DataFolder folder(m_options.dataFolder);
    auto kept = folder.prepare() ? folder.deviceKeys() : Result<DeviceKeys>(fail(ErrorCode::NotFound, {}));
    auto linkKey = kept ? net::LinkKey::fromPem(kept->linkKeyPem) : Result<net::LinkKey>(fail(ErrorCode::NotFound, {}));
    if (!kept || !linkKey) {
        linkKey = net::LinkKey::create();
        kept = DeviceKeys{SigningKey::make(m_random), linkKey->privateKeyPem(), {}};
    }
    // Stored before asking: the same keys may fetch an answer that was lost on its way.
    if (const auto stored = folder.store(*kept); !stored) {
        return fail(stored);
    }
    m_newKeys = *kept;
    return linkKey;
}

void NodeWorker::makeApplicant(const net::LinkKey &linkKey, bool isTyped)
{
    const auto name = m_options.name.isEmpty() ? QHostInfo::localHostName() : m_options.name;
    m_applicant =
        std::make_unique<net::EnrolmentClient>(net::Applicant{linkKey, m_newKeys->operations, m_options.role,
                                                              name.left(net::deviceNameMax), m_options.station},
                                               m_random);
    connect(m_applicant.get(), &net::EnrolmentClient::waiting, this, [this, isTyped](const QString &code) {
        const auto kind = isTyped ? EnrolmentNews::Kind::Comparing : EnrolmentNews::Kind::Waiting;
        tellUi([kind, code](Node &node) { Q_EMIT node.enrolmentNews({kind, code, 0, {}}); });
    });
    connect(m_applicant.get(), &net::EnrolmentClient::failed, this,
            [this](net::EnrolmentFailure failure, const QString &words) {
                // Keys that were shut out, or shown to who knows whom, are not used again.
                const bool isSpent =
                    failure == net::EnrolmentFailure::ShutOut || failure == net::EnrolmentFailure::CodeDenied;
                if (isSpent && !m_local) {
                    DataFolder(m_options.dataFolder).discardDeviceKeys();
                }
                failEnrolment(int(failure), words);
            });
    connect(m_applicant.get(), &net::EnrolmentClient::enrolled, this, &NodeWorker::join);
}

void NodeWorker::confirmCode(const QString &code)
{
    if (!m_applicant || m_applicant->code() != code || code.isEmpty()) {
        return;  // Another code holds by now; it was told, and is to be compared itself.
    }
    tellUi([code](Node &node) { Q_EMIT node.enrolmentNews({EnrolmentNews::Kind::Waiting, code, 0, {}}); });
    m_applicant->confirmCode(code);
}

void NodeWorker::denyCode()
{
    if (m_applicant) {
        m_applicant->cancel();
    }
}

void NodeWorker::join(const net::EnrolmentResult &result)
{
    const auto refuseWith = [this](const QString &words) { failEnrolment(storageFailed, words); };
    const auto membership = Membership::decode(result.bundle);
    if (!membership) {
        return refuseWith(membership.error().detail);
    }
    const DataFolder folder(m_options.dataFolder);
    m_newKeys->certificatePem = result.certificatePem;
    for (const auto &stored : {folder.store(*m_newKeys), folder.store(*membership)}) {
        if (!stored) {
            return refuseWith(stored.error().detail);
        }
    }
    m_applicant.release()->deleteLater();  // It is speaking to us right now.
    if (membership->role != m_options.role) {
        return refuseWith(QStringLiteral("the coordinator let this device in as a %1: start it with muster %1")
                              .arg(membership->role));
    }
    if (const auto opened = openDevice(); !opened) {
        return refuseWith(opened.error().detail);
    }
    touch();
    tellUi([](Node &node) { Q_EMIT node.enrolmentNews({EnrolmentNews::Kind::Enrolled, {}, 0, {}}); });
}

void NodeWorker::cancelEnrolment() { m_applicant.reset(); }

QStringList NodeWorker::typedAddresses(const QString &uri)
{
    const auto parsed = net::EnrolmentUri::parse(uri);
    if (!parsed) {
        return {};
    }
    // Best first: what nobody likes to type, or reaches from elsewhere, comes only where there is nothing else.
    const auto rank = [](const net::Endpoint &endpoint) {
        const QHostAddress address(endpoint.host);
        return address.isLoopback() ? 2 : address.protocol() == QAbstractSocket::IPv6Protocol ? 1 : 0;
    };
    const auto &all = parsed->addresses;
    const auto best = rank(*std::ranges::min_element(all, {}, rank));
    QStringList addresses;
    for (const auto &endpoint : all) {
        if (rank(endpoint) == best && addresses.size() < NodePort::enrolAddressesMax) {
            addresses << endpoint.toString();
        }
    }
    return addresses;
}

Status NodeWorker::openEnrolment()
{
    if (!m_enrolment) {
        return fail(ErrorCode::Refused, QStringLiteral("devices are let in at the coordinator"));
    }
    net::EnrolmentWindow window;
    window.listenAddress = m_options.listenAddress;
    window.advertised = hosts();
    window.duration = m_options.isAutoApproving ? std::chrono::hours(24) : std::chrono::milliseconds(enrolmentWindow);
    window.tokenUse = m_options.isAutoApproving ? net::TokenUse::Many : net::TokenUse::Once;
    return m_enrolment->open(window);
}

void NodeWorker::closeEnrolment()
{
    if (m_enrolment) {
        m_enrolment->close();
    }
}

Result<QByteArray> NodeWorker::admit(const net::Candidate &candidate)
{
    if (!roles::enrollable().contains(candidate.role)) {
        return fail(ErrorCode::Invalid, QStringLiteral("no device is enrolled as \"%1\"").arg(candidate.role));
    }
    if (m_local->device().standingOf(candidate.device) == Device::Standing::Revoked) {
        return fail(ErrorCode::Refused, net::refusalWords(net::EnrolmentFailure::ShutOut));
    }
    const auto hub = m_local->folder().hubKeys();
    if (!hub) {
        return fail(hub);
    }
    Membership membership;
    membership.trust = m_local->membership().trust;
    auto &device = m_local->device();
    membership.trust.epoch = device.epoch().value_or(membership.trust.epoch);
    membership.credential = {candidate.operationsKey,
                             hub->event.sign(Credential::message(membership.trust.event, candidate.operationsKey))};
    membership.name = candidate.name;
    membership.role = candidate.role;
    membership.station = candidate.station;
    membership.keyLevel =
        roles::readingOf(membership.role) == roles::Reading::Full ? people::KeyLevel::Full : people::KeyLevel::Display;
    const auto stored = device.append([&](State &state, const EventSetup &setup) {
        const auto known = devices::find(state, candidate.device);
        membership.number = known ? known->number : devices::nextNumber(state);
        if (membership.station.isEmpty()) {
            membership.station = vacancies::find(state, setup, membership.role);
        }
        return std::vector<Draft>{
            devices::enrolled({candidate.device, membership.number, membership.name, membership.role,
                               membership.station, false, nextVersion(known ? known->version : 0)},
                              membership.trust.event, hub->event)};
    });
    if (!stored) {
        return fail(stored);
    }
    return membership.encode();
}

Status NodeWorker::approve(quint64 candidate, const QString &compared, const QString &role)
{
    const auto found = m_candidates.find(candidate);
    if (found == m_candidates.end() || !m_enrolment) {
        return nobodyWaits(candidate);
    }
    const bool isTyped = found->second.path == net::Candidate::Path::Typed;
    if ((isTyped || !compared.isEmpty()) && compared != found->second.code) {
        return fail(ErrorCode::Refused,
                    compared.isEmpty()
                        ? QStringLiteral("this device typed the address: check that both screens show the same six "
                                         "digits, and say which (muster do approve %1 --code DIGITS)")
                              .arg(candidate)
                        : QStringLiteral("%1 are not the digits of this device: do not let it in").arg(compared));
    }
    auto admitted = found->second;
    admitted.role = role.isEmpty() ? admitted.role : role;
    const auto bundle = admit(admitted);
    if (!bundle) {
        return fail(bundle);
    }
    auto approved = m_enrolment->approve(candidate, *bundle);
    m_candidates.erase(candidate);
    touch();
    flushSoon();
    return approved;
}

Status NodeWorker::refuse(quint64 candidate)
{
    if (m_candidates.erase(candidate) == 0 || !m_enrolment) {
        return nobodyWaits(candidate);
    }
    touch();
    return m_enrolment->refuse(candidate, QStringLiteral("The coordinator did not let this device in."));
}

}  // namespace muster
