#include "core/sync/safety.h"

namespace muster {

void Safety::learn(Journal &journal, const VersionVector &vector)
{
    const auto device = journal.device();
    for (auto at = vector.heads.lower_bound({device, Incarnation{0}});
         at != vector.heads.end() && at->first.origin == device; ++at) {
        for (const auto &head : at->second) {
            journal.advance(m_safe, at->first, head);
        }
    }
}

}  // namespace muster
