#pragma once
#include "core/venue/day/views.h"
#include "core/venue/desk.h"
#include "core/venue/plan/event_time.h"

/// Who sees to what by when, the rounds, and the phases of the day.
///
/// A task has one owner and one state, registers by version. A round has no state but proofs: scans of the code that
/// hangs in its zone, a set; what is done, missed or overdue follows from them and the time. Nobody is asked: all of it
/// works cut off.
namespace muster::tasks {

inline constexpr int shownMax = 300;    ///< Of a look at the day.
inline constexpr int addedMax = 1'000;  ///< Tasks that came up on the day and are read.
inline constexpr qsizetype codeLengthMax = 64;
inline constexpr qsizetype nameLengthMax = 200;
inline constexpr qsizetype evidenceLengthMax = 400;
inline constexpr int dueMinuteMax = 14 * 24 * 60;
inline constexpr int unmetMax = 50;                   ///< Kept with a phase that began in spite of them.
inline constexpr std::chrono::minutes roundGrace{5};  ///< A round is overdue after that.

/// The table of states. Of a round only Done (one more proof), Skip (nobody goes any more) and Reopen are legal.
[[nodiscard]] bool isLegal(TaskKind kind, TaskState state, Step step);
[[nodiscard]] TaskState stateAfter(Step step);
[[nodiscard]] QString toString(TaskState state);
[[nodiscard]] QString toString(TaskKind kind);
[[nodiscard]] QString toString(Phase phase);

[[nodiscard]] QString steppedKind();
[[nodiscard]] QString roundKind();
[[nodiscard]] QString addedKind();
[[nodiscard]] QString assignedKind();
[[nodiscard]] QString phaseKind();
[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

/// A round's Done names the zone whose code was scanned; another zone's is refused.
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Advance &command);
/// `subjects` of the answer: the code of the new task.
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Add &command);
void recall(Desk &desk, const Add &command, Answer &answer);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Assign &command);
/// Going on is refused while the list of a phase that ends is not done; `subjects` names it.
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const SetPhase &command);

/// What hangs in a zone of an event as a QR code, and proves that somebody was there: "muster-zone:A.5f3a9c1e". Its end
/// is the start of a hash of both, so that nobody can say it who has not been there.
[[nodiscard]] QByteArray codeSheetOf(const EventId &event, const QString &zone);
/// The zone of the plan whose code was scanned; nothing if it is none's.
[[nodiscard]] std::optional<QString> zoneOf(const EventId &event, const EventSetup &setup, const QByteArray &scanned);

/// What was said of a task last.
struct Now {
    TaskState state = TaskState::Waiting;
    QString evidence;
    QString reason;
    QString actor;
    std::optional<WallTime> at;  ///< When it came to this state.
    qint64 version = 0;
};

/// Milestones lie before the day: a rehearsal's reset leaves what was done of them. Everything else begins anew.
[[nodiscard]] bool isLasting(const TaskPlan &task);
/// The plan's, then those that came up on the day, with the owners that they have now.
[[nodiscard]] std::vector<TaskPlan> all(State &state, const EventSetup &setup);
[[nodiscard]] std::optional<TaskPlan> find(State &state, const EventSetup &setup, const QString &code);
/// What a task that came up on the day is called by.
[[nodiscard]] QString codeOf(const OperationHash &added);
[[nodiscard]] Now nowOf(State &state, const TaskPlan &task);
[[nodiscard]] qint64 ownerVersion(State &state, const TaskPlan &task);
[[nodiscard]] std::map<QString, Now> everyNow(State &state, const std::vector<TaskPlan> &tasks);

/// Not done first, by when they are due; at most @p countMax.
[[nodiscard]] std::vector<TaskView> viewsOf(State &state, const EventSetup &setup, WallTime now,
                                            int countMax = shownMax);
/// It still stands in the way of what needs it: of a round, while one is overdue.
[[nodiscard]] bool isOpen(const TaskView &task);
[[nodiscard]] UnmetView unmetOf(const TaskView &task);

/// The phase of the day, and since when.
struct PhaseNow {
    Phase phase = Phase::Prepare;
    std::optional<HybridTime> since;
    qint64 version = 0;
};
[[nodiscard]] PhaseNow phaseNow(State &state);
/// What stands between @p phase and the one after it.
[[nodiscard]] std::vector<UnmetView> unmetOf(State &state, const EventSetup &setup, WallTime now, Phase phase);
[[nodiscard]] PhaseView phaseOf(State &state, const EventSetup &setup, WallTime now);

}  // namespace muster::tasks
