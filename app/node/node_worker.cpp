#include "app/node/node_worker.h"

#include "app/node/system_health.h"

namespace muster {
NodeWorker::NodeWorker(Node &node, Node::Options options)
    : m_node(node),
      m_options(std::move(options)),
      m_ticker(this),
      m_health(m_options.health ? m_options.health : std::make_shared<SystemHealth>(m_options.dataFolder))
{
    m_ticker.setTimerType(Qt::PreciseTimer);
    connect(&m_ticker, &QTimer::timeout, this, &NodeWorker::tick);
}

NodeWorker::~NodeWorker()
{
    m_enrolment.reset();
    m_applicant.reset();
    m_listener.reset();
    m_connectors.clear();
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
        readHealth();
        device.tick();
        device.flush();
        settleLinks();
        m_local->keepStanding();
        settleTurn();
        settleConnectors();
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

void NodeWorker::readHealth()
{
    const auto now = m_clock.monotonic();
    if (m_healthRead && now - *m_healthRead < healthEvery) {
        return;
    }
    m_healthRead = now;
    m_local->device().setHealth(m_health->read());
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

void NodeWorker::whenSafe(Instant deadline, std::function<void(bool)> done)
{
    m_waiters.push_back({deadline, std::move(done)});
}

}  // namespace muster
