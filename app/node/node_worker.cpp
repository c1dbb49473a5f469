#include "app/node/node_worker.h"

#include "app/net/addresses.h"
#include "core/venue/devices.h"
#include "core/venue/roles.h"

#include <QHostInfo>

namespace muster {
namespace {

constexpr std::chrono::minutes enrolmentWindow{10};

QList<net::Endpoint> endpointsOf(const EpochRecord &record)
{
    QList<net::Endpoint> endpoints;
    for (const auto &address : record.addresses) {
        if (const auto endpoint = net::Endpoint::parse(address)) {
            endpoints << *endpoint;
        }
    }
    return endpoints;
}

QStringList hostsFor(const QHostAddress &listenAddress)
{
    QStringList hosts;
    if (listenAddress != QHostAddress(QHostAddress::Any) && listenAddress != QHostAddress(QHostAddress::AnyIPv4)) {
        return {listenAddress.toString()};
    }
    for (const auto &address : net::localAddresses(net::Loopback::Include)) {
        hosts << address.toString();
    }
    return hosts;
}

}  // namespace

NodeWorker::NodeWorker(Node &node, Node::Options options) : m_node(node), m_options(std::move(options)), m_ticker(this)
{
    m_ticker.setTimerType(Qt::PreciseTimer);
    connect(&m_ticker, &QTimer::timeout, this, &NodeWorker::tick);
}

NodeWorker::~NodeWorker()
{
    m_enrolment.reset();
    m_applicant.reset();
    m_listener.reset();
    m_connector.reset();
}

void NodeWorker::tellUi(std::function<void(Node &)> work)
{
    QMetaObject::invokeMethod(
        &m_node, [node = &m_node, work = std::move(work)] { work(*node); }, Qt::QueuedConnection);
}

Status NodeWorker::open()
{
    const auto opened = openDevice();
    if (!opened && opened.error().code != ErrorCode::NotFound) {
        return opened;
    }
    m_ticker.start(tickEvery);
    return {};
}

Status NodeWorker::openDevice()
{
    auto local = LocalDevice::open(m_options.dataFolder,
                                   [this](Device::LinkId id, const QByteArray &frame) { send(id, frame); });
    if (!local) {
        return fail(local);
    }
    m_local = std::move(*local);
    if (m_options.isNetworked) {
        if (const auto started = startNetwork(); !started) {
            return started;
        }
    }
    m_local->device().flush();
    publish();
    return {};
}

Identity NodeWorker::identity()
{
    Identity identity;
    identity.role = m_options.role;
    identity.name = m_options.name;
    identity.station = m_options.station;
    if (!m_local) {
        return identity;
    }
    auto &device = m_local->device();
    identity.device = device.journal().device();
    identity.number = device.config().number;
    identity.name = device.config().name;
    identity.role = device.config().role;
    identity.station = device.config().station;
    identity.event = device.setup();
    const auto station = std::ranges::find(identity.event.stations, identity.station, &Station::code);
    identity.stationName = station == identity.event.stations.end() ? Words{} : station->name;
    identity.staffPin = device.staffPin();
    identity.isEnrolled = true;
    return identity;
}

Status NodeWorker::startNetwork()
{
    const auto keys = m_local->folder().deviceKeys();
    if (!keys) {
        return fail(keys);
    }
    const net::TlsIdentity identity{keys->certificatePem, keys->linkKeyPem, m_local->membership().trust.caPem};
    return m_local->device().config().isHub ? startHub(identity) : startLink(identity);
}

Status NodeWorker::startHub(const net::TlsIdentity &identity)
{
    quint16 port = m_options.listenPort;
    const auto record = m_local->device().epoch();
    if (port == 0 && record && !record->addresses.isEmpty()) {
        // Devices know the port of before: a hub that returns must be where it was.
        const auto before = net::Endpoint::parse(record->addresses.front());
        port = before ? before->port : quint16(0);
    }
    const auto mayLink = [this](const DeviceId &device) { return m_local->device().mayTalkTo(device); };
    auto listener = net::LinkListener::listen(m_options.listenAddress, port, identity, mayLink);
    if (!listener && m_options.listenPort == 0 && port != 0) {
        listener = net::LinkListener::listen(m_options.listenAddress, 0, identity, mayLink);
    }
    if (!listener) {
        return fail(listener);
    }
    m_listener = std::move(*listener);
    connect(m_listener.get(), &net::LinkListener::linkReady, this, &NodeWorker::addLink);
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
        tellUi([uri](Node &node) {
            node.m_enrolUri = uri;
            Q_EMIT node.enrolUriChanged();
        });
    });
    connect(m_enrolment.get(), &net::EnrolmentServer::candidateArrived, this, [this](const net::Candidate &candidate) {
        m_candidates[candidate.id] = candidate;
        touch();
        if (m_options.isAutoApproving && candidate.path == net::Candidate::Path::Scanned) {
            if (const auto approved = approve(candidate.id); !approved) {
                tellUi([what = approved.error().detail](Node &node) { Q_EMIT node.actFailed(what); });
            }
        }
    });
    connect(m_enrolment.get(), &net::EnrolmentServer::candidateLeft, this, [this](quint64 candidate) {
        m_candidates.erase(candidate);
        touch();
    });
    connect(m_enrolment.get(), &net::EnrolmentServer::closed, this, [this] {
        tellUi([](Node &node) {
            node.m_enrolUri.clear();
            Q_EMIT node.enrolUriChanged();
        });
    });
    return announce(m_listener->port());
}

