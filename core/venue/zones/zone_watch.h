#pragma once
#include "core/base/clock.h"

#include <deque>
#include <optional>

namespace muster {

/// Watches the headcount of one zone: says when it is too full, and when it will be.
///
/// Why it exists: a figure that hovers around its limit must call people once, not at every step through the door.
///
/// Guarantees
///  - **Raised at the limit**, of each level apart: soft, and firm, which is heavier.
///  - **Cleared** only after `calmAfter` below `calmPercent` of the limit, without a break.
///  - **Not again** within `coolDown` of clearing, at the same level.
///
/// Limits: samples of `flowOver`, one in `sampleEvery` at most.
class ZoneWatch {
public:
    static constexpr std::chrono::seconds calmAfter{30};
    static constexpr int calmPercent = 95;
    static constexpr std::chrono::seconds coolDown{60};
    static constexpr std::chrono::minutes flowOver{10};  ///< A forecast looks back so far,
    static constexpr std::chrono::minutes flowLeast{2};  ///< and says nothing of less than this.
    static constexpr std::chrono::seconds sampleEvery{5};
    static constexpr std::chrono::hours forecastMax{12};

    enum class Level { Calm, Soft, Firm };

    struct Reading {
        int persons = 0;
        qint64 flowed = 0;  ///< In and out so far; a recount moves the headcount, and nobody through the door.
        std::optional<int> soft;
        std::optional<int> firm;
    };

    void feed(Instant now, const Reading &reading);

    /// The heaviest alarm that is raised,
    [[nodiscard]] Level level() const;
    /// and since when; Calm: unset.
    [[nodiscard]] std::optional<Instant> since() const;
    /// How long until the firm limit (else the soft one) is reached, as people have flowed lately; 0: it is. Unset
    /// where nobody can say: no limit, no flow inwards, or watched too briefly.
    [[nodiscard]] std::optional<std::chrono::seconds> timeToFull() const;

private:
    struct Alarm {
        bool isRaised = false;
        Instant raisedAt{};
        std::optional<Instant> calmSince;
        std::optional<Instant> clearedAt;

        void feed(Instant now, int persons, std::optional<int> limit);
    };
    struct Sample {
        Instant at;
        qint64 flowed = 0;
    };

    Alarm m_soft;
    Alarm m_firm;
    std::deque<Sample> m_samples;
    Sample m_latest;
    Reading m_reading;
};

}  // namespace muster
