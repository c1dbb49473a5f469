#pragma once
#include "core/journal/operation.h"

#include <QSet>
#include <QStringList>

namespace muster {

class State;

/// What became of one operation in the state tables.
struct Folded {
    enum class Kind {
        Applied,
        Waiting,    ///< Its target (`waitsFor`) has not arrived; it is folded right after it.
        Malformed,  ///< By its own bytes (`why`): a dead letter that staff can see.
        Unknown,    ///< A kind that this version does not know: kept, relayed, folded after an update.
    };
    Kind kind = Kind::Applied;
    OperationHash waitsFor;
    QString why;

    [[nodiscard]] static Folded applied() { return {}; }
    [[nodiscard]] static Folded waiting(const OperationHash &target) { return {Kind::Waiting, target, {}}; }
    [[nodiscard]] static Folded malformed(QString why) { return {Kind::Malformed, {}, std::move(why)}; }
    [[nodiscard]] static Folded unknown() { return {Kind::Unknown, {}, {}}; }
};

/// Turns operations into state tables. Depends on the set of operations only: never on their order of arrival, on a
/// clock, on chance or on who this device is; and never refuses.
class Fold {
public:
    Fold() = default;
    virtual ~Fold() = default;
    Fold(const Fold &) = delete;
    Fold &operator=(const Fold &) = delete;

    /// Raised whenever the same operations give other tables than before; the journal then folds anew.
    [[nodiscard]] virtual int version() const = 0;
    /// Creates the (empty) tables, each without local row ids or anything else that differs between devices.
    virtual void createTables(State &state) = 0;
    /// The tables that createTables makes: all are part of the digest, and dropped before folding anew.
    [[nodiscard]] virtual QStringList tables() const = 0;
    virtual Folded apply(State &state, const Operation &operation) = 0;
    /// Writes what apply() left in memory; the last thing before a commit.
    virtual void settle(State &state) { static_cast<void>(state); }
};

}  // namespace muster
