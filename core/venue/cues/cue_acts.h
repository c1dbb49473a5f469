#pragma once
#include "core/base/clock.h"
#include "core/venue/plan/setup_day.h"

#include <QByteArray>

/// The run of show.
namespace muster::cues {

enum class Step {
    Go,     ///< Starts now.
    Hold,   ///< Waits: whatever hangs on it waits too.
    Done,   ///< Is over.
    Skip,   ///< Does not happen.
    Reset,  ///< As if it had not begun: a slip.
    Shift,  ///< Is to start `minutes` later (or earlier) than expected so far.
};

struct Advance {
    QString cue;
    Step step = Step::Go;
    int minutes = 0;
    QString overrideReason;  ///< Goes although something that it needs is not there.
    std::optional<WallTime> happenedAt{};
};

}  // namespace muster::cues

/// Who sees to what, by when; and the phases of the day.
namespace muster::tasks {

enum class Step { Start, Done, Reopen, Skip };

struct Advance {
    QString task;
    Step step = Step::Done;
    QString evidence;      ///< A word on what shows it.
    QByteArray scanned{};  ///< Of a round: the code that hangs in the zone.
    QString overrideReason;
    std::optional<WallTime> happenedAt{};
};

/// A task that came up on the day.
struct Add {
    QString name;
    QString owner;
    QString zone;
    std::optional<int> dueMinute{};
};

/// Another owner.
struct Assign {
    QString task;
    QString owner;
};

struct SetPhase {
    Phase phase = Phase::Prepare;
    QString overrideReason;  ///< Although its list is not done.
};

}  // namespace muster::tasks
