#pragma once
#include "core/venue/scarce/scarce.h"

/// Units for sale: one unit, one household.
///
/// A unit is a right ("unit/<code>"): who has it may hold, subscribe and release it, linked or cut off. It lies with
/// the hub, or from the start with the desk that the plan names; it goes to a desk with the hub's yes, stays there
/// while the unit is held for a household, and comes home afterwards. So in no split two households get one unit.
namespace muster::units {

enum class Phase { Free, Held, Subscribed, Signed, Withdrawn };

struct Unit {
    QString code;
    OperationHash last;  ///< Null: nobody touched it yet.
    qint64 version = 0;
    Phase phase = Phase::Free;
    std::optional<GuestId> guest;
    std::optional<WallTime> until;  ///< Held: the time after which it asks.
    QString station;                ///< Of the desk.
    QString actor;
    HybridTime since;
};

inline constexpr int holdMinutes = 15;
inline constexpr int holdMinutesMax = 24 * 60;

[[nodiscard]] QString toString(Phase phase);
/// The table of states; @p isSame: for the household that it is held for.
[[nodiscard]] bool isLegal(Phase phase, Step step, bool isSame);

[[nodiscard]] QString steppedKind();
[[nodiscard]] QString frozenKind();
[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);
[[nodiscard]] std::map<QString, scarce::Room> rooms();

[[nodiscard]] QString resourceOf(const QString &unit);
/// As it is now; a unit that nobody touched is free.
[[nodiscard]] Unit find(State &state, const QString &unit);
/// All that were touched.
[[nodiscard]] std::vector<Unit> touched(State &state);
[[nodiscard]] bool isFrozen(State &state);
/// True if a subscription or contract of @p guest stands.
[[nodiscard]] bool hasBought(State &state, const GuestId &guest);

[[nodiscard]] scarce::Examined examine(Desk &desk, const Act &act, const Advance &command);
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const Freeze &command);

/// Rights that the plan places with desks.
[[nodiscard]] std::vector<Draft> hubDuties(Desk &desk);
/// Rights of units that this desk does not hold for anybody.
[[nodiscard]] std::vector<Draft> homeDuties(Desk &desk);

}  // namespace muster::units
