#pragma once
#include "core/venue/day/views.h"
#include "core/venue/desk.h"

/// Guests who are sent on to the problem desk: who, why, from where, and what became of them. A referral is open until
/// the guest signs in or staff settle it. It decides nothing, so it works cut off and commutes.
namespace muster::referrals {

struct Referral {
    OperationHash operation;
    std::optional<GuestId> guest;
    QString codeEnd;  ///< The last characters of a code that named nobody.
    QString reason;
    QString note;
    QString station;
    QString actor;
    HybridTime time;
};

inline constexpr int openMax = 100;  ///< Open ones that are shown, the oldest first.

[[nodiscard]] QString referredKind();
[[nodiscard]] QString settledKind();
[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

/// Answers with the place to go to. Whoever is on the way already is not sent twice.
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Refer &command);
void recall(Desk &desk, const Refer &command, Answer &answer);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Settle &command);

/// Of the current day, the oldest first.
[[nodiscard]] std::vector<Referral> open(State &state, int countMax = openMax);
[[nodiscard]] std::vector<ReferralView> viewsOf(State &state, const EventSetup &setup);
/// Adds to @p list those whom nobody has seen to for five minutes.
void addAlerts(State &state, const EventSetup &setup, WallTime now, std::vector<AlertView> &list);
/// What sent a guest to ring or to the problem desk, for who sees to it.
[[nodiscard]] Words wordsOf(const QString &reason);

}  // namespace muster::referrals
