#include "core/venue/guests/presence.h"

#include "core/authority/claims.h"
#include "core/authority/ledger.h"
#include "core/journal/body.h"
#include "core/venue/day/tally.h"
#include "core/venue/guests/guests.h"

namespace muster::presence {
namespace {

std::vector<OperationHash> hashesOf(BodyReader &body, const char *name, qsizetype countMax)
{
    std::vector<OperationHash> hashes;
    for (const auto &value : body.arrayOr(name, countMax)) {
        const auto hash = OperationHash::fromBytes(value.toByteArray());
        body.require(hash.has_value());
        hashes.push_back(hash.value_or(OperationHash{}));
    }
    return hashes;
}

QCborArray arrayOf(const std::vector<OperationHash> &hashes)
{
    QCborArray list;
    for (const auto &hash : hashes) {
        list.append(hash.toBytes());
    }
    return list;
}

/// The told step of @p operation; nothing if its body is not one.
std::optional<Fact> readTold(const Operation &operation, BodyReader &body)
{
    Fact fact;
    fact.operation = operation.hash;
    fact.guest = body.id<GuestId>("guest");
    fact.session = body.text("session");
    fact.step = Step(body.number("step", 0, 2));
    fact.zone = body.textOr("zone");
    fact.classCode = body.textOr("class");
    fact.companions = int(body.numberOr("companions", 0, companionCountMax, 0));
    fact.isProvisional = body.flag("provisional");
    fact.rankEpoch = Epoch{quint32(body.numberOr("epoch", 0, std::numeric_limits<quint32>::max(), 0))};
    fact.rankSequence = Sequence{quint64(body.numberOr("order", 0, std::numeric_limits<qint64>::max(), 0))};
    fact.time = operation.time;
    fact.stream = {operation.origin, operation.incarnation};
    fact.sequence = operation.sequence;
    fact.request = operation.request;
    fact.station = body.textOr("station");
    fact.actor = operation.actor;
    fact.version = body.number("version", 1, versionMax);
    fact.day = body.number("day", 0, std::numeric_limits<qint32>::max());
    fact.hall = body.numberOr("hall", 0, std::numeric_limits<qint32>::max(), 0);
    fact.places = int(body.numberOr("places", 0, 10'000, 0));
    if (const auto happened = body.optionalNumber<qint64>("happened_s", 0, happenedMaxS)) {
        fact.happenedAt = fromMsecs(*happened * 1'000LL);
    }
    fact.overrideReason = body.textOr("override");
    const auto seen = decodeSeen(body.arrayOr("seen", seenMax));
    body.require(seen.has_value());
    fact.seen = seen.value_or(Seen());
    fact.previous = body.optionalId<OperationHash>("previous").value_or(OperationHash{});
    return body.isGood() ? std::optional(std::move(fact)) : std::nullopt;
}

/// What is known to have seen a step: the latest reset, by its day, and the latest emptying of the hall.
struct Ends {
    qint64 day = 0;
    qint64 hall = 0;
};

/// A reset or an emptying saw @p fact, and so all that its author had told before: the latest is kept with each.
void end(State &state, OperationHash fact, const Ends &by, std::vector<GuestId> &changed)
{
    while (!fact.isNull()) {
        auto &row = state.statement("UPDATE told SET emptied = max(emptied, ?2), put_out = max(put_out, ?3)"
                                    " WHERE op = ?1 AND (emptied < ?2 OR put_out < ?3) RETURNING guest, previous");
        if (!bindAll(row, fact, by.day, by.hall).executeStep()) {
            return;
        }
        changed.push_back(idOf<GuestId>(row.getColumn(0)));
        fact = idOf<OperationHash>(row.getColumn(1));
    }
}

/// What is known to have seen @p fact, by its name or by what its author told afterwards.
Ends endsOf(State &state, const OperationHash &fact)
{
    auto &row = state.statement("SELECT coalesce(max(day), 0), coalesce(max(hall), 0) FROM"
                                " (SELECT day, hall FROM end_seen WHERE fact = ?1"
                                " UNION ALL SELECT emptied, put_out FROM told WHERE previous = ?1)");
    bindAll(row, fact).executeStep();
    return {row.getColumn(0).getInt64(), row.getColumn(1).getInt64()};
}

/// Keeps what a reset or an emptying of the hall, @p operation, says that it has seen.
void foldSeen(State &state, const Operation &operation, const std::vector<OperationHash> &seen, const Ends &by)
{
    std::vector<GuestId> changed;  // Everyone is derived again anyway.
    for (const auto &fact : seen) {
        bindAll(state.statement("INSERT INTO end_seen VALUES(?, ?, ?, ?) ON CONFLICT DO NOTHING"), fact, operation.hash,
                by.day, by.hall)
            .exec();
        end(state, fact, by, changed);
    }
}

Folded foldTold(State &state, const Operation &operation, std::vector<GuestId> &changed)
{
    BodyReader body(operation.bodyMap());
    auto fact = readTold(operation, body);
    const auto grants = hashesOf(body, "grants", claims::grantsMax);
    const auto postings = ledger::decode(body.arrayOr("post", ledger::postingsMax));
    if (!fact || !postings || !body.isGood()) {
        return Folded::malformed(QStringLiteral("not a told step of a guest"));
    }
    const auto happened =
        fact->happenedAt ? std::optional(toMsecs(*fact->happenedAt) / 1'000) : std::optional<qint64>();
    const auto ends = endsOf(state, fact->operation);
    const auto previous = fact->previous.isNull() ? std::nullopt : std::optional(fact->previous);
    run(state.statement("INSERT INTO told VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        " ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        fact->operation, fact->guest, fact->session, int(fact->step), fact->zone, fact->classCode, fact->companions,
        fact->isProvisional, qint64(fact->rankEpoch), quint64(fact->rankSequence), fact->time.value,
        fact->stream.origin, quint64(fact->stream.incarnation), quint64(fact->sequence), fact->request, fact->station,
        fact->actor, fact->version, fact->day, fact->places, happened, fact->overrideReason,
        QCborValue(encodeSeen(fact->seen)).toCbor(), fact->hall, previous, ends.day, ends.hall);
    run(state.statement("INSERT INTO last_told VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE SET op = excluded.op,"
                        " seq = excluded.seq WHERE (excluded.seq, excluded.op) > (seq, op)"),
        fact->stream.origin, quint64(fact->stream.incarnation), fact->operation, quint64(fact->sequence));
    claims::foldTold(state, operation, grants);
    ledger::fold(state, operation, *postings);
    std::vector<GuestId> others;
    if (ends.day > 0 || ends.hall > 0) {
        end(state, fact->previous, ends, others);
    }
    changed.push_back(fact->guest);
    fact->isReset = ends.day > fact->day;
    fact->isPutOut = ends.hall > fact->hall;
    deriveAfter(state, std::move(*fact));
    for (const auto &guest : others) {
        derive(state, guest);
    }
    changed.insert(changed.end(), others.begin(), others.end());
    return Folded::applied();
}

Folded foldAnnulled(State &state, const Operation &operation, std::vector<GuestId> &changed)
{
    BodyReader body(operation.bodyMap());
    const auto target = body.id<OperationHash>("target");
    const auto guest = body.id<GuestId>("guest");
    const auto reason = body.textOr("reason");
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not an annulment"));
    }
    bindAll(state.statement("INSERT INTO annulment VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), target,
            operation.hash, guest, operation.actor, reason, operation.time.value)
        .exec();
    // Whose step it annuls, the step itself says: an author may have got the guest wrong.
    if (const auto fact = find(state, target)) {
        changed.push_back(fact->guest);
    }
    return Folded::applied();
}

Folded foldResolved(State &state, const Operation &operation, std::vector<GuestId> &changed)
{
    BodyReader body(operation.bodyMap());
    const auto conflict = body.id<ConflictId>("conflict");
    const auto guest = body.id<GuestId>("guest");
    const auto judged = hashesOf(body, "judged", 1'000);
    const auto decision = body.number("decision", 0, qint64(Decision::AnnulAll));
    const auto reason = body.textOr("reason");
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a resolution of a conflict"));
    }
    bindAll(state.statement("INSERT INTO resolution VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
            operation.hash, conflict, guest, QCborValue(arrayOf(judged)).toCbor(), decision, reason, operation.actor,
            operation.time.value)
        .exec();
    changed.push_back(guest);
    return Folded::applied();
}

Folded foldReset(State &state, const Operation &operation, bool &isEveryone)
{
    BodyReader body(operation.bodyMap());
    const auto day = body.number("day", 1, std::numeric_limits<qint32>::max());
    const auto reason = body.textOr("reason");
    const auto seen = hashesOf(body, "seen", resetSeenMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a reset"));
    }
    foldSeen(state, operation, seen, {day, 0});
    bindAll(state.statement("INSERT INTO day_reset VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), operation.hash, day,
            operation.actor, reason, operation.time.value)
        .exec();
    isEveryone = true;
    return Folded::applied();
}

Folded foldEmptied(State &state, const Operation &operation, bool &isEveryone)
{
    BodyReader body(operation.bodyMap());
    const auto hall = body.number("hall", 1, std::numeric_limits<qint32>::max());
    const auto reason = body.textOr("reason");
    const auto seen = hashesOf(body, "seen", resetSeenMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not an emptying of the hall"));
    }
    foldSeen(state, operation, seen, {0, hall});
    bindAll(state.statement("INSERT INTO hall_emptied VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), operation.hash,
            hall, operation.actor, reason, operation.time.value)
        .exec();
    isEveryone = true;
    return Folded::applied();
}

constexpr auto factColumns = "SELECT t.op, t.guest, t.session, t.step, t.zone, t.class, t.companions, t.provisional,"
                             " t.rank_epoch, t.rank_seq, t.time, t.origin, t.incarnation, t.seq, t.request, t.station,"
                             " t.actor, t.version, t.day, t.places, t.happened, t.reason, t.seen,"
                             " EXISTS(SELECT 1 FROM annulment a WHERE a.target = t.op), t.hall,"
                             " t.emptied > t.day, t.previous, t.put_out > t.hall FROM told t ";

Fact factOf(SQLite::Statement &row)
{
    Fact fact;
    fact.operation = idOf<OperationHash>(row.getColumn(0));
    fact.guest = idOf<GuestId>(row.getColumn(1));
    fact.session = textOf(row.getColumn(2));
    fact.step = Step(row.getColumn(3).getInt());
    fact.zone = textOf(row.getColumn(4));
    fact.classCode = textOf(row.getColumn(5));
    fact.companions = row.getColumn(6).getInt();
    fact.isProvisional = row.getColumn(7).getInt() != 0;
    fact.rankEpoch = Epoch{row.getColumn(8).getUInt()};
    fact.rankSequence = Sequence{quint64(row.getColumn(9).getInt64())};
    fact.time = {quint64(row.getColumn(10).getInt64())};
    fact.stream = {idOf<DeviceId>(row.getColumn(11)), Incarnation{quint64(row.getColumn(12).getInt64())}};
    fact.sequence = Sequence{quint64(row.getColumn(13).getInt64())};
    fact.request = idOf<RequestId>(row.getColumn(14));
    fact.station = textOf(row.getColumn(15));
    fact.actor = textOf(row.getColumn(16));
    fact.version = row.getColumn(17).getInt64();
    fact.day = row.getColumn(18).getInt64();
    fact.places = row.getColumn(19).getInt();
    if (!row.getColumn(20).isNull()) {
        fact.happenedAt = fromMsecs(row.getColumn(20).getInt64() * 1'000);
    }
    fact.overrideReason = textOf(row.getColumn(21));
    fact.seen = decodeSeen(QCborValue::fromCbor(bytesOf(row.getColumn(22))).toArray()).value_or(Seen());
    fact.hall = row.getColumn(24).getInt64();
    fact.isReset = row.getColumn(25).getInt() != 0;
    fact.isAnnulled = fact.isReset || row.getColumn(23).getInt() != 0;
    fact.previous = idOf<OperationHash>(row.getColumn(26));
    fact.isPutOut = row.getColumn(27).getInt() != 0;
    return fact;
}

std::vector<Fact> all(SQLite::Statement &rows)
{
    std::vector<Fact> facts;
    while (rows.executeStep()) {
        facts.push_back(factOf(rows));
    }
    return facts;
}

}  // namespace

bool goesBefore(const Fact &a, const Fact &b)
{
    const auto rank = [](const Fact &fact) {
        return std::tuple(fact.isProvisional, fact.rankEpoch, fact.rankSequence, fact.time, fact.stream.origin,
                          fact.operation);
    };
    return rank(a) < rank(b);
}

QString toldKind() { return QStringLiteral("guests.told"); }
QString annulledKind() { return QStringLiteral("guests.annulled"); }
QString resolvedKind() { return QStringLiteral("conflicts.resolved"); }
QString resetKind() { return QStringLiteral("day.reset"); }

Draft told(const Fact &fact, const std::vector<OperationHash> &grants, const QCborArray &postings, const QCborMap &more)
{
    Draft draft;
    draft.kind = toldKind();
    draft.request = fact.request;
    draft.actor = fact.actor;
    draft.body = more;
    draft.body.insert(key("guest"), fact.guest.toBytes());
    draft.body.insert(key("session"), fact.session);
    draft.body.insert(key("step"), int(fact.step));
    draft.body.insert(key("version"), fact.version);
    draft.body.insert(key("day"), fact.day);
    draft.body.insert(key("hall"), fact.hall);
    const auto put = [&draft](const char *name, bool isPresent, const QCborValue &value) {
        if (isPresent) {
            draft.body.insert(key(name), value);
        }
    };
    put("zone", !fact.zone.isEmpty(), fact.zone);
    put("class", !fact.classCode.isEmpty(), fact.classCode);
    put("companions", fact.companions > 0, fact.companions);
    put("provisional", fact.isProvisional, true);
    put("epoch", fact.rankEpoch != Epoch{}, qint64(fact.rankEpoch));
    put("order", fact.rankSequence != Sequence{}, qint64(fact.rankSequence));
    put("places", fact.places > 0, fact.places);
    put("station", !fact.station.isEmpty(), fact.station);
    put("override", !fact.overrideReason.isEmpty(), fact.overrideReason);
    put("happened_s", fact.happenedAt.has_value(), toMsecs(fact.happenedAt.value_or(WallTime{})) / 1'000);
    put("previous", !fact.previous.isNull(), fact.previous.toBytes());
    put("seen", !fact.seen.empty(), encodeSeen(fact.seen));
    put("grants", !grants.empty(), arrayOf(grants));
    put("post", !postings.isEmpty(), postings);
    return draft;
}

Draft annulled(const OperationHash &target, const GuestId &guest, const QString &reason)
{
    Draft draft;
    draft.kind = annulledKind();
    draft.body = {{key("target"), target.toBytes()}, {key("guest"), guest.toBytes()}, {key("reason"), reason}};
    return draft;
}

Draft resolved(const ResolveConflict &judgement, const GuestId &guest)
{
    Draft draft;
    draft.kind = resolvedKind();
    draft.body = {{key("conflict"), judgement.conflict.toBytes()},
                  {key("guest"), guest.toBytes()},
                  {key("judged"), arrayOf(judgement.judged)},
                  {key("decision"), int(judgement.decision)},
                  {key("reason"), judgement.reason}};
    return draft;
}

Draft reset(qint64 day, const QString &reason, const std::vector<OperationHash> &seen)
{
    Draft draft;
    draft.kind = resetKind();
    draft.body = {{key("day"), day}, {key("reason"), reason}, {key("seen"), arrayOf(seen)}};
    return draft;
}

QString emptiedKind() { return QStringLiteral("day.emptied"); }

Draft emptied(qint64 hall, const QString &reason, const std::vector<OperationHash> &seen)
{
    Draft draft;
    draft.kind = emptiedKind();
    draft.body = {{key("hall"), hall}, {key("reason"), reason}, {key("seen"), arrayOf(seen)}};
    return draft;
}

QString claimFor(const QString &session, const GuestId &guest)
{
    return QStringLiteral("sign_in/%1/%2").arg(session, guest.toHex());
}

std::optional<GuestId> guestOfClaim(const QString &claim)
{
    return claim.startsWith(QLatin1String("sign_in/")) ? GuestId::fromHex(claim.section(QLatin1Char('/'), 2))
                                                       : std::nullopt;
}

QStringList tables()
{
    return {QStringLiteral("told"),         QStringLiteral("annulment"), QStringLiteral("resolution"),
            QStringLiteral("day_reset"),    QStringLiteral("guest_day"), QStringLiteral("conflict"),
            QStringLiteral("hall_emptied"), QStringLiteral("end_seen"),  QStringLiteral("last_told")};
}

void createTables(State &state)
{
    state.execute(
        "CREATE TABLE told(op BLOB PRIMARY KEY, guest BLOB NOT NULL, session TEXT NOT NULL, step INTEGER NOT NULL,"
        " zone TEXT NOT NULL, class TEXT NOT NULL, companions INTEGER NOT NULL, provisional INTEGER NOT NULL,"
        " rank_epoch INTEGER NOT NULL, rank_seq INTEGER NOT NULL, time INTEGER NOT NULL, origin BLOB NOT NULL,"
        " incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, request BLOB NOT NULL, station TEXT NOT NULL,"
        " actor TEXT NOT NULL, version INTEGER NOT NULL, day INTEGER NOT NULL, places INTEGER NOT NULL,"
        " happened INTEGER, reason TEXT NOT NULL, seen BLOB NOT NULL, hall INTEGER NOT NULL,"
        " previous BLOB, emptied INTEGER NOT NULL, put_out INTEGER NOT NULL);"
        "CREATE INDEX told_guest ON told(guest);"
        "CREATE INDEX told_time ON told(time);"
        "CREATE INDEX told_previous ON told(previous) WHERE previous IS NOT NULL;"
        "CREATE TABLE last_told(origin BLOB, incarnation INTEGER, op BLOB NOT NULL, seq INTEGER NOT NULL,"
        " PRIMARY KEY(origin, incarnation)) WITHOUT ROWID;"
        "CREATE TABLE annulment(target BLOB, op BLOB, guest BLOB NOT NULL, actor TEXT NOT NULL, reason TEXT NOT NULL,"
        " time INTEGER NOT NULL, PRIMARY KEY(target, op)) WITHOUT ROWID;"
        "CREATE TABLE resolution(op BLOB PRIMARY KEY, conflict BLOB NOT NULL, guest BLOB NOT NULL,"
        " judged BLOB NOT NULL, decision INTEGER NOT NULL, reason TEXT NOT NULL, actor TEXT NOT NULL,"
        " time INTEGER NOT NULL) WITHOUT ROWID;"
        "CREATE INDEX resolution_guest ON resolution(guest);"
        "CREATE TABLE day_reset(op BLOB PRIMARY KEY, day INTEGER NOT NULL, actor TEXT NOT NULL, reason TEXT NOT NULL,"
        " time INTEGER NOT NULL) WITHOUT ROWID;"
        "CREATE TABLE hall_emptied(op BLOB PRIMARY KEY, hall INTEGER NOT NULL, actor TEXT NOT NULL,"
        " reason TEXT NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;"
        "CREATE TABLE guest_day(guest BLOB PRIMARY KEY, place BLOB, standing_ins INTEGER NOT NULL,"
        " inside INTEGER NOT NULL, zone TEXT NOT NULL, persons INTEGER NOT NULL, first_at INTEGER NOT NULL,"
        " class TEXT NOT NULL, walk_in INTEGER NOT NULL, missed INTEGER NOT NULL) WITHOUT ROWID;"
        "CREATE INDEX guest_day_class ON guest_day(class) WHERE standing_ins > 0;"
        "CREATE INDEX guest_day_missed ON guest_day(missed) WHERE missed = 1;"
        "CREATE TABLE end_seen(fact BLOB, op BLOB, day INTEGER NOT NULL, hall INTEGER NOT NULL,"
        " PRIMARY KEY(fact, op)) WITHOUT ROWID;"
        "CREATE TABLE conflict(id BLOB PRIMARY KEY, rule TEXT NOT NULL, guest BLOB NOT NULL, session TEXT NOT NULL,"
        " rivals BLOB NOT NULL, open INTEGER NOT NULL, resolution BLOB) WITHOUT ROWID;"
        "CREATE INDEX conflict_guest ON conflict(guest);");
}

Folded fold(State &state, const Operation &operation, std::vector<GuestId> &changed, bool &isEveryone)
{
    if (operation.kind == toldKind()) {
        return foldTold(state, operation, changed);
    }
    const auto folded = operation.kind == annulledKind()   ? foldAnnulled(state, operation, changed)
                        : operation.kind == resolvedKind() ? foldResolved(state, operation, changed)
                        : operation.kind == resetKind()    ? foldReset(state, operation, isEveryone)
                                                           : foldEmptied(state, operation, isEveryone);
    for (const auto &guest : changed) {
        derive(state, guest);
    }
    return folded;
}

void readAnnulment(State &state, Fact &fact)
{
    auto &row = state.statement("SELECT 1 FROM annulment WHERE target = ? LIMIT 1");
    fact.isAnnulled = fact.isReset || bindAll(row, fact.operation).executeStep();
}

std::vector<Fact> factsOf(State &state, const GuestId &guest)
{
    static const std::string sql = std::string(factColumns) + "WHERE t.guest = ?";
    auto &rows = state.statement(sql);
    return all(bindAll(rows, guest));
}

std::optional<Fact> find(State &state, const OperationHash &operation)
{
    static const std::string sql = std::string(factColumns) + "WHERE t.op = ?";
    auto &row = state.statement(sql);
    bindAll(row, operation);
    return row.executeStep() ? std::optional(factOf(row)) : std::nullopt;
}

std::optional<Annulment> annulmentOf(State &state, const OperationHash &operation)
{
    auto &row = state.statement("SELECT actor, reason, time FROM annulment WHERE target = ? ORDER BY time, op LIMIT 1");
    bindAll(row, operation);
    if (!row.executeStep()) {
        return std::nullopt;
    }
    return Annulment{textOf(row.getColumn(0)), textOf(row.getColumn(1)), {quint64(row.getColumn(2).getInt64())}};
}

std::optional<Fact> arrivalOf(State &state, const GuestId &guest)
{
    std::map<QString, Fact> firsts;
    for (auto &fact : standing(state, guest)) {
        if (fact.step != Step::In) {
            continue;
        }
        const auto [first, isNew] = firsts.try_emplace(fact.session, fact);
        if (!isNew && fact.time < first->second.time) {
            first->second = std::move(fact);
        }
    }
    const auto last = std::ranges::max_element(firsts, {}, [](const auto &first) { return first.second.time; });
    return last == firsts.end() ? std::nullopt : std::optional(last->second);
}

std::vector<Fact> latest(State &state, int countMax, std::optional<DeviceId> device)
{
    static const std::string sql =
        std::string(factColumns) + "WHERE ?1 IS NULL OR t.origin = ?1 ORDER BY t.time DESC, t.op DESC LIMIT ?2";
    auto &rows = state.statement(sql);
    return all(bindAll(rows, device, countMax));
}

}  // namespace muster::presence
