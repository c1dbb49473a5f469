#include "core/venue/guests/sessions.h"

#include "core/journal/body.h"

namespace muster::sessions {

QString kind() { return QStringLiteral("sessions.set"); }

Draft set(State &state, const QString &session, bool isOpen)
{
    auto &row = state.statement("SELECT version FROM session_state WHERE code = ?");
    bindAll(row, session);
    const auto version = nextVersion(row.executeStep() ? row.getColumn(0).getInt64() : 0);
    Draft draft;
    draft.kind = kind();
    draft.body = {{key("session"), session}, {key("open"), isOpen}, {key("version"), version}};
    return draft;
}

QStringList tables() { return {QStringLiteral("session_state")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE session_state(code TEXT PRIMARY KEY, open INTEGER NOT NULL, version INTEGER NOT NULL,"
                  " time INTEGER NOT NULL, op BLOB NOT NULL) WITHOUT ROWID");
}

Folded fold(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto session = body.text("session");
    const bool isOpen = body.flag("open");
    const auto version = body.number("version", 1, versionMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not an opening or closing of a session"));
    }
    bindAll(state.statement("INSERT INTO session_state VALUES(?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                            " open = excluded.open, version = excluded.version, time = excluded.time,"
                            " op = excluded.op WHERE (excluded.version, excluded.time, excluded.op) >"
                            " (version, time, op)"),
            session, isOpen, version, operation.time.value, operation.hash)
        .exec();
    return Folded::applied();
}

QStringList open(State &state)
{
    QStringList codes;
    auto &rows = state.statement("SELECT code FROM session_state WHERE open = 1 ORDER BY code");
    while (rows.executeStep()) {
        codes << textOf(rows.getColumn(0));
    }
    return codes;
}

}  // namespace muster::sessions