Status NodeWorker::announce(quint16 port)
{
    QStringList addresses;
    for (const auto &host : hostsFor(m_options.listenAddress)) {
        addresses << net::Endpoint{host, port}.toString();
    }
    tellUi([port](Node &node) { node.m_port = port; });
    const auto record = m_local->device().epoch();
    const bool isRestored = m_local->device().journal().opening().isRestored;
    if (record && record->addresses == addresses && !isRestored) {
        return {};
    }
    const auto hub = m_local->folder().hubKeys();
    if (!hub) {
        return fail(hub);
    }
    const Epoch next{record ? quint32(record->number) + 1 : 1};
    const auto epoch = EpochRecord::make(next, m_local->device().journal().device(), addresses,
                                         m_local->membership().trust.event, hub->event);
    m_local->device().journal().setEpoch(next);
    return m_local->device().append([&](State &, const EventSetup &) {
        Draft draft;
        draft.kind = epochs::kind();
        draft.body = epoch.toCbor();
        return std::vector<Draft>{draft};
    });
}

Status NodeWorker::startLink(const net::TlsIdentity &identity)
{
    const auto record = m_local->device().epoch();
    if (!record) {
        return fail(ErrorCode::Storage, QStringLiteral("this device does not know the coordinator: enrol it anew"));
    }
    auto connector = net::LinkConnector::create(identity, record->hub, endpointsOf(*record), m_random);
    if (!connector) {
        return fail(connector);
    }
    m_connector = std::move(*connector);
    connect(m_connector.get(), &net::LinkConnector::linkUp, this, &NodeWorker::addLink);
    m_connector->start();
    return {};
}

void NodeWorker::followHub()
{
    const auto record = m_local->device().epoch();
    if (m_connector && record) {
        m_connector->setHub(record->hub, endpointsOf(*record));
    }
}

void NodeWorker::addLink(net::FrameLink *link)
{
    const auto id = m_nextLink++;
    m_links[id] = link;
    connect(link, &net::FrameLink::frameReceived, this, [this, id](const QByteArray &frame) {
        m_local->device().receive(id, frame);
        flushSoon();
    });
    connect(link, &net::FrameLink::closed, this, [this, id] {
        m_links.erase(id);
        m_local->device().linkClosed(id);
        touch();
    });
    connect(link, &net::FrameLink::drained, this, &NodeWorker::flushSoon);
    m_local->device().linkOpened(id, link->peerId());
    touch();
}

