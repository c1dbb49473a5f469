#pragma once
#include "core/base/clock.h"
#include "core/base/ids.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

/// What went wrong, and what was done about it. Entries are only ever added. Incidents are named by their number.
namespace muster::incidents {

struct Open {
    QString zone;
    QStringList types;
    std::optional<bool> isUrgent{};  ///< Unset: as the type says.
    bool isRestricted = false;       ///< Or as the type says.
    QString text;
    std::optional<WallTime> happenedAt{};
    QString lookOut{};  ///< Of who is missing, open to every exit also where the rest is restricted: no names.
};

/// One more entry.
struct Note {
    QString incident;
    QString text;
    std::optional<OperationHash> corrects{};  ///< The entry that it is to be read instead of.
    std::optional<WallTime> happenedAt{};
};

/// An entry was wrong: it stays, struck through, with who and why.
struct Strike {
    OperationHash entry;
    QString reason;
};

enum class State { Open, InHand, OnHold, Closed };

/// What is unset stays.
struct Change {
    QString incident;
    std::optional<State> state{};
    std::optional<bool> isUrgent{};
    std::optional<QStringList> types{};
    QString zone;
    QString reason;
    std::optional<QString> lookOut{};      ///< What exits look out for from now on; they are asked anew.
    std::optional<WallTime> happenedAt{};  ///< When it came about, as it is known now.
};

enum class AssigneeState { Assigned, OnTheWay, OnScene, Done, Released };

struct Assign {
    QString incident;
    QString staff;
    QString role;  ///< In words: leads, first aid, witness …
    AssigneeState state = AssigneeState::Assigned;
};

enum class LinkKind { Related, DuplicateOf };

struct Link {
    QString incident;
    QString other;
    LinkKind kind = LinkKind::Related;
    bool isOn = true;
};

/// An item of the checklist of one of its types.
struct Check {
    QString incident;
    QString item;
    bool isDone = true;
};

/// A photograph: its bytes are stored apart, by what they hash to, and travel after everything else.
struct Attach {
    QString incident;
    QByteArray content;  ///< The picture itself, at most pictureBytesMax.
    QString name;
};

/// An exit looks out for who or what is missing.
struct AcknowledgeWatch {
    QString incident;
    QString post;  ///< Code of the exit; empty: the one where this device is.
};

/// Lost property, or a child, is given back.
struct GiveBack {
    QString incident;
    QString to;         ///< Name of who took it, sealed like all of a restricted incident,
    QString proof;      ///< what they showed,
    QString signature;  ///< and what they signed as.
};

}  // namespace muster::incidents
