#include "tests/bench/figures.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <numeric>

namespace muster::bench {

double Times::total() const { return std::accumulate(m_msecs.begin(), m_msecs.end(), 0.0); }

double Times::at(double share) const
{
    if (m_msecs.empty()) {
        return 0;
    }
    auto sorted = m_msecs;
    std::ranges::sort(sorted);
    return sorted[std::size_t(share * double(sorted.size() - 1))];
}

QJsonObject Times::toJson() const
{
    return {{QStringLiteral("n"), qint64(count())},
            {QStringLiteral("p50_ms"), rounded(median())},
            {QStringLiteral("p99_ms"), rounded(p99())},
            {QStringLiteral("max_ms"), rounded(worst())}};
}

bool Line::holds() const
{
    switch (bound) {
    case Bound::AtMost: return figure <= limit;
    case Bound::AtLeast: return figure >= limit;
    case Bound::Reported: return true;
    }
    Q_UNREACHABLE();
}

QJsonObject Line::toJson() const
{
    const bool isPromise = bound != Bound::Reported;
    return {{QStringLiteral("bench"), bench},
            {QStringLiteral("figure"), rounded(figure)},
            {QStringLiteral("unit"), unit},
            {QStringLiteral("bound"), bound == Bound::AtLeast ? QStringLiteral("at least")
                                      : isPromise             ? QStringLiteral("at most")
                                                              : QStringLiteral("reported")},
            {QStringLiteral("limit"), isPromise ? QJsonValue(rounded(limit)) : QJsonValue()},
            {QStringLiteral("ratio"), ratio ? QJsonValue(rounded(*ratio)) : QJsonValue()},
            {QStringLiteral("holds"), isPromise ? QJsonValue(holds()) : QJsonValue()},
            {QStringLiteral("more"), more}};
}

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

double rounded(double value) { return std::round(value * 1'000) / 1'000; }

}  // namespace muster::bench
