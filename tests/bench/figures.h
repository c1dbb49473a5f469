#pragma once
#include "core/base/result.h"

#include <QJsonObject>

#include <chrono>
#include <optional>
#include <vector>

namespace muster::bench {

/// How much is measured: everything, or just enough to see that the programs run.
struct Scale {
    bool isQuick = false;
    [[nodiscard]] int of(int full, int quick) const { return isQuick ? quick : full; }
};

/// Times of one thing done many times, in milliseconds.
class Times {
public:
    template<class Work>
    void measure(Work &&work)
    {
        const auto begun = std::chrono::steady_clock::now();
        work();
        add(std::chrono::steady_clock::now() - begun);
    }
    void add(std::chrono::duration<double, std::milli> took) { m_msecs.push_back(took.count()); }
    [[nodiscard]] double median() const { return at(0.5); }
    [[nodiscard]] double p99() const { return at(0.99); }
    [[nodiscard]] double worst() const { return at(1); }
    [[nodiscard]] double total() const;
    [[nodiscard]] std::size_t count() const { return m_msecs.size(); }
    /// {"n", "p50_ms", "p99_ms", "max_ms"}
    [[nodiscard]] QJsonObject toJson() const;

private:
    [[nodiscard]] double at(double share) const;
    std::vector<double> m_msecs;
};

/// One figure of the design's section 11.
struct Line {
    enum class Bound {
        AtMost,
        AtLeast,
        Reported,  ///< Nothing is promised of it.
    };

    QString bench;
    double figure = 0;
    QString unit;  ///< Of figure and limit.
    Bound bound = Bound::AtMost;
    double limit = 0;
    std::optional<double> ratio;  ///< Of the figure to the probe's, measured in turns with it.
    QJsonObject more;             ///< Where the time went, and what else a reader wants to know.

    [[nodiscard]] bool holds() const;
    [[nodiscard]] QJsonObject toJson() const;
};

/// The value, or the end of the program with the error's words: a benchmark that cannot run has nothing to say.
template<class T>
T must(Result<T> result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().detail));
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// This thread's time on the processor: other programs do not count.
[[nodiscard]] double cpuSeconds();
[[nodiscard]] double rounded(double value);

}  // namespace muster::bench
