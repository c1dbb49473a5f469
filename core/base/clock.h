#pragma once
#include <QtGlobal>

#include <chrono>

namespace muster {

/// A point on a clock that never jumps; meaningful only inside one process.
using Instant = std::chrono::steady_clock::time_point;
/// A point on the wall clock (UTC, since 1970); may jump, and may be wrong.
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// The only door to time. Nothing below app/ may call a system clock directly.
class Clock {
public:
    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    [[nodiscard]] virtual Instant monotonic() const = 0;
    [[nodiscard]] virtual WallTime wall() const = 0;
};

/// The operating system's clocks.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant monotonic() const override;
    [[nodiscard]] WallTime wall() const override;
};

/// Milliseconds since 1970, as operations and tables store a wall time.
[[nodiscard]] constexpr qint64 toMsecs(WallTime time) { return time.time_since_epoch().count(); }
[[nodiscard]] constexpr WallTime fromMsecs(qint64 msecs) { return WallTime(std::chrono::milliseconds(msecs)); }

}  // namespace muster
