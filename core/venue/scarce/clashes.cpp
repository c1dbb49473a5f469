#include "core/venue/scarce/clashes.h"

#include "core/journal/body.h"

namespace muster::clashes {
namespace {

std::vector<Rival> rivalsOf(State &state, const ConflictId &id)
{
    std::vector<Rival> rivals;
    auto &rows = state.statement("SELECT op, origin, station, actor, time, provisional FROM clash_rival"
                                 " WHERE clash = ? ORDER BY position");
    bindAll(rows, id);
    while (rows.executeStep()) {
        rivals.push_back({idOf<OperationHash>(rows.getColumn(0)), idOf<DeviceId>(rows.getColumn(1)),
                          textOf(rows.getColumn(2)), textOf(rows.getColumn(3)),
                          HybridTime{quint64(rows.getColumn(4).getInt64())}, rows.getColumn(5).getInt() != 0});
    }
    return rivals;
}

/// The latest judgement that covers all rivals closes it.
void settle(State &state, const ConflictId &id)
{
    const auto rivals = rivalsOf(state, id);
    std::optional<OperationHash> closing;
    auto &rows = state.statement("SELECT op, judged FROM judgement WHERE clash = ? ORDER BY time DESC, op DESC");
    bindAll(rows, id);
    while (!closing && rows.executeStep()) {
        std::set<OperationHash> covered;
        for (const auto &value : QCborValue::fromCbor(bytesOf(rows.getColumn(1))).toArray()) {
            covered.insert(OperationHash::fromBytes(value.toByteArray()).value_or(OperationHash{}));
        }
        if (std::ranges::all_of(rivals, [&](const Rival &rival) { return covered.contains(rival.operation); })) {
            closing = idOf<OperationHash>(rows.getColumn(0));
        }
    }
    run(state.statement("UPDATE clash SET open = ?, judgement = ? WHERE id = ?"), !closing, closing, id);
}

Clash clashOf(State &state, SQLite::Statement &row)
{
    Clash clash;
    clash.id = idOf<ConflictId>(row.getColumn(0));
    clash.rule = textOf(row.getColumn(1));
    clash.subject = textOf(row.getColumn(2));
    if (!row.getColumn(3).isNull()) {
        clash.guest = idOf<GuestId>(row.getColumn(3));
    }
    clash.isOpen = row.getColumn(4).getInt() != 0;
    clash.rivals = rivalsOf(state, clash.id);
    if (!row.getColumn(5).isNull()) {
        auto &judgement = state.statement("SELECT actor, reason, decision FROM judgement WHERE op = ?");
        bindAll(judgement, idOf<OperationHash>(row.getColumn(5)));
        if (judgement.executeStep()) {
            clash.judgedBy = textOf(judgement.getColumn(0));
            clash.reason = textOf(judgement.getColumn(1));
            clash.decision = Decision(judgement.getColumn(2).getInt());
        }
    }
    return clash;
}

}  // namespace

QString judgedKind() { return QStringLiteral("clash.judged"); }

QStringList kinds() { return {judgedKind()}; }

QStringList tables() { return {QStringLiteral("clash"), QStringLiteral("clash_rival"), QStringLiteral("judgement")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE clash(id BLOB PRIMARY KEY, rule TEXT NOT NULL, subject TEXT NOT NULL, guest BLOB,"
                  " open INTEGER NOT NULL, judgement BLOB) WITHOUT ROWID;"
                  "CREATE TABLE clash_rival(clash BLOB, op BLOB, origin BLOB NOT NULL, station TEXT NOT NULL,"
                  " actor TEXT NOT NULL, time INTEGER NOT NULL, provisional INTEGER NOT NULL,"
                  " position INTEGER NOT NULL, PRIMARY KEY(clash, op)) WITHOUT ROWID;"
                  "CREATE TABLE judgement(op BLOB PRIMARY KEY, clash BLOB NOT NULL, judged BLOB NOT NULL,"
                  " decision INTEGER NOT NULL, reason TEXT NOT NULL, actor TEXT NOT NULL, time INTEGER NOT NULL)"
                  " WITHOUT ROWID;"
                  "CREATE INDEX judgement_clash ON judgement(clash);");
}

Folded fold(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto id = body.id<ConflictId>("conflict");
    const auto judged = body.array("judged", judgedMax);
    const auto decision = body.number("decision", 0, qint64(Decision::AnnulAll));
    const auto reason = body.text("reason");
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a judgement of a conflict"));
    }
    run(state.statement("INSERT INTO judgement VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), operation.hash, id,
        QCborValue(judged).toCbor(), decision, reason, operation.actor, operation.time.value);
    settle(state, id);
    return Folded::applied();
}

std::vector<Rival> unaware(const std::vector<Link> &steps)
{
    const auto knew = [&](const Link &later, const Link &earlier) {
        const auto *at = &later;
        for (std::size_t i = 0; i <= steps.size(); ++i) {
            if (at->previous == earlier.rival.operation) {
                return true;
            }
            const auto before =
                std::ranges::find_if(steps, [&](const Link &step) { return step.rival.operation == at->previous; });
            if (before == steps.end()) {
                return false;
            }
            at = &*before;
        }
        return false;
    };
    std::vector<Rival> rivals;
    for (const auto &one : steps) {
        const bool isContested = one.isContender && std::ranges::any_of(steps, [&](const Link &other) {
                                     return other.isContender && other.rival.operation != one.rival.operation &&
                                            !knew(other, one) && !knew(one, other);
                                 });
        if (isContested) {
            rivals.push_back(one.rival);
        }
    }
    return rivals;
}

ConflictId idFor(const QString &rule, const QString &subject)
{
    const auto hash = hash256((rule + QLatin1Char('/') + subject).toUtf8());
    ConflictId id;
    std::copy_n(hash.bytes.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

void derive(State &state, const QString &rule, const QString &subject, const std::optional<GuestId> &guest,
            const std::vector<Rival> &rivals)
{
    const auto id = idFor(rule, subject);
    run(state.statement("DELETE FROM clash_rival WHERE clash = ?"), id);
    if (rivals.size() < 2) {
        run(state.statement("DELETE FROM clash WHERE id = ?"), id);
        return;
    }
    int position = 0;
    for (const auto &rival : rivals) {
        run(state.statement("INSERT INTO clash_rival VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), id,
            rival.operation, rival.origin, rival.station, rival.actor, rival.time.value, rival.isProvisional,
            position++);
    }
    run(state.statement("INSERT INTO clash VALUES(?, ?, ?, ?, 1, NULL) ON CONFLICT DO UPDATE SET guest ="
                        " excluded.guest"),
        id, rule, subject, guest);
    settle(state, id);
}

std::optional<Clash> find(State &state, const ConflictId &id)
{
    auto &row = state.statement("SELECT id, rule, subject, guest, open, judgement FROM clash WHERE id = ?");
    return bindAll(row, id).executeStep() ? std::optional(clashOf(state, row)) : std::nullopt;
}

std::vector<Clash> list(State &state, int countMax)
{
    std::vector<Clash> found;
    auto &rows = state.statement("SELECT id, rule, subject, guest, open, judgement FROM clash"
                                 " ORDER BY open DESC, id LIMIT ?");
    bindAll(rows, countMax);
    while (rows.executeStep()) {
        found.push_back(clashOf(state, rows));
    }
    return found;
}

int openCount(State &state)
{
    auto &row = state.statement("SELECT count(*) FROM clash WHERE open = 1");
    return row.executeStep() ? row.getColumn(0).getInt() : 0;
}

Draft judged(const ResolveConflict &judgement)
{
    QCborArray list;
    for (const auto &operation : judgement.judged) {
        list.append(operation.toBytes());
    }
    Draft draft;
    draft.kind = judgedKind();
    draft.body = {{key("conflict"), judgement.conflict.toBytes()},
                  {key("judged"), list},
                  {key("decision"), int(judgement.decision)},
                  {key("reason"), judgement.reason}};
    return draft;
}

}  // namespace muster::clashes