void NodeWorker::send(Device::LinkId id, const QByteArray &frame)
{
    const auto link = m_links.find(id);
    if (link != m_links.end()) {
        link->second->send(frame);
    }
}

void NodeWorker::flushSoon()
{
    if (!std::exchange(m_isFlushDue, true)) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_isFlushDue = false;
                if (m_local) {
                    m_local->device().flush();
                    settleLinks();
                }
            },
            Qt::QueuedConnection);
    }
}

void NodeWorker::settleLinks()
{
    for (const auto &[id, why] : m_local->device().closingLinks()) {
        if (const auto link = m_links.find(id); link != m_links.end()) {
            link->second->finish(why);
        }
    }
}

void NodeWorker::tick()
{
    if (m_local) {
        auto &device = m_local->device();
        device.tick();
        device.flush();
        settleLinks();
        followHub();
        const auto now = m_clock.monotonic();
        const bool isSafe = device.link().notYetSafe == 0 || device.config().isHub;
        std::erase_if(m_waiters, [&](const Waiter &waiter) {
            if (isSafe || waiter.deadline <= now) {
                waiter.done(isSafe);
                return true;
            }
            return false;
        });
    }
    publish();
}

void NodeWorker::publish()
{
    const auto now = m_clock.monotonic();
    const bool isChanged = m_isViewDue || (m_local && m_local->device().revision() != m_seenRevision);
    const bool isDue = now - m_published >= (isChanged ? viewEvery : std::chrono::milliseconds(1'000));
    if (!isDue) {
        return;
    }
    m_published = now;
    m_isViewDue = false;
    DayView day;
    std::optional<Error> trouble;
    std::chrono::milliseconds correction{0};
    if (m_local) {
        auto &device = m_local->device();
        m_seenRevision = device.revision();
        day = device.day();
        trouble = device.storageTrouble();
        correction = device.now() - m_clock.wall();
        if (std::chrono::abs(correction) < std::chrono::milliseconds(5)) {
            correction = {};
        }
    }
    for (const auto &[id, candidate] : m_candidates) {
        day.candidates.push_back(
            {QString::number(id), candidate.name, candidate.role, candidate.station, candidate.code});
    }
    const bool isIdentityDue = m_local && (m_node.m_identity.device.isNull() || isChanged);
    tellUi([day = std::move(day), trouble, correction,
            identity = isIdentityDue ? std::optional(identity()) : std::nullopt](Node &node) mutable {
        node.take(std::move(day), std::move(identity), trouble, correction);
    });
}

void NodeWorker::enrol(const QString &uri)
{
    const auto parsed = net::EnrolmentUri::parse(uri);
    if (!parsed) {
        tellUi([words = parsed.error().detail](Node &node) {
            Q_EMIT node.enrolmentNews({EnrolmentNews::Kind::Failed, {}, 0, words});
        });
        return;
    }
    const DataFolder folder(m_options.dataFolder);
    auto kept = folder.prepare() ? folder.deviceKeys() : Result<DeviceKeys>(fail(ErrorCode::NotFound, {}));
    auto linkKey = kept ? net::LinkKey::fromPem(kept->linkKeyPem) : Result<net::LinkKey>(fail(ErrorCode::NotFound, {}));
    if (!kept || !linkKey) {
        linkKey = net::LinkKey::create();
        kept = DeviceKeys{SigningKey::make(m_random), linkKey->privateKeyPem(), {}};
    }
    // Stored before asking: the same keys may fetch an answer that was lost on its way.
    if (const auto stored = folder.store(*kept); !stored) {
        tellUi([words = stored.error().detail](Node &node) {
            Q_EMIT node.enrolmentNews({EnrolmentNews::Kind::Failed, {}, -1, words});
        });
        return;
    }
    m_newKeys = *kept;
    const auto name = m_options.name.isEmpty() ? QHostInfo::localHostName() : m_options.name;
    m_applicant = std::make_unique<net::EnrolmentClient>(
        net::Applicant{*linkKey, kept->operations, m_options.role, name.left(net::deviceNameMax), m_options.station},
        m_random);
    connect(m_applicant.get(), &net::EnrolmentClient::waiting, this, [this](const QString &code) {
        tellUi([code](Node &node) { Q_EMIT node.enrolmentNews({EnrolmentNews::Kind::Waiting, code, 0, {}}); });
    });
    connect(m_applicant.get(), &net::EnrolmentClient::failed, this,
            [this](net::EnrolmentFailure failure, const QString &words) {
                tellUi([failure, words](Node &node) {
                    Q_EMIT node.enrolmentNews({EnrolmentNews::Kind::Failed, {}, int(failure), words});
                });
            });
    connect(m_applicant.get(), &net::EnrolmentClient::enrolled, this, &NodeWorker::join);
    m_applicant->start(*parsed);
}

void NodeWorker::join(const net::EnrolmentResult &result)
{
    const auto refuseWith = [this](const QString &words) {
        tellUi([words](Node &node) { Q_EMIT node.enrolmentNews({EnrolmentNews::Kind::Failed, {}, -1, words}); });
    };
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
    if (const auto opened = openDevice(); !opened) {
        return refuseWith(opened.error().detail);
    }
    touch();
    tellUi([](Node &node) { Q_EMIT node.enrolmentNews({EnrolmentNews::Kind::Enrolled, {}, 0, {}}); });
}

void NodeWorker::cancelEnrolment() { m_applicant.reset(); }

Status NodeWorker::openEnrolment()
{
    if (!m_enrolment) {
        return fail(ErrorCode::Refused, QStringLiteral("devices are let in at the coordinator"));
    }
    net::EnrolmentWindow window;
    window.listenAddress = m_options.listenAddress;
    window.advertised = hostsFor(m_options.listenAddress);
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
            // The first station of the role where no device stands yet.
            const auto taken = devices::all(state);
            const auto free = std::ranges::find_if(setup.stations, [&](const Station &station) {
                return station.role == membership.role &&
                       std::ranges::none_of(taken, [&](const auto &other) { return other.station == station.code; });
            });
            membership.station = free == setup.stations.end() ? QString() : free->code;
        }
        return std::vector<Draft>{
            devices::enrolled({candidate.device, membership.number, membership.name, membership.role,
                               membership.station, false, known ? known->version + 1 : 1},
                              membership.trust.event, hub->event)};
    });
    if (!stored) {
        return fail(stored);
    }
    return membership.encode();
}

Status NodeWorker::approve(quint64 candidate)
{
    const auto found = m_candidates.find(candidate);
    if (found == m_candidates.end() || !m_enrolment) {
        return fail(ErrorCode::NotFound, QStringLiteral("no device waits under this number"));
    }
    const auto bundle = admit(found->second);
    if (!bundle) {
        return fail(bundle);
    }
    auto approved = m_enrolment->approve(candidate, *bundle);
    m_candidates.erase(candidate);
    touch();
    flushSoon();
    return approved;
}

void NodeWorker::refuse(quint64 candidate)
{
    if (m_enrolment) {
        std::ignore = m_enrolment->refuse(candidate, QStringLiteral("The coordinator did not let this device in."));
    }
    m_candidates.erase(candidate);
    touch();
}

void NodeWorker::cut()
{
    m_isCut = true;
    if (m_connector) {
        m_connector->cut();
    }
}

void NodeWorker::restore()
{
    m_isCut = false;
    if (m_connector) {
        m_connector->restore();
    }
}

void NodeWorker::whenSafe(Instant deadline, std::function<void(bool)> done)
{
    m_waiters.push_back({deadline, std::move(done)});
}

}  // namespace muster
