#pragma once
#include "core/venue/day/views.h"
#include "core/venue/desk.h"

/// The run of show: what happened of it so far, and so what is to be expected.
///
/// Only what people said is kept: a register of each cue's state and one of how far it was moved, both by version. The
/// rest (when what is still to come will start, what is late, how long it is to the doors) follows from these facts,
/// the plan and the time of asking, the same on every device and after every restart. It asks nobody: it works cut off.
namespace muster::cues {

/// What was said of a cue last. A cue that nobody touched waits.
struct Now {
    CueState state = CueState::Waiting;
    std::optional<WallTime> startedAt;
    std::optional<WallTime> endedAt;
    QString overrideReason;
    int shiftMinutes = 0;  ///< All in all, later than planned.
    qint64 version = 0;    ///< Of the state,
    qint64 shiftVersion = 0;
};
using Course = std::map<QString, Now>;  ///< By cue.

inline constexpr qsizetype codeLengthMax = 64;
inline constexpr int shiftMinutesMax = 48 * 60;
inline constexpr int unmetMax = 50;  ///< Kept with a start that went over them.

/// The table of states; Shift changes none.
[[nodiscard]] bool isLegal(CueState state, Step step);
/// @p isMomentary: it takes no time, and is over as it starts.
[[nodiscard]] CueState stateAfter(CueState state, Step step, bool isMomentary);
[[nodiscard]] QString toString(CueState state);

[[nodiscard]] QString steppedKind();
[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

/// A start whose needs are not met is refused with their list in `subjects` ("task:weather"), unless a reason is given.
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Advance &command);

/// Of the current day.
[[nodiscard]] Course course(State &state);
/// As they are expected to follow, with what still stands in their way.
[[nodiscard]] std::vector<CueView> viewsOf(State &state, const EventSetup &setup, WallTime now);
/// Seconds until the doors are expected to open; after they did, negative: since when. Nothing if no cue opens them, or
/// nobody knows when.
[[nodiscard]] std::optional<qint64> secondsToDoors(const std::vector<CueView> &cues, WallTime now);

}  // namespace muster::cues
