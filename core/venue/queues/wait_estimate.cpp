#include "core/venue/queues/wait_estimate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace muster::wait_estimate {

double serviceSeconds(int expectedSeconds, std::span<const qint64> last)
{
    const auto learned = last.first(std::min<std::size_t>(last.size(), learnedMax));
    const auto sum = std::accumulate(learned.begin(), learned.end(), double(expectedSeconds) * planWeight);
    return sum / double(learned.size() + planWeight);
}

int waitSeconds(int ahead, double serviceSeconds, int openCounters)
{
    return int(std::lround(std::max(ahead, 0) * serviceSeconds / std::max(openCounters, 1)));
}

}  // namespace muster::wait_estimate
