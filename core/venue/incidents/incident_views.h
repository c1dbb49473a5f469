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
    QString summary;  ///< Its first words; empty where they may not be read.
    WallTime since{};
    WallTime touchedAt{};
    bool isUntouched = false;  ///< For longer than its type allows.
    std::vector<AssigneeView> assignees;
    std::vector<ChecklistLineView> checklist;
    std::vector<IncidentEntryView> entries;  ///< Only of one that was asked for; the oldest first.
    QStringList related;
    QString duplicateOf;    ///< Its number; empty: of none.
    QStringList maybeSame;  ///< Open ones of the same zone and type in the last minutes.
    std::vector<PictureView> pictures;
    QStringList watching;     ///< Exits that look out,
    QStringList notWatching;  ///< and those that have not said so.
};

}  // namespace muster
