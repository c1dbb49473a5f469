#pragma once
#include "core/venue/cues/tasks.h"

#include <set>

namespace muster::tasks {

/// What a round asks for: again and again, from a first time on, every so many minutes.
///
/// A proof counts for the round whose time is nearest, so one may go a little early or late. After half the interval a
/// round without proof is missed; it stays overdue until the next is due, or was done early.
struct Rounds {
    WallTime first{};
    std::chrono::milliseconds every{};
    int count = 0;

    [[nodiscard]] WallTime timeOf(int index) const { return first + every * index; }
    /// Proofs count from here on,
    [[nodiscard]] WallTime begin() const { return first - every / 2; }
    /// until here.
    [[nodiscard]] WallTime end() const { return begin() + every * count; }
    /// The last one that is due by @p now; -1: none yet.
    [[nodiscard]] int dueBy(WallTime now) const;
    /// How many can get no proof any more.
    [[nodiscard]] int closedBy(WallTime now) const;
};

inline constexpr int roundsMax = 3'000;  ///< Of one task.

/// Nothing if @p task is no round, or the plan does not say when it is.
[[nodiscard]] std::optional<Rounds> roundsOf(const TaskPlan &task, const EventTime &time);

/// How it stands with the rounds of a task.
struct RoundCount {
    int done = 0;
    int missed = 0;
    std::optional<WallTime> due;     ///< The next that nobody did, or the one that is overdue.
    std::optional<WallTime> lastAt;  ///< Of the last proof.
    bool isOverdue = false;          ///< `due` has passed.
    bool isOver = false;             ///< No more are to come.
};
[[nodiscard]] RoundCount countOf(const Rounds &rounds, const std::set<int> &done, WallTime now);
[[nodiscard]] RoundCount countOf(State &state, const QString &task, const Rounds &rounds, WallTime now);

}  // namespace muster::tasks
