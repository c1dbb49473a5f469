#include "core/venue/act.h"

#include <algorithm>

namespace muster {
namespace {

void shorten(QString &text) { text = text.left(reasonLengthMax); }

struct Bound {
    void operator()(SignIn &act) const
    {
        shorten(act.zone);
        if (act.companions) {
            act.companions = std::clamp(*act.companions, 0, companionCountMax);
        }
        said(act);
    }
    void operator()(WalkIn &act) const
    {
        act.companions = std::clamp(act.companions, 0, companionCountMax);
        for (auto *text : {&act.zone, &act.guest.classCode, &act.guest.host, &act.guest.language}) {
            shorten(*text);
        }
    }
    template<class Act>
    void operator()(Act &act) const
    {
        said(act);
    }

    /// What any act may hold: words, and the time when it happened.
    template<class Act>
    static void said(Act &act)
    {
        if constexpr (requires { act.reason; }) {
            shorten(act.reason);
        }
        if constexpr (requires { act.overrideReason; }) {
            shorten(act.overrideReason);
        }
        if constexpr (requires { act.text; }) {
            shorten(act.text);
        }
        if constexpr (requires { act.note; }) {
            shorten(act.note);
        }
        if constexpr (requires { act.happenedAt; }) {
            if (act.happenedAt) {
                act.happenedAt = std::clamp(*act.happenedAt, WallTime{}, fromMsecs(happenedMaxS * 1'000));
            }
        }
    }
};

}  // namespace

Command::Command() = default;
Command::Command(const Command &) = default;
Command::Command(Command &&) noexcept = default;
Command &Command::operator=(const Command &) = default;
Command &Command::operator=(Command &&) noexcept = default;
Command::~Command() = default;

void bound(Command &command) { std::visit(Bound{}, command); }

QString toString(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Admitted: return QStringLiteral("admitted");
    case Outcome::CheckedOut: return QStringLiteral("checked_out");
    case Outcome::AlreadyIn: return QStringLiteral("already_in");
    case Outcome::NotInside: return QStringLiteral("not_inside");
    case Outcome::Unknown: return QStringLiteral("unknown");
    case Outcome::Forged: return QStringLiteral("forged");
    case Outcome::WrongEvent: return QStringLiteral("wrong_event");
    case Outcome::WrongTime: return QStringLiteral("wrong_time");
    case Outcome::WrongGate: return QStringLiteral("wrong_gate");
    case Outcome::Blocked: return QStringLiteral("blocked");
    case Outcome::Cancelled: return QStringLiteral("cancelled");
    case Outcome::NotPaid: return QStringLiteral("not_paid");
    case Outcome::NotApproved: return QStringLiteral("not_approved");
    case Outcome::Revoked: return QStringLiteral("revoked");
    case Outcome::NeedsAnswers: return QStringLiteral("needs_answers");
    case Outcome::Ambiguous: return QStringLiteral("ambiguous");
    case Outcome::RuleRefused: return QStringLiteral("rule_refused");
    case Outcome::ZoneFull: return QStringLiteral("zone_full");
    case Outcome::Malformed: return QStringLiteral("malformed");
    case Outcome::Done: return QStringLiteral("done");
    case Outcome::DuplicateHint: return QStringLiteral("duplicate_hint");
    case Outcome::NotAllowed: return QStringLiteral("not_allowed");
    case Outcome::NotFound: return QStringLiteral("not_found");
    case Outcome::NotNow: return QStringLiteral("not_now");
    case Outcome::NothingWaiting: return QStringLiteral("nothing_waiting");
    case Outcome::NothingOnDeck: return QStringLiteral("nothing_on_deck");
    case Outcome::Granted: return QStringLiteral("granted");
    case Outcome::Refused: return QStringLiteral("refused");
    case Outcome::Failed: return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

bool isForProblemDesk(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Unknown:
    case Outcome::Forged:
    case Outcome::WrongEvent:
    case Outcome::Blocked:
    case Outcome::Cancelled:
    case Outcome::NotPaid:
    case Outcome::NotApproved:
    case Outcome::Revoked:
    case Outcome::Ambiguous: return true;
    default: return false;
    }
}

}  // namespace muster
