#pragma once
#include "core/venue/act.h"

#include <QObject>
#include <qqmlintegration.h>

/// The four meanings of every screen; each has one colour, sign and sound, and never stands alone.
namespace muster::Meaning {
Q_NAMESPACE
QML_ELEMENT

enum Value { Neutral, ComeIn, LookAgain, Stop, Information };
Q_ENUM_NS(Value)

/// What @p outcome means to the person who stands there.
[[nodiscard]] Value of(Outcome outcome);

}  // namespace muster::Meaning

/// muster::Outcome for QML, value by value.
namespace muster::Verdict {
Q_NAMESPACE
QML_ELEMENT

enum Value {
    Admitted,
    CheckedOut,
    AlreadyIn,
    NotInside,
    Unknown,
    Forged,
    WrongEvent,
    WrongTime,
    WrongGate,
    Blocked,
    Cancelled,
    NotPaid,
    NotApproved,
    Revoked,
    NeedsAnswers,
    Ambiguous,
    RuleRefused,
    ZoneFull,
    Malformed,
    Done,
    DuplicateHint,
    NotAllowed,
    NotFound,
    NotNow,
    NothingWaiting,
    NothingOnDeck,
    Granted,
    Refused,
    Failed
};
Q_ENUM_NS(Value)

static_assert(int(Failed) == int(Outcome::Failed) && int(Malformed) == int(Outcome::Malformed) &&
              int(NeedsAnswers) == int(Outcome::NeedsAnswers) && int(Unknown) == int(Outcome::Unknown));

}  // namespace muster::Verdict
