#pragma once
#include "core/venue/cues/cues.h"
#include "core/venue/plan/event_time.h"

#include <QHash>

namespace muster::cues {

/// When a cue was to start, and when it will.
struct Timing {
    std::optional<WallTime> planned;
    /// From when on it is late if it did not start: by the plan, by what went before it, and as it was moved.
    std::optional<WallTime> due;
    std::optional<WallTime> expected;  ///< Its start, or when it did start; unset: it is skipped, or nobody knows.
    std::optional<WallTime> end;       ///< What is linked behind it starts then.
    bool isOverrun = false;            ///< It runs, and longer than planned.
};

/// The whole run of show at one moment, from the plan and what people said.
///
/// A cue starts at its own time and not before the one that it is linked to has ended, unless that one is to keep its
/// time (Overrun::Hold) and to be cut short; without a time of its own it starts right then, earlier too. What has not
/// started will not start in the past. A circle of links holds nobody: a link that closes one counts as none.
class Timeline {
public:
    Timeline(const EventSetup &setup, const Course &course, WallTime now);

    /// Of the cue at @p index of the plan's list.
    [[nodiscard]] const Timing &of(std::size_t index) const { return m_timings[index]; }
    [[nodiscard]] const Now &nowOf(std::size_t index) const;

private:
    enum class Mark { New, Open, Known };

    void find(std::size_t index);
    [[nodiscard]] std::optional<std::size_t> before(std::size_t index);
    [[nodiscard]] std::optional<WallTime> plannedOf(std::size_t index, std::optional<std::size_t> before) const;
    [[nodiscard]] std::optional<WallTime> dueOf(std::size_t index, std::optional<std::size_t> before) const;

    const EventSetup &m_setup;
    const Course &m_course;
    WallTime m_now;
    EventTime m_time;
    QHash<QString, std::size_t> m_indexes;
    std::vector<Mark> m_marks;
    std::vector<Timing> m_timings;
};

}  // namespace muster::cues
