#include "core/venue/queues/announcements.h"

#include <algorithm>

namespace muster {

void Announcements::add(const Call &call)
{
    if (std::ranges::find(m_heard, call.id) != m_heard.end()) {
        return;
    }
    m_heard.push_back(call.id);
    if (m_heard.size() > heardMax) {
        m_heard.pop_front();
    }
    m_waiting.insert(std::ranges::upper_bound(m_waiting, call.at, {}, &Call::at), call);
    if (m_waiting.size() > waitingMax) {
        m_waiting.pop_front();
    }
}

std::optional<Announcements::Call> Announcements::next(WallTime now)
{
    while (!m_isSpeaking && !m_waiting.empty()) {
        const auto call = m_waiting.front();
        m_waiting.pop_front();
        if (now - call.at <= staleAfter) {
            m_isSpeaking = true;
            return call;
        }
    }
    return std::nullopt;
}

}  // namespace muster
