#pragma once
#include "core/journal/fold.h"
#include "core/journal/state.h"
#include "core/venue/act.h"
#include "core/venue/day/views.h"

/// Conflicts about things that are given once: a number, a call, a prize, a unit. Derived from the facts of their
/// rooms, the same on every device; a judgement names the rivals it has seen, and one that it did not see opens the
/// conflict again. (Conflicts about guests at the door, whose judgement changes who is inside, are presence's own.)
namespace muster::clashes {

struct Rival {
    OperationHash operation;
    DeviceId origin;
    QString station;
    QString actor;
    HybridTime time;
    bool isProvisional = false;
};

/// A step of a register that names the step its author had seen last.
struct Link {
    Rival rival;
    OperationHash previous;
    bool isContender = false;  ///< Steps that others would exclude: a call, a sale.
};

/// Contenders that knew nothing of another contender, through the steps that each names before it.
[[nodiscard]] std::vector<Rival> unaware(const std::vector<Link> &steps);

struct Clash {
    ConflictId id;
    QString rule;     ///< "number_twice", "called_twice", "prize_twice", "unit_twice", …
    QString subject;  ///< The number, prize, unit.
    std::optional<GuestId> guest;
    std::vector<Rival> rivals;  ///< In the room's order, the same everywhere; the first one stands.
    bool isOpen = true;
    QString judgedBy;
    QString reason;
    std::optional<Decision> decision;
};

inline constexpr qsizetype judgedMax = 64;

[[nodiscard]] QString judgedKind();
[[nodiscard]] QStringList kinds();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

/// Writes what @p rivals, all there are about @p subject, come to; fewer than two are no conflict.
void derive(State &state, const QString &rule, const QString &subject, const std::optional<GuestId> &guest,
            const std::vector<Rival> &rivals);
[[nodiscard]] ConflictId idFor(const QString &rule, const QString &subject);
[[nodiscard]] std::optional<Clash> find(State &state, const ConflictId &id);
/// Open ones first.
[[nodiscard]] std::vector<Clash> list(State &state, int countMax);
[[nodiscard]] int openCount(State &state);
[[nodiscard]] Draft judged(const ResolveConflict &judgement);

}  // namespace muster::clashes
