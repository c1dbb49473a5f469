#pragma once
#include <span>

#include <QtGlobal>

/// How long guests wait: from what the plan expects of a service, and from how long the last guests really took.
namespace muster::wait_estimate {

inline constexpr int learnedMax = 20;  ///< Guests that were served last,
inline constexpr int planWeight = 5;   ///< against the plan's expectation, which counts as so many.

/// One guest's time at a counter; @p last: seconds of those who were served last.
[[nodiscard]] double serviceSeconds(int expectedSeconds, std::span<const qint64> last);
/// Until a guest with @p ahead tickets before them is called.
[[nodiscard]] int waitSeconds(int ahead, double serviceSeconds, int openCounters);

}  // namespace muster::wait_estimate
