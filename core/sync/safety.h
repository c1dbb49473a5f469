#pragma once
#include "core/journal/journal.h"

namespace muster {

/// How much of what this device did exists on its own disk only ("not yet safe").
///
/// Why it exists: a device that is lost with its disk loses exactly this, and says so beforehand. Learned from every
/// peer's vector and acknowledgements; after a restart cut off it counts too much rather than too little.
class Safety {
public:
    /// @p peer holds what @p vector says, durably.
    void learn(Journal &journal, const VersionVector &vector);
    /// Operations of this device that no other device has acknowledged as durable.
    [[nodiscard]] quint64 notYetSafeCount(Journal &journal) const { return journal.missingCount(m_safe, true); }

private:
    VersionVector m_safe;  ///< Streams of this device only.
};

}  // namespace muster
