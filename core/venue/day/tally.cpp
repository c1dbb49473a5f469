#include "core/venue/day/tally.h"

namespace muster::tally {

void createTables(State &state)
{
    state.pendingSums().clear();
    state.execute("DROP TABLE IF EXISTS tally;"
                  "CREATE TABLE tally(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID");
}

void add(State &state, const QString &name, qint64 delta)
{
    if (delta != 0) {
        state.pendingSums()[name] += delta;
    }
}

void settle(State &state)
{
    auto &pending = state.pendingSums();
    for (auto it = pending.cbegin(); it != pending.cend(); ++it) {
        if (it.value() != 0) {
            run(state.statement("INSERT INTO tally VALUES(?, ?)"
                                " ON CONFLICT DO UPDATE SET value = value + excluded.value"),
                it.key(), it.value());
        }
    }
    pending.clear();
}

qint64 of(State &state, const QString &name)
{
    auto &row = state.statement("SELECT value FROM tally WHERE name = ?");
    bindAll(row, name);
    return (row.executeStep() ? row.getColumn(0).getInt64() : 0) + state.pendingSums().value(name);
}

}  // namespace muster::tally
