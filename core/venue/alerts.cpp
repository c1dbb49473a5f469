#include "core/venue/alerts.h"

#include "core/journal/body.h"

namespace muster::alerts {

QString kind() { return QStringLiteral("alerts.acknowledged"); }

Draft acknowledged(const QString &alert, int recheckMinutes)
{
    Draft draft;
    draft.kind = kind();
    draft.body = {{key("alert"), alert}, {key("recheck"), recheckMinutes}};
    return draft;
}

QStringList tables() { return {QStringLiteral("alert_ack")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE alert_ack(alert TEXT, time INTEGER, op BLOB, actor TEXT NOT NULL,"
                  " recheck INTEGER NOT NULL, PRIMARY KEY(alert, time, op)) WITHOUT ROWID");
}

Folded fold(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto alert = body.text("alert");
    const auto recheck = body.numberOr("recheck", 0, 24 * 60, 0);
    body.require(alert.size() <= 160);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not an acknowledgement"));
    }
    bindAll(state.statement("INSERT INTO alert_ack VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), alert,
            operation.time.value, operation.hash, operation.actor, recheck)
        .exec();
    return Folded::applied();
}

std::optional<Acknowledgement> find(State &state, const QString &alert)
{
    auto &row = state.statement("SELECT actor, time, recheck FROM alert_ack WHERE alert = ?"
                                " ORDER BY time DESC, op DESC LIMIT 1");
    bindAll(row, alert);
    if (!row.executeStep()) {
        return std::nullopt;
    }
    return Acknowledgement{textOf(row.getColumn(0)), HybridTime{quint64(row.getColumn(1).getInt64())}.wall(),
                           row.getColumn(2).getInt()};
}

}  // namespace muster::alerts
