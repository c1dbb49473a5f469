#include "core/venue/day/alerts.h"

#include "core/journal/body.h"

namespace muster::alerts {

namespace {

constexpr qsizetype idMax = 160;
constexpr qsizetype reasonMax = 100;

Folded foldCall(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto station = body.textOr("station");
    const auto reason = body.textOr("reason");
    const auto day = body.numberOr("day", 0, std::numeric_limits<qint32>::max(), 0);
    body.require(station.size() <= reasonMax && reason.size() <= reasonMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a call for staff"));
    }
    bindAll(state.statement("INSERT INTO staff_call VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), station,
            operation.time.value, operation.hash, reason, day)
        .exec();
    return Folded::applied();
}

}  // namespace

QString acknowledgedKind() { return QStringLiteral("alerts.acknowledged"); }

QString staffCalledKind() { return QStringLiteral("alerts.staff_called"); }

Draft acknowledged(const QString &alert, int recheckMinutes, WallTime at, std::optional<HybridTime> occasion)
{
    Draft draft;
    draft.kind = acknowledgedKind();
    draft.body = {{key("alert"), alert}, {key("recheck"), recheckMinutes}, {key("at"), toMsecs(at)}};
    if (occasion) {
        draft.body.insert(key("occasion"), qint64(occasion->value));
    }
    return draft;
}

Draft staffCalled(const QString &station, const QString &reason, qint64 day)
{
    Draft draft;
    draft.kind = staffCalledKind();
    draft.body = {{key("station"), station}, {key("reason"), reason.left(reasonMax)}, {key("day"), day}};
    return draft;
}

QString idOfCallsAt(const QString &station) { return QStringLiteral("staff_called:") + station; }

QStringList tables() { return {QStringLiteral("alert_ack"), QStringLiteral("staff_call")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE alert_ack(alert TEXT, time INTEGER, op BLOB, actor TEXT NOT NULL,"
                  " recheck INTEGER NOT NULL, at INTEGER NOT NULL, occasion INTEGER NOT NULL,"
                  " PRIMARY KEY(alert, time, op)) WITHOUT ROWID;"
                  "CREATE TABLE staff_call(station TEXT, time INTEGER, op BLOB, reason TEXT NOT NULL,"
                  " day INTEGER NOT NULL, PRIMARY KEY(station, time, op)) WITHOUT ROWID");
}

Folded fold(State &state, const Operation &operation)
{
    if (operation.kind == staffCalledKind()) {
        return foldCall(state, operation);
    }
    BodyReader body(operation.bodyMap());
    const auto alert = body.text("alert");
    const auto recheck = body.numberOr("recheck", 0, 24 * 60, 0);
    const auto occasion =
        body.numberOr("occasion", 0, std::numeric_limits<qint64>::max(), qint64(operation.time.value));
    const auto at = body.numberOr("at", 0, std::numeric_limits<qint64>::max(), toMsecs(operation.time.wall()));
    body.require(alert.size() <= idMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not an acknowledgement"));
    }
    bindAll(state.statement("INSERT INTO alert_ack VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), alert,
            operation.time.value, operation.hash, operation.actor, recheck, at, occasion)
        .exec();
    return Folded::applied();
}

std::vector<StaffCall> openCalls(State &state, qint64 day)
{
    auto &rows = state.statement(
        "SELECT c.station, c.reason, min(c.time), (SELECT max(l.time) FROM staff_call l WHERE l.station = c.station"
        " AND l.day = ?1) FROM staff_call c WHERE c.day = ?1 AND c.time > coalesce("
        "(SELECT max(a.occasion) FROM alert_ack a WHERE a.alert = 'staff_called:' || c.station AND a.recheck = 0), -1)"
        " GROUP BY c.station ORDER BY c.station LIMIT 200");
    bindAll(rows, day);
    std::vector<StaffCall> calls;
    while (rows.executeStep()) {
        calls.push_back({textOf(rows.getColumn(0)), textOf(rows.getColumn(1)),
                         HybridTime{quint64(rows.getColumn(2).getInt64())},
                         HybridTime{quint64(rows.getColumn(3).getInt64())}});
    }
    return calls;
}

std::optional<Acknowledgement> find(State &state, const QString &alert, HybridTime raisedAt)
{
    auto &row = state.statement("SELECT actor, at, occasion, recheck FROM alert_ack WHERE alert = ? AND occasion >= ?"
                                " ORDER BY time DESC, op DESC LIMIT 1");
    bindAll(row, alert, qint64(raisedAt.value));
    if (!row.executeStep()) {
        return std::nullopt;
    }
    return Acknowledgement{textOf(row.getColumn(0)), fromMsecs(row.getColumn(1).getInt64()),
                           HybridTime{quint64(row.getColumn(2).getInt64())}, row.getColumn(3).getInt()};
}

}  // namespace muster::alerts
