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

void Announcements::setNotice(std::optional<Notice> notice)
{
    if (!notice || !m_notice || notice->id != m_notice->id) {
        m_noticeSpoken.reset();
    }
    m_notice = std::move(notice);
}

std::optional<Announcements::Notice> Announcements::nextNotice(WallTime now)
{
    const bool isDue = m_notice && (!m_noticeSpoken || (m_notice->again.count() > 0 &&
                                                        std::chrono::abs(now - *m_noticeSpoken) >= m_notice->again));
    if (m_isSpeaking || !isDue) {
        return std::nullopt;
    }
    m_isSpeaking = true;
    m_noticeSpoken = now;
    return m_notice;
}

std::optional<Announcements::Call> Announcements::next(WallTime now)
{
    if (m_notice && m_notice->isAlone) {
        return std::nullopt;
    }
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
