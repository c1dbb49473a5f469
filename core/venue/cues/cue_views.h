#pragma once
#include "core/base/clock.h"
#include "core/venue/plan/setup_day.h"

#include <vector>

namespace muster {

enum class CueState { Waiting, Held, Running, Done, Skipped };

/// Something that a cue or a phase needs and that is not so.
struct UnmetView {
    QString kind;  ///< post, material, incident, task, cue, document
    QString code;
    Words text;
};

struct CueView {
    QString code;
    Words name;
    QString zone;
    QString owner;  ///< Staff name.
    CueState state = CueState::Waiting;
    std::optional<WallTime> planned;
    std::optional<WallTime> expected;
    std::optional<WallTime> startedAt;
    std::optional<WallTime> endedAt;
    int minutes = 0;
    std::optional<int> offsetSeconds;  ///< Expected or actual, less planned: positive is late.
    bool isOverrun = false;
    bool isDoors = false;
    std::vector<UnmetView> unmet;  ///< Of one that has not started.
    QString overrideReason;
};

enum class TaskState { Waiting, Started, Done, Skipped };

struct TaskView {
    QString code;
    Words name;
    TaskKind kind = TaskKind::Task;
    QString owner;
    QString ownerName;
    QString zone;
    Phase phase = Phase::Prepare;
    TaskState state = TaskState::Waiting;
    std::optional<WallTime> due;  ///< Of a round: when it is next due.
    std::optional<WallTime> doneAt;
    bool isLate = false;
    bool isEvidenceNeeded = false;  ///< Done only with a word on what shows it.
    QString evidence;
    int roundsDone = 0;
    int roundsMissed = 0;
};

struct PhaseView {
    Phase phase = Phase::Prepare;
    std::optional<WallTime> since;
    std::vector<UnmetView> unmet;  ///< What stands between this phase and the next.
};

}  // namespace muster
