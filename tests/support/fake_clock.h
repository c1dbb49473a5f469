#pragma once
#include "core/base/clock.h"

namespace muster::test {

/// A clock that moves only when told to.
class FakeClock final : public Clock {
public:
    [[nodiscard]] Instant monotonic() const override { return m_monotonic; }
    [[nodiscard]] WallTime wall() const override { return m_wall; }
    void advance(std::chrono::milliseconds by)
    {
        m_monotonic += by;
        m_wall += by;
    }
    void stepWall(std::chrono::milliseconds by) { m_wall += by; }

private:
    Instant m_monotonic{std::chrono::hours(1)};
    WallTime m_wall{std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + std::chrono::hours(1)};
};

}  // namespace muster::test
