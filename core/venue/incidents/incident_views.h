#pragma once
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/venue/incidents/incident_acts.h"
#include "core/venue/plan/words.h"

namespace muster {

struct IncidentEntryView {
    OperationHash operation;
    QString text;  ///< Empty and `isHidden`: this device may not read it.
    bool isHidden = false;
    bool isGenerated = false;  ///< Says what changed: a state, an assignee.
    Words said;                ///< Of a generated one, beside what somebody wrote to it.
    bool isStruck = false;
    QString struckBy;
    QString struckWhy;
    std::optional<OperationHash> corrects;
    QString actor;  ///< Staff name.
    QString station;
    WallTime happenedAt{};
    WallTime enteredAt{};
};

struct AssigneeView {
    QString staff;
    QString name;
    QString role;
    incidents::AssigneeState state = incidents::AssigneeState::Assigned;
    WallTime since{};
    bool isDoubled = false;  ///< On another open incident too.
};

struct ChecklistLineView {
    QString code;
    Words text;
    bool isDone = false;
    QString by;
};

struct PictureView {
    QByteArray blob;  ///< What its bytes hash to.
    QString name;
    qint64 size = 0;
    bool isHere = false;  ///< All of its bytes are.
};

/// A place where people leave, that is to look out for who is missing.
struct ExitView {
    QString code;  ///< Of a post, or of a station.
    Words name;
    QString zone;
    bool isWatching = false;  ///< It has seen what is looked for now:
    QString by;               ///< staff name of who said so,
    WallTime at{};            ///< and when.
};

struct IncidentView {
    OperationHash operation;
    QString number;  ///< Short, unique for ever: "17", or with the device's suffix where it was logged cut off.
    QString zone;
    QStringList types;
    std::vector<Words> typeNames;
    Words guide;
    bool isUrgent = false;
    bool isRestricted = false;
    incidents::State state = incidents::State::Open;
    QString summary;        ///< Its first words; empty where they may not be read.
    WallTime since{};       ///< When it was logged,
    WallTime happenedAt{};  ///< and when it came about.
    WallTime touchedAt{};
    bool isUntouched = false;  ///< For longer than its type allows.
    std::vector<AssigneeView> assignees;
    std::vector<ChecklistLineView> checklist;
    std::vector<IncidentEntryView> entries;  ///< Only of one that was asked for; the oldest first.
    QStringList related;
    QString duplicateOf;    ///< Its number; empty: of none.
    QStringList maybeSame;  ///< Open ones of the same zone and type in the last minutes.
    std::vector<PictureView> pictures;
    QString lookOut;              ///< What exits look out for: may be read everywhere, and names nobody.
    std::vector<ExitView> exits;  ///< Of a watch: every exit, as the plan has them.

    [[nodiscard]] bool isWatch() const { return !exits.empty(); }
    /// Codes of the exits that look out, or of those that have not said so.
    [[nodiscard]] QStringList exitsThat(bool areWatching) const;
};

}  // namespace muster
