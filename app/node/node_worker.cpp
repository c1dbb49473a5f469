#include "app/node/node_worker.h"

#include "app/net/addresses.h"

namespace muster {
namespace {

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
    identity.isShutOut = device.isShutOut();
    return identity;
}

Status NodeWorker::startNetwork()
{
    const auto keys = m_local->folder().deviceKeys();
    if (!keys) {
        return fail(keys);
    }
    if (m_local->device().isShutOut()) {
        return {};  // Nobody would answer.
    }
    const net::TlsIdentity identity{keys->certificatePem, keys->linkKeyPem, m_local->membership().trust.caPem};
    return m_local->device().isHub() ? startHub(identity) : startLink(identity);
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
    const auto mayLink = [this](const DeviceId &device) { return verdictOn(device); };
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
    return announce(m_listener->port());
}

net::LinkVerdict NodeWorker::verdictOn(const DeviceId &device)
{
    switch (m_local->device().standingOf(device)) {
    case Device::Standing::Enrolled: return net::LinkVerdict::Accepted;
    case Device::Standing::Revoked: return net::LinkVerdict::ShutOut;
    case Device::Standing::Unknown: return net::LinkVerdict::Unknown;
    }
    Q_UNREACHABLE();
}

void NodeWorker::stepDown()
{
    qWarning("another device is the hub now: this one goes on as a device of it");
    m_enrolment.reset();
    m_candidates.clear();
    m_listener.reset();
    for (const auto &[id, link] : std::exchange(m_links, {})) {
        m_local->device().linkClosed(id);
    }
    if (const auto started = startNetwork(); !started) {
        qWarning("no link to the new hub: %s", qPrintable(started.error().detail));
    }
}

void NodeWorker::turnedAway(net::LinkVerdict verdict)
{
    if (verdict == net::LinkVerdict::ShutOut) {
        m_local->shutOut();
        flushSoon();
        touch();
    }
}

QStringList NodeWorker::hosts() const
{
    const auto &address = m_options.listenAddress;
    if (address != QHostAddress(QHostAddress::Any) && address != QHostAddress(QHostAddress::AnyIPv4)) {
        return {address.toString()};
    }
    QStringList hosts;
    for (const auto &local : net::localAddresses(net::Loopback::Include)) {
        hosts << local.toString();
    }
    return hosts;
}

Status NodeWorker::announce(quint16 port)
{
    QStringList addresses;
    for (const auto &host : hosts()) {
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
    connect(m_connector.get(), &net::LinkConnector::turnedAway, this, &NodeWorker::turnedAway);
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
    if (m_local->device().hasWork()) {
        flushSoon();  // More frames came than one transaction takes.
    }
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
        m_local->keepStanding();
        if (m_listener && !device.isHub()) {
            stepDown();
        }
        if (m_connector && device.isShutOut()) {
            m_connector->cut();
        }
        followHub();
        const auto now = m_clock.monotonic();
        const bool isSafe = device.link().notYetSafe == 0 || device.isHub();
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
    // A view that is dear to make comes less often: sign-ins and links need the thread more.
    const auto often = std::max<Instant::duration>(viewEvery, 9 * m_publishCost);
    const bool isDue =
        now - m_published >= (isChanged ? often : std::max<Instant::duration>(often, std::chrono::seconds(1)));
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
    QStringList typed;
    for (const auto &[id, candidate] : m_candidates) {
        if (candidate.path == net::Candidate::Path::Typed) {
            typed << QString::number(id);
        }
        day.candidates.push_back(
            {QString::number(id), candidate.name, candidate.role, candidate.station, candidate.code});
    }
    const bool isIdentityDue = m_local && (m_node.m_identity.device.isNull() || isChanged);
    tellUi([day = std::move(day), typed = std::move(typed), trouble, correction,
            identity = isIdentityDue ? std::optional(identity()) : std::nullopt](Node &node) mutable {
        node.m_typed = std::move(typed);
        node.take(std::move(day), std::move(identity), trouble, correction);
    });
    m_publishCost = m_clock.monotonic() - now;
}

void NodeWorker::cut()
{
    if (m_connector) {
        m_connector->cut();
    }
}

void NodeWorker::restore()
{
    if (m_connector) {
        m_connector->restore();
    }
}

void NodeWorker::whenSafe(Instant deadline, std::function<void(bool)> done)
{
    m_waiters.push_back({deadline, std::move(done)});
}

}  // namespace muster
