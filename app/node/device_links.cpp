// The device's links: what comes in by turns, what goes out, and whether the hub is heard.
#include "app/node/device.h"

#include <ranges>

namespace muster {

void Device::linkOpened(LinkId link, const DeviceId &peer)
{
    m_sessions[link] = std::make_unique<Session>(peer, QStringLiteral(MUSTER_VERSION), *m_journal,
                                                 static_cast<SessionHost &>(*this), m_safety);
    m_isHubAnswering = true;
    m_returned.insert(peer);
    pump();
}

void Device::linkClosed(LinkId link)
{
    if (const auto session = m_sessions.find(link); session != m_sessions.end()) {
        const auto peer = session->second->peer();
        std::erase_if(m_blobsComing, [&](const auto &coming) { return coming.second.from == peer; });
        std::erase_if(m_blobsNotAt, [&](const auto &known) { return known.first.first == peer; });
        m_sessions.erase(session);
    }
    if (hubSession() == nullptr) {
        m_joining.reset();  // A new link begins it anew.
    }
    ++m_revision;
}

void Device::receive(LinkId link, QByteArray frame) { m_frames[link].push_back(std::move(frame)); }

Session *Device::hubSession()
{
    const auto record = epoch();
    // The latest first: a link that was dialled the other way, under another hub, may be dead and not seen to be.
    for (auto &[link, session] : m_sessions | std::views::reverse) {
        if (record && session->peer() == record->hub && session->isLinked()) {
            return session.get();
        }
    }
    return nullptr;
}

bool Device::isCutOff() const
{
    return !m_isHub && (const_cast<Device *>(this)->hubSession() == nullptr || !m_isHubAnswering);
}

void Device::pump()
{
    for (auto &[link, session] : m_sessions) {
        while (const auto frame = session->nextFrame()) {
            m_world.send(link, *frame);
        }
    }
}

/// One frame of each link in turn: a device that brings hours of work must not make the others' asks wait for all of
/// it.
void Device::takeFrames()
{
    const auto begun = m_world.clock.monotonic();
    do {
        for (auto queue = m_frames.begin(); queue != m_frames.end();) {
            // Out of the queue first: from here on the session keeps it, also if the disk throws.
            const auto link = queue->first;
            const auto frame = std::move(queue->second.front());
            queue->second.pop_front();
            queue = queue->second.empty() ? m_frames.erase(queue) : std::next(queue);
            take(link, frame);
        }
    } while (!m_frames.empty() && m_world.clock.monotonic() - begun < workMax);
}

void Device::take(LinkId link, const QByteArray &frame)
{
    const auto session = m_sessions.find(link);
    if (session == m_sessions.end()) {
        return;
    }
    m_lastSeen[session->second->peer()] = m_world.clock.monotonic();
    if (auto *hub = hubSession(); hub == session->second.get()) {
        m_isHubAnswering = true;
    }
    session->second->receive(frame);
}

void Device::tick()
{
    for (auto &[link, session] : m_sessions) {
        session->tick();
    }
    storeNamesIfDue();
    collectBlobs();
}

std::vector<std::pair<Device::LinkId, QString>> Device::closingLinks() const
{
    std::vector<std::pair<LinkId, QString>> closing;
    for (const auto &[link, session] : m_sessions) {
        if (session->isOver()) {
            const auto &bye = session->status().bye;
            closing.emplace_back(link, bye ? bye->text : QString());
        }
    }
    return closing;
}

}  // namespace muster
