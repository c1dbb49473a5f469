#include "core/scan/repeat_guard.h"

#include <algorithm>

namespace muster::scan {

bool RepeatGuard::isFresh(const QByteArray &payload)
{
    const auto now = m_clock.monotonic();
    const auto found =
        std::find_if(m_recent.begin(), m_recent.end(), [&](const Recent &recent) { return recent.payload == payload; });
    if (found != m_recent.end()) {
        const bool isFreshAgain = now - found->countedAt >= repeatAfter && now - found->seenAt >= absenceMin;
        found->seenAt = now;
        if (isFreshAgain) {
            found->countedAt = now;
        }
        return isFreshAgain;
    }
    if (m_recent.size() >= recentMax) {
        m_recent.erase(std::min_element(m_recent.begin(), m_recent.end(),
                                        [](const Recent &a, const Recent &b) { return a.seenAt < b.seenAt; }));
    }
    m_recent.push_back({payload, now, now});
    return true;
}

}  // namespace muster::scan
