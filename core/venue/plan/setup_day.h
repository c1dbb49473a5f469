#pragma once
#include "core/venue/plan/words.h"

#include <QStringList>

#include <optional>
#include <vector>

/// Of the plan, the people and the course of the day: posts, incidents, cues, tasks, materials, alerts, targets.
/// Minutes are after local midnight of the event's day, as in Rule.
namespace muster {

enum class PostKind {
    Post,
    Lead,     ///< The zone's one lead.
    Deputy,   ///< Leads while the lead is away.
    Floater,  ///< The emergency reserve: stands by, and is sent.
};

/// A place where somebody must stand.
struct PostPlan {
    QString code;
    Words name;
    QString zone;
    PostKind kind = PostKind::Post;
    QStringList roles;              ///< Of staff who may stand there; empty: anybody's.
    int minimum = 1;                ///< Fewer is a gap.
    std::optional<int> fromMinute;  ///< From when to when it must be staffed; unset: while the event is on.
    std::optional<int> untilMinute;
    int standMinutes = 120;  ///< Nobody stands longer without a break or relief.
    QStringList ticks;       ///< What must be ticked before somebody counts: uniform, badge, briefing, radio.
    Words duty;
    QString channel;      ///< Of the radio.
    Words spot;           ///< Where on the floor.
    bool isExit = false;  ///< Whoever leaves passes it: it looks out for who is missing.
    friend bool operator==(const PostPlan &, const PostPlan &) = default;
};

enum class ShiftKind { Work, Break, Meal };

/// Who is to stand where, and who eats when.
struct Shift {
    QString code;
    QString staff;
    QString post;  ///< Of work; or empty.
    ShiftKind kind = ShiftKind::Work;
    int fromMinute = 0;
    int untilMinute = 0;
    friend bool operator==(const Shift &, const Shift &) = default;
};

/// A radio, a set of keys, a vest: lent to staff by its tag, and to be back at sign-out.
struct GearPlan {
    QString code;  ///< The tag it bears.
    Words name;
    QString kind;  ///< radio, key, …
    friend bool operator==(const GearPlan &, const GearPlan &) = default;
};

/// Where people gather when the hall is evacuated.
struct AssemblyPoint {
    QString code;
    Words name;
    QStringList zones;  ///< Whose people go there; empty: everybody.
    friend bool operator==(const AssemblyPoint &, const AssemblyPoint &) = default;
};

/// A line of a checklist: of a kind of incident.
struct ChecklistItem {
    QString code;
    Words text;
    friend bool operator==(const ChecklistItem &, const ChecklistItem &) = default;
};

/// A kind of incident with its contingency plan, written before the day.
struct IncidentType {
    QString code;
    Words name;
    Words guide;  ///< What to do, in a sentence or three.
    std::vector<ChecklistItem> checklist;
    bool isUrgent = false;      ///< What it is logged as, unless whoever logs it says otherwise.
    bool isRestricted = false;  ///< Welfare, medical, complaints: only who may read it holds its words.
    bool isWatch = false;       ///< Every exit acknowledges that it looks out (a missing person).
    bool isProperty = false;    ///< Ends with a signed return (lost property).
    QStringList roles;          ///< Of staff who are called.
    int answerMinutes = 5;      ///< Longer untouched is an alert.
    friend bool operator==(const IncidentType &, const IncidentType &) = default;
};

/// What happens to what is linked behind a cue that takes longer than planned.
enum class Overrun {
    Shift,  ///< It starts later.
    Hold,   ///< It keeps its time: the cue is to be cut short.
};

/// A line of the run of show.
struct Cue {
    QString code;
    Words name;
    std::optional<int> minute;  ///< When it is to start; unset: as `after` says.
    int minutes = 0;            ///< How long it takes.
    QString after;              ///< Code of the cue at whose end it starts; or empty.
    Overrun overrun = Overrun::Shift;
    QString owner;  ///< Staff code.
    QString zone;
    bool isDoors = false;  ///< Doors open with it: the countdown is to it.
    QStringList needs;     ///< posts, materials, incidents, or codes of tasks and cues that must be done.
    friend bool operator==(const Cue &, const Cue &) = default;
};

enum class Phase { Prepare, Open, Live, Close };

enum class TaskKind {
    Task,
    Milestone,  ///< Of the weeks before: D-20 …
    Round,      ///< Comes again and again, proved by scanning the zone's code.
};

/// What one person has to see to, and by when.
struct TaskPlan {
    QString code;
    Words name;
    TaskKind kind = TaskKind::Task;
    QString owner;  ///< Staff code.
    QString zone;
    Phase phase = Phase::Prepare;
    int day = 0;  ///< Days from the event's day: -20 is D-20.
    std::optional<int> dueMinute;
    int everyMinutes = 0;            ///< Of a round.
    std::optional<int> untilMinute;  ///< Of a round: the last one is due by then.
    bool isEvidenceNeeded = false;   ///< Done only with a word on what shows it.
    friend bool operator==(const TaskPlan &, const TaskPlan &) = default;
};

/// Things that go out by category and come back, or are counted by their serial numbers.
struct Material {
    QString code;
    Words name;
    QString category;  ///< documents, print, reception, signage, decoration, stage, gifts, catering, equipment.
    int planned = 0;
    QString zone;
    QString owner;                  ///< Staff code.
    bool isConsumed = false;        ///< Not expected back.
    bool isNeeded = false;          ///< Fewer on site than planned blocks "ready".
    QString serialPrefix;           ///< Of numbered documents, with
    std::optional<int> serialFrom;  ///< the first
    std::optional<int> serialTo;    ///< and the last number.
    int serialDigits = 0;

    [[nodiscard]] bool isNumbered() const { return serialFrom && serialTo; }
    friend bool operator==(const Material &, const Material &) = default;
};

/// How one kind of alert behaves. What the plan does not say stays as Muster does it.
struct AlertRule {
    QString code;                        ///< AlertView::kind: post_gap, relief_overdue, zone_soft …
    std::optional<int> weight;           ///< Higher comes first; 0: not raised.
    std::optional<int> afterSeconds;     ///< How long it must be so before it is raised.
    std::optional<int> escalateSeconds;  ///< How long it may stay unanswered.
    QStringList roles;                   ///< Of staff on duty whom it calls first,
    QStringList escalateRoles;           ///< and whom afterwards.
    std::optional<int> recheckMinutes;   ///< Proposed to who acknowledges it.
    friend bool operator==(const AlertRule &, const AlertRule &) = default;
};

/// What was to be reached, signed beforehand.
struct Target {
    QString code;  ///< The figure of the evaluation, e.g. "signed_in".
    qint64 value = 0;
    Words basis;
    friend bool operator==(const Target &, const Target &) = default;
};

}  // namespace muster
