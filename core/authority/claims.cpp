#include "core/authority/claims.h"

#include "core/authority/ledger.h"
#include "core/journal/body.h"

namespace muster::claims {
namespace {

Draft verdict(const QString &kind, const RequestId &request, const QString &claim, const DeviceId &device,
              const QCborMap &detail)
{
    Draft draft;
    draft.kind = kind;
    draft.request = request;
    draft.body = {{key("claim"), claim}, {key("device"), device.toBytes()}, {key("detail"), detail}};
    return draft;
}

Verdict verdictOf(SQLite::Statement &row)
{
    Verdict verdict;
    verdict.operation = idOf<OperationHash>(row.getColumn(0));
    verdict.request = idOf<RequestId>(row.getColumn(1));
    verdict.claim = textOf(row.getColumn(2));
    verdict.device = idOf<DeviceId>(row.getColumn(3));
    verdict.isGranted = row.getColumn(4).getInt() != 0;
    verdict.epoch = Epoch{row.getColumn(5).getUInt()};
    verdict.sequence = Sequence{quint64(row.getColumn(6).getInt64())};
    verdict.detail = QCborValue::fromCbor(bytesOf(row.getColumn(7))).toMap();
    verdict.at = HybridTime{quint64(row.getColumn(8).getInt64())}.wall();
    return verdict;
}

std::vector<Verdict> all(SQLite::Statement &rows)
{
    std::vector<Verdict> found;
    while (rows.executeStep()) {
        found.push_back(verdictOf(rows));
    }
    return found;
}

void end(State &state, const OperationHash &grant, const OperationHash &by)
{
    run(state.statement("INSERT INTO claim_end VALUES(?, ?) ON CONFLICT DO NOTHING"), grant, by);
    run(state.statement("DELETE FROM open_grant WHERE op = ?"), grant);
}

Folded foldVerdict(State &state, const Operation &operation, bool isGranted, QString &claim)
{
    const auto map = operation.bodyMap();
    BodyReader body(map);
    claim = body.text("claim");
    const auto device = body.id<DeviceId>("device");
    const auto detail = body.map("detail");
    const auto postings = ledger::decode(body.arrayOr("post", ledger::postingsMax));
    body.require(claim.size() <= claimLengthMax && detail.isGood() && postings.has_value());
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a verdict"));
    }
    run(state.statement("INSERT INTO verdict VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), operation.hash,
        operation.request, claim, device, isGranted, qint64(operation.epoch), quint64(operation.sequence),
        map->value(key("detail")).toCbor(), operation.time.value);
    if (isGranted) {
        run(state.statement("INSERT INTO open_grant SELECT ?1, ?2, ?3, ?4"
                            " WHERE NOT EXISTS(SELECT 1 FROM claim_end WHERE claim_op = ?1)"
                            " AND NOT EXISTS(SELECT 1 FROM told_request WHERE request = ?2)"
                            " ON CONFLICT DO NOTHING"),
            operation.hash, operation.request, operation.time.value, claim);
    }
    ledger::fold(state, operation, *postings);
    return Folded::applied();
}

Folded foldVoided(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    std::vector<OperationHash> grants;
    for (const auto &value : body.array("grants", grantsMax)) {
        const auto grant = OperationHash::fromBytes(value.toByteArray());
        body.require(grant.has_value());
        grants.push_back(grant.value_or(OperationHash{}));
    }
    const auto postings = ledger::decode(body.arrayOr("post", ledger::postingsMax));
    if (!body.isGood() || !postings) {
        return Folded::malformed(QStringLiteral("not a voiding of grants"));
    }
    for (const auto &grant : grants) {
        end(state, grant, operation.hash);
    }
    ledger::fold(state, operation, *postings);
    return Folded::applied();
}

}  // namespace

QString grantedKind() { return QStringLiteral("authority.granted"); }
QString refusedKind() { return QStringLiteral("authority.refused"); }
QString voidedKind() { return QStringLiteral("authority.voided"); }

QString declinedKind() { return QStringLiteral("authority.declined"); }

Draft grant(const RequestId &request, const QString &claim, const DeviceId &device, const QCborMap &detail,
            const QCborArray &postings)
{
    auto draft = verdict(grantedKind(), request, claim, device, detail);
    if (!postings.isEmpty()) {
        draft.body.insert(key("post"), postings);
    }
    return draft;
}

Draft refuse(const RequestId &request, const QString &claim, const DeviceId &device, const QCborMap &detail)
{
    return verdict(refusedKind(), request, claim, device, detail);
}

Draft voidGrants(const std::vector<OperationHash> &grants, const QString &reason, const QCborArray &postings)
{
    QCborArray list;
    for (const auto &grant : grants) {
        list.append(grant.toBytes());
    }
    Draft draft;
    draft.kind = voidedKind();
    draft.body = {{key("grants"), list}, {key("reason"), reason}, {key("post"), postings}};
    return draft;
}

Draft decline(const RequestId &request)
{
    Draft draft;
    draft.kind = declinedKind();
    draft.request = request;
    return draft;
}

QStringList tables()
{
    return {QStringLiteral("verdict"), QStringLiteral("claim_end"), QStringLiteral("told_request"),
            QStringLiteral("open_grant")};
}

void createTables(State &state)
{
    state.execute("CREATE TABLE verdict(op BLOB PRIMARY KEY, request BLOB NOT NULL, claim TEXT NOT NULL,"
                  " device BLOB NOT NULL, granted INTEGER NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL,"
                  " detail BLOB NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX verdict_claim ON verdict(claim, request);"
                  // Few at any time, among as many verdicts as there are guests.
                  "CREATE TABLE open_grant(op BLOB PRIMARY KEY, request BLOB NOT NULL, time INTEGER NOT NULL,"
                  " claim TEXT NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX open_grant_claim ON open_grant(claim);"
                  "CREATE INDEX open_grant_request ON open_grant(request);"
                  "CREATE INDEX open_grant_time ON open_grant(time);"
                  "CREATE TABLE claim_end(claim_op BLOB, by_op BLOB, PRIMARY KEY(claim_op, by_op)) WITHOUT ROWID;"
                  "CREATE TABLE told_request(request BLOB, op BLOB, PRIMARY KEY(request, op)) WITHOUT ROWID;");
}

Folded fold(State &state, const Operation &operation, QString &claim)
{
    if (operation.kind == voidedKind()) {
        return foldVoided(state, operation);
    }
    if (operation.kind == declinedKind()) {
        foldTold(state, operation, {});
        return Folded::applied();
    }
    return foldVerdict(state, operation, operation.kind == grantedKind(), claim);
}

void foldTold(State &state, const Operation &operation, const std::vector<OperationHash> &grants)
{
    run(state.statement("INSERT INTO told_request VALUES(?, ?) ON CONFLICT DO NOTHING"), operation.request,
        operation.hash);
    run(state.statement("DELETE FROM open_grant WHERE request = ?"), operation.request);
    for (const auto &grant : grants) {
        end(state, grant, operation.hash);
    }
}

std::optional<OperationHash> done(State &state, const RequestId &request)
{
    auto &row = state.statement("SELECT min(op) FROM told_request WHERE request = ?");
    bindAll(row, request).executeStep();
    return row.getColumn(0).isNull() ? std::nullopt : std::optional(idOf<OperationHash>(row.getColumn(0)));
}

std::optional<Verdict> find(State &state, const RequestId &request, const QString &claim)
{
    auto &row = state.statement("SELECT * FROM verdict WHERE claim = ? AND request = ?"
                                " ORDER BY epoch DESC, seq DESC LIMIT 1");
    bindAll(row, claim, request);
    return row.executeStep() ? std::optional(verdictOf(row)) : std::nullopt;
}

std::optional<Verdict> find(State &state, const OperationHash &operation)
{
    auto &row = state.statement("SELECT * FROM verdict WHERE op = ?");
    bindAll(row, operation);
    return row.executeStep() ? std::optional(verdictOf(row)) : std::nullopt;
}

bool isVoided(State &state, const OperationHash &grant)
{
    auto &row = state.statement("SELECT 1 FROM claim_end e WHERE e.claim_op = ?"
                                " AND NOT EXISTS(SELECT 1 FROM told_request t WHERE t.op = e.by_op)");
    return bindAll(row, grant).executeStep();
}

std::vector<Verdict> open(State &state, const QString &claim)
{
    auto &rows = state.statement("SELECT v.* FROM open_grant o CROSS JOIN verdict v ON v.op = o.op WHERE o.claim = ?"
                                 " ORDER BY v.epoch, v.seq");
    bindAll(rows, claim);
    return all(rows);
}

std::vector<Verdict> open(State &state, int countMax)
{
    // CROSS: without it SQLite walks through all verdicts and looks whether each is open.
    auto &rows = state.statement("SELECT v.* FROM open_grant o CROSS JOIN verdict v ON v.op = o.op"
                                 " ORDER BY o.time, o.op LIMIT ?");
    bindAll(rows, countMax);
    return all(rows);
}

bool isOpen(State &state, const OperationHash &grant)
{
    auto &row = state.statement("SELECT 1 FROM open_grant WHERE op = ?");
    return bindAll(row, grant).executeStep();
}

bool hasOpen(State &state, const RequestId &request)
{
    auto &row = state.statement("SELECT 1 FROM open_grant WHERE request = ?");
    return bindAll(row, request).executeStep();
}

std::vector<Verdict> refusedButTold(State &state, const QString &claim)
{
    auto &rows = state.statement("SELECT v.* FROM verdict v WHERE v.claim = ? AND v.granted = 0"
                                 " AND EXISTS(SELECT 1 FROM told_request t WHERE t.request = v.request)"
                                 " ORDER BY v.epoch, v.seq");
    bindAll(rows, claim);
    return all(rows);
}

}  // namespace muster::claims
