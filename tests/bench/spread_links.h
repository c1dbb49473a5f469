#pragma once
#include "tests/bench/hall.h"

#include <atomic>

namespace muster::bench {

/// Links to the hub as of devices that check and store nothing: they say hello, acknowledge and answer pings. All of
/// them on one thread of their own.
class BareLinks {
public:
    /// Devices @p first … @p first + @p count - 1 of @p hall; they claim to hold what @p known says.
    BareLinks(const Hall &hall, int first, int count, const VersionVector &known);
    ~BareLinks();
    BareLinks(const BareLinks &) = delete;
    BareLinks &operator=(const BareLinks &) = delete;

    [[nodiscard]] int linkedCount() const { return m_linkedCount; }
    [[nodiscard]] qint64 operationCount() const { return m_operationCount; }

private:
    QThread m_thread;
    QObject *m_home = nullptr;  ///< On the thread; parent of all links.
    std::atomic<int> m_linkedCount = 0;
    std::atomic<qint64> m_operationCount = 0;
};

}  // namespace muster::bench
