#pragma once
#include "core/base/clock.h"

#include <algorithm>
#include <compare>

namespace muster {

/// 48 bits of milliseconds since 1970 (UTC), 16 bits of counter. Orders calls and displays; never decides who may.
/// Source: Kulkarni et al., "Logical Physical Clocks" (2014), with a bound on how far a stranger may pull us.
struct HybridTime {
    quint64 value = 0;

    [[nodiscard]] constexpr WallTime wall() const { return fromMsecs(qint64(value >> 16U)); }
    [[nodiscard]] static constexpr HybridTime at(WallTime time)
    {
        return {quint64(std::max<qint64>(toMsecs(time), 0)) << 16U};
    }
    friend constexpr auto operator<=>(const HybridTime &, const HybridTime &) = default;
};

/// Gives every local operation a later time than the one before and than any it has seen,
/// except that a remote clock more than `pullMax` ahead of the wall clock is believed no further than that.
class HybridClock {
public:
    static constexpr std::chrono::seconds pullMax{60};

    explicit HybridClock(const Clock &clock) : m_clock(&clock) {}

    /// Continues after the latest time this device has used.
    void restore(HybridTime latest) { m_latest = std::max(m_latest, latest); }
    [[nodiscard]] HybridTime latest() const { return m_latest; }
    [[nodiscard]] HybridTime next();
    /// Learns from an operation that was received. True if its clock is more than `pullMax` ahead: flag its origin.
    bool observe(HybridTime remote);

private:
    const Clock *m_clock;
    HybridTime m_latest;
};

}  // namespace muster
