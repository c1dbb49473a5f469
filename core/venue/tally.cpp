#include "core/venue/tally.h"

namespace muster::tally {

void createTables(State &state)
{
    state.execute("DROP TABLE IF EXISTS tally;"
                  "CREATE TABLE tally(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID");
}

void add(State &state, const QString &name, qint64 delta)
{
    if (delta != 0) {
        bindAll(state.statement("INSERT INTO tally VALUES(?, ?)"
                                " ON CONFLICT DO UPDATE SET value = value + excluded.value"),
                name, delta)
            .exec();
    }
}

qint64 of(State &state, const QString &name)
{
    auto &row = state.statement("SELECT value FROM tally WHERE name = ?");
    bindAll(row, name);
    return row.executeStep() ? row.getColumn(0).getInt64() : 0;
}

}  // namespace muster::tally
