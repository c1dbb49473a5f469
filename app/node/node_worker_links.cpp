// Whom a node is linked to, and what changes when another device becomes the hub.
#include "app/net/addresses.h"
#include "app/node/node_worker.h"

namespace muster {
namespace {

QList<net::Endpoint> endpointsOf(const QStringList &addresses)
{
    QList<net::Endpoint> endpoints;
    for (const auto &address : addresses) {
        if (const auto endpoint = net::Endpoint::parse(address)) {
            endpoints << *endpoint;
        }
    }
    return endpoints;
}

}  // namespace

Status NodeWorker::startNetwork()
{
    const auto keys = m_local->folder().deviceKeys();
    if (!keys) {
        return fail(keys);
    }
    auto &device = m_local->device();
    if (device.isShutOut()) {
        return {};  // Nobody would answer.
    }
    m_identity = net::TlsIdentity{keys->certificatePem, keys->linkKeyPem, m_local->membership().trust.caPem};
    if (device.config().role == QLatin1String("coordinator")) {
        if (const auto listening = startListener(*m_identity); !listening) {
            return listening;
        }
    } else if (!device.epoch()) {
        return fail(ErrorCode::Storage, QStringLiteral("this device does not know the coordinator: enrol it anew"));
    }
    m_connectorsRevision = 0;
    settleTurn();
    if (m_listener) {
        if (const auto announced = announce(); !announced) {
            return announced;
        }
    }
    settleConnectors();
    return {};
}

Status NodeWorker::startListener(const net::TlsIdentity &identity)
{
    auto &device = m_local->device();
    quint16 port = m_options.listenPort;
    const auto record = device.epoch();
    const auto offer = device.offer();
    const auto before = device.isHub() && record ? record->addresses : offer ? offer->addresses : QStringList();
    if (port == 0 && !before.isEmpty()) {
        // Devices know the port of before: a hub that returns must be where it was.
        const auto endpoint = net::Endpoint::parse(before.front());
        port = endpoint ? endpoint->port : quint16(0);
    }
    const auto mayLink = [this](const DeviceId &peer) { return verdictOn(peer); };
    auto listener = net::LinkListener::listen(m_options.listenAddress, port, identity, mayLink);
    const bool isAnyPortRight = m_options.listenPort == 0 || !device.isHub();
    if (!listener && isAnyPortRight && port != 0) {
        listener = net::LinkListener::listen(m_options.listenAddress, 0, identity, mayLink);
    }
    if (!listener) {
        return fail(listener);
    }
    m_listener = std::move(*listener);
    connect(m_listener.get(), &net::LinkListener::linkReady, this, &NodeWorker::addLink);
    return {};
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

void NodeWorker::settleTurn()
{
    const bool isHub = m_local->device().isHub();
    if (isHub == (m_enrolment != nullptr) || !m_listener) {
        return;
    }
    if (isHub) {
        if (const auto started = startEnrolment(); !started) {
            qWarning("no device can be enrolled here: %s", qPrintable(started.error().detail));
        }
    } else {
        qWarning("another device is the hub now: this one goes on as a device of it");
        m_enrolment.reset();
        m_candidates.clear();
        if (const auto announced = announce(); !announced) {
            qWarning("the others cannot know where this device listens: %s", qPrintable(announced.error().detail));
        }
    }
    touch();
}

Status NodeWorker::announce()
{
    const auto port = m_listener->port();
    QStringList addresses;
    for (const auto &host : hosts()) {
        addresses << net::Endpoint{host, port}.toString();
    }
    tellUi([port](Node &node) { node.m_port = port; });
    return m_local->device().listenAt(addresses);
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

void NodeWorker::settleConnectors()
{
    auto &device = m_local->device();
    if (!m_identity) {
        return;
    }
    if (device.isShutOut()) {
        for (const auto &[id, connector] : m_connectors) {
            connector->cut();
        }
        return;
    }
    const bool isSettled = m_connectorsRevision == device.revision() + 1 && m_connectorsLinks == m_links.size();
    if (isSettled) {
        return;
    }
    m_connectorsRevision = device.revision() + 1;
    m_connectorsLinks = m_links.size();
    const auto wanted =
        device.peersToDial([this](const DeviceId &peer) { return m_listener && m_listener->linkTo(peer) != nullptr; });
    for (auto entry = m_connectors.begin(); entry != m_connectors.end();) {
        if (std::ranges::find(wanted, entry->first, &Device::Peer::device) != wanted.end()) {
            ++entry;
            continue;
        }
        entry->second->cut();
        entry->second.release()->deleteLater();  // It may be speaking to us right now.
        entry = m_connectors.erase(entry);
    }
    for (const auto &peer : wanted) {
        connectTo(peer);
    }
}

void NodeWorker::connectTo(const Device::Peer &peer)
{
    if (const auto known = m_connectors.find(peer.device); known != m_connectors.end()) {
        known->second->setAddresses(endpointsOf(peer.addresses));
        return;
    }
    auto made = net::LinkConnector::create(*m_identity, peer.device, endpointsOf(peer.addresses), m_random);
    if (!made) {
        qWarning("no link to another device: %s", qPrintable(made.error().detail));
        return;
    }
    auto &connector = m_connectors[peer.device] = std::move(*made);
    connect(connector.get(), &net::LinkConnector::linkUp, this, &NodeWorker::addLink);
    connect(connector.get(), &net::LinkConnector::turnedAway, this,
            [this, by = peer.device](net::LinkVerdict verdict) { turnedAway(by, verdict); });
    if (m_isCut) {
        connector->cut();
    }
    connector->start();
}

void NodeWorker::turnedAway(const DeviceId &by, net::LinkVerdict verdict)
{
    const auto record = m_local->device().epoch();
    if (verdict == net::LinkVerdict::ShutOut && record && record->hub == by) {
        m_local->shutOut();
        flushSoon();
        touch();
    }
}

void NodeWorker::cut()
{
    m_isCut = true;
    for (const auto &[id, connector] : m_connectors) {
        connector->cut();
    }
}

void NodeWorker::restore()
{
    m_isCut = false;
    for (const auto &[id, connector] : m_connectors) {
        connector->restore();
    }
}

}  // namespace muster
