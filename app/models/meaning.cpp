#include "app/models/meaning.h"

namespace muster {

Meaning::Value Meaning::of(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Admitted:
    case Outcome::CheckedOut:
    case Outcome::Granted:
    case Outcome::Done: return ComeIn;
    case Outcome::AlreadyIn:
    case Outcome::NotInside:
    case Outcome::Ambiguous:
    case Outcome::DuplicateHint:
    case Outcome::NotNow: return LookAgain;
    case Outcome::NothingWaiting:
    case Outcome::NothingOnDeck:
    case Outcome::NeedsAnswers: return Information;
    default: return Stop;
    }
}

}  // namespace muster
