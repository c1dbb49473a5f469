#pragma once
#include "core/base/clock.h"

#include <QByteArray>

#include <vector>

namespace muster::scan {

/// Makes one scan of a code that is seen many times.
///
/// Why it exists: a camera reads the same phone thirty times a second, and a wedge scanner fires twice. A code is
/// fresh when repeatAfter has passed since it last counted and it was out of sight for absenceMin: a phone that
/// stays before the camera counts once, a guest who shows it again on purpose is heard.
///
/// Limits: remembers the recentMax codes seen last. Threading: confined to one thread. Does not own the clock.
class RepeatGuard {
public:
    static constexpr std::chrono::milliseconds repeatAfter{3000};
    static constexpr std::chrono::milliseconds absenceMin{1000};
    static constexpr std::size_t recentMax = 16;

    explicit RepeatGuard(const Clock &clock) : m_clock(clock) {}

    /// Notes that @p payload was seen now; true if that is a scan.
    [[nodiscard]] bool isFresh(const QByteArray &payload);

private:
    struct Recent {
        QByteArray payload;
        Instant countedAt;
        Instant seenAt;
    };
    const Clock &m_clock;
    std::vector<Recent> m_recent;
};

}  // namespace muster::scan
