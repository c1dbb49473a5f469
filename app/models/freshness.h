#pragma once
#include "core/venue/day/views.h"

namespace muster {

/// How old what hangs on a wall is: a board that was told nothing for a while is still to be read, and not to be
/// trusted.
class Freshness {
public:
    static constexpr std::chrono::seconds staleMin{10};

    void adopt(const DayView &day)
    {
        m_isKnown = day.isKnown && day.asOf != WallTime{};
        m_since = day.knownSince ? std::optional(std::min(*day.knownSince, day.asOf)) : std::nullopt;
    }
    /// This device has held the day at least once.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    /// Of when the figures are; nothing: nobody knows.
    [[nodiscard]] std::optional<WallTime> since() const { return m_isKnown ? m_since : std::nullopt; }
    [[nodiscard]] bool isStale(WallTime now) const { return !since() || now - *since() >= staleMin; }

private:
    bool m_isKnown = false;
    std::optional<WallTime> m_since;
};

}  // namespace muster
