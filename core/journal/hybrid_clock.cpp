#include "core/journal/hybrid_clock.h"

namespace muster {

HybridTime HybridClock::next()
{
    m_latest = std::max(HybridTime::at(m_clock->wall()), HybridTime{m_latest.value + 1});
    return m_latest;
}

bool HybridClock::observe(HybridTime remote)
{
    const auto bound = HybridTime::at(m_clock->wall() + pullMax);
    m_latest = std::max(m_latest, std::min(remote, bound));
    return remote > bound;
}

}  // namespace muster
