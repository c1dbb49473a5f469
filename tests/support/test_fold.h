#pragma once
#include "core/journal/fold.h"

namespace muster::test {

/// A small day: sums, registers, things that are made, removed and brought back. Enough to show what folding promises.
///
///   test.add     {"name": text, "by": integer}           a sum of signed counts
///   test.set     {"name": text, "seen": version, "to": text}  a register
///   test.make    {"name": text}                          a thing named by the operation's hash
///   test.remove  {"target": hash of test.make}           waits for it
///   test.restore {"target": hash of test.remove}         waits for it
///   test.later   {}                                      known from version 2 on
class TestFold final : public Fold {
public:
    explicit TestFold(int version = 1) : m_version(version) {}

    [[nodiscard]] int version() const override { return m_version; }
    void createTables(State &state) override;
    [[nodiscard]] QStringList tables() const override;
    Folded apply(State &state, const Operation &operation) override;

private:
    Folded add(State &state, const QCborMap &body);
    Folded set(State &state, const Operation &operation, const QCborMap &body);
    Folded remove(State &state, const Operation &operation, const QCborMap &body);
    Folded restore(State &state, const Operation &operation, const QCborMap &body);

    int m_version;
};

/// What the tables say, for tests to compare.
[[nodiscard]] qint64 sumOf(State &state, const QString &name);
[[nodiscard]] QString valueOf(State &state, const QString &name);
[[nodiscard]] qint64 thingCount(State &state);  ///< Made and not removed (or brought back).

[[nodiscard]] Draft addDraft(const QString &name, qint64 by);
[[nodiscard]] Draft setDraft(const QString &name, qint64 seen, const QString &to);
[[nodiscard]] Draft makeDraft(const QString &name);
[[nodiscard]] Draft targetDraft(const QString &kind, const OperationHash &target);

}  // namespace muster::test
