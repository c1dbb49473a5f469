#include "core/venue/zones/zones.h"

#include "core/journal/body.h"
#include "core/venue/day/tally.h"
#include "core/venue/devices/allow_list.h"
#include "core/venue/door/rules.h"
#include "core/venue/zones/custody.h"
#include "core/venue/zones/headcount.h"

namespace muster::zones {
namespace {

constexpr qint64 periodMax = std::numeric_limits<qint32>::max();
constexpr qint64 sumMax = 1'000'000'000'000;  ///< Of what sums can come to, either way.

QString sumName(const QString &zone, const Period &period)
{
    return QStringLiteral("hand:%1:%2:").arg(period.day).arg(period.hall) + zone;
}

Words noDelta()
{
    return {QStringLiteral("请填写 1 至 %1 的人数").arg(deltaMax),
            QStringLiteral("Please say how many, from 1 to %1").arg(deltaMax)};
}

Words noPersons()
{
    return {QStringLiteral("清点人数须为 0 至 %1").arg(personsMax),
            QStringLiteral("A recount is from 0 to %1 people").arg(personsMax)};
}

Words noSuchCount() { return {QStringLiteral("没有可撤销的计数"), QStringLiteral("There is no count to take back")}; }

Words recountedSince()
{
    return {QStringLiteral("此后已清点，无需撤销；人数不对请重新清点"),
            QStringLiteral("The zone was recounted since, which mended it: recount if the figure is wrong")};
}

bool isZone(const EventSetup &setup, const QString &code)
{
    return std::ranges::find(setup.zones, code, &Zone::code) != setup.zones.end();
}

Period periodFrom(BodyReader &body)
{
    const auto day = body.number("day", 0, periodMax);
    const auto hall = body.number("hall", 0, periodMax);
    return {day, hall};
}

constexpr auto recountColumns = "SELECT op, zone, value, base, shown, version, day, hall, station, actor, reason, time,"
                                " seen, mended FROM zone_recount ";

/// Three values a life: device, incarnation, sequence. Nothing if @p array is malformed.
std::optional<std::map<StreamKey, Sequence>> seenFrom(const QCborArray &array)
{
    std::map<StreamKey, Sequence> seen;
    for (const auto &value : array) {
        const auto row = value.toArray();
        const auto device = DeviceId::fromBytes(row.at(0).toByteArray());
        if (row.size() != 3 || !device || !row.at(1).isInteger() || row.at(2).toInteger(-1) < 0) {
            return std::nullopt;
        }
        auto &known = seen[{*device, Incarnation{quint64(row.at(1).toInteger())}}];
        known = std::max(known, Sequence{quint64(row.at(2).toInteger())});
    }
    return seen;
}

QCborArray seenNow(State &state, const QString &zone, const Period &period)
{
    auto &rows = state.statement("SELECT origin, life, max(seq) FROM (SELECT origin, life, seq FROM zone_count"
                                 " WHERE zone = ?1 AND day = ?2 AND hall = ?3 UNION ALL"
                                 " SELECT u.origin, u.life, u.seq FROM zone_count_undone u CROSS JOIN zone_count c"
                                 " ON c.op = u.target WHERE c.zone = ?1 AND c.day = ?2 AND c.hall = ?3)"
                                 " GROUP BY origin, life ORDER BY origin, life LIMIT ?4");
    bindAll(rows, zone, period.day, period.hall, qint64(seenMax));
    QCborArray seen;
    while (rows.executeStep()) {
        seen.append(QCborArray{bytesOf(rows.getColumn(0)), qint64(rows.getColumn(1).getInt64()),
                               qint64(rows.getColumn(2).getInt64())});
    }
    return seen;
}

StreamKey streamOf(SQLite::Statement &row, int first)
{
    return {idOf<DeviceId>(row.getColumn(first)), Incarnation{quint64(row.getColumn(first + 1).getInt64())}};
}

Sequence sequenceOf(SQLite::Statement &row, int column) { return Sequence{quint64(row.getColumn(column).getInt64())}; }

Recounted recountOf(SQLite::Statement &row)
{
    Recounted recount;
    recount.operation = idOf<OperationHash>(row.getColumn(0));
    recount.zone = textOf(row.getColumn(1));
    recount.persons = row.getColumn(2).getInt();
    recount.base = row.getColumn(3).getInt64();
    recount.shown = row.getColumn(4).getInt64();
    recount.version = row.getColumn(5).getInt64();
    recount.period = {row.getColumn(6).getInt64(), row.getColumn(7).getInt64()};
    recount.station = textOf(row.getColumn(8));
    recount.actor = textOf(row.getColumn(9));
    recount.reason = textOf(row.getColumn(10));
    recount.time = {quint64(row.getColumn(11).getInt64())};
    recount.seen =
        seenFrom(QCborValue::fromCbor(bytesOf(row.getColumn(12))).toArray()).value_or(std::map<StreamKey, Sequence>());
    recount.mended = row.getColumn(13).getInt64();
    return recount;
}

/// Keeps what @p recount makes up for. Counts are rarely taken back: there are few to look at.
void deriveMended(State &state, const Recounted &recount)
{
    auto &rows = state.statement("SELECT c.op, c.delta, c.origin, c.life, c.seq, u.origin, u.life, u.seq"
                                 " FROM zone_count_undone u CROSS JOIN zone_count c ON c.op = u.target"
                                 " WHERE c.zone = ? AND c.day = ? AND c.hall = ?");
    bindAll(rows, recount.zone, recount.period.day, recount.period.hall);
    std::map<OperationHash, qint64> mended;
    while (rows.executeStep()) {
        const bool isSeen = recount.hasSeen(streamOf(rows, 2), sequenceOf(rows, 4));
        const bool isUndoneBefore = recount.hasSeen(streamOf(rows, 5), sequenceOf(rows, 7));
        auto &delta =
            mended.try_emplace(idOf<OperationHash>(rows.getColumn(0)), rows.getColumn(1).getInt64()).first->second;
        delta = isSeen && !isUndoneBefore ? delta : 0;
    }
    qint64 sum = 0;
    for (const auto &[count, delta] : mended) {
        sum += delta;
    }
    run(state.statement("UPDATE zone_recount SET mended = ? WHERE op = ?"), sum, recount.operation);
}

void deriveMended(State &state, const QString &zone, const Period &period)
{
    static const std::string sql = std::string(recountColumns) + "WHERE zone = ? AND day = ? AND hall = ?";
    auto &rows = state.statement(sql);
    bindAll(rows, zone, period.day, period.hall);
    std::vector<Recounted> all;
    while (rows.executeStep()) {
        all.push_back(recountOf(rows));
    }
    for (const auto &recount : all) {
        deriveMended(state, recount);
    }
}

Folded foldCounted(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto zone = body.text("zone");
    const auto delta = body.number("delta", -deltaMax, deltaMax);
    const auto gate = body.textOr("gate");
    const auto period = periodFrom(body);
    body.require(zone.size() <= codeLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a count of people"));
    }
    const bool isNew =
        run(state.statement("INSERT INTO zone_count VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                            " ON CONFLICT DO NOTHING"),
            operation.hash, zone, delta, gate, period.day, period.hall, operation.origin, qint64(operation.incarnation),
            quint64(operation.sequence), operation.actor, operation.time.value) > 0;
    if (isNew && undoingOf(state, operation.hash)) {
        deriveMended(state, zone, period);
    } else if (isNew) {
        tally::add(state, sumName(zone, period), delta);
    }
    return Folded::applied();
}

/// Whoever takes a count back, and however many do: it is out once.
Folded foldUndone(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto target = body.id<OperationHash>("target");
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not the taking back of a count"));
    }
    const bool isFirst = !undoingOf(state, target);
    run(state.statement("INSERT INTO zone_count_undone VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), target,
        operation.hash, operation.origin, qint64(operation.incarnation), quint64(operation.sequence), operation.actor,
        operation.time.value);
    if (const auto count = findCount(state, target)) {
        tally::add(state, sumName(count->zone, count->period), isFirst ? -count->delta : 0);
        deriveMended(state, count->zone, count->period);
    }
    return Folded::applied();
}

Folded foldRecounted(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto zone = body.text("zone");
    const auto persons = body.number("value", 0, personsMax);
    const auto base = body.number("base", -sumMax, sumMax);
    const auto shown = body.number("shown", 0, sumMax);
    const auto version = body.number("version", 1, versionMax);
    const auto period = periodFrom(body);
    const auto station = body.textOr("station");
    const auto reason = body.textOr("reason");
    const auto seen = body.arrayOr("seen", seenMax);
    const auto known = seenFrom(seen);
    body.require(zone.size() <= codeLengthMax && known.has_value());
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a recount of a zone"));
    }
    run(state.statement("INSERT INTO zone_recount VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
                        " ON CONFLICT DO NOTHING"),
        operation.hash, zone, persons, base, shown, version, period.day, period.hall, station, operation.actor, reason,
        operation.time.value, QCborValue(seen).toCbor());
    Recounted recount;
    recount.operation = operation.hash;
    recount.zone = zone;
    recount.period = period;
    recount.seen = *known;
    deriveMended(state, recount);
    return Folded::applied();
}

/// A count of this device is everybody's to take back who counts here; another device's, whose who may recount.
Answer undo(Desk &desk, const Act &act, const OperationHash &target)
{
    auto &state = desk.state();
    const auto count = findCount(state, target);
    if (!count || undoingOf(state, target)) {
        return desk.refused(act, Outcome::NotFound, noSuchCount(), QStringLiteral("no_count"));
    }
    if (count->author.origin != desk.journal().device()) {
        const auto why = allow_list::refusal(desk.state(), desk.setup(), desk.post().role, act.actor, desk.post().now,
                                             desk.journal().device(), allow_list::Deed::RecountZone);
        if (why) {
            return desk.refused(act, Outcome::NotAllowed, *why);
        }
    }
    const auto recount = lastRecount(state, count->zone, count->period);
    if (recount && recount->hasSeen(count->author, count->sequence)) {
        return desk.refused(act, Outcome::NotAllowed, recountedSince(), QStringLiteral("recounted"));
    }
    return desk.done(act, undone(target));
}

}  // namespace

QString countedKind() { return QStringLiteral("zone.counted"); }
QString undoneKind() { return QStringLiteral("zone.count_undone"); }
QString recountedKind() { return QStringLiteral("zone.recounted"); }

Period currentPeriod(State &state) { return {presence::resetCount(state), presence::emptiedCount(state)}; }

Draft counted(const QString &zone, int delta, const QString &gate, const Period &period)
{
    Draft draft;
    draft.kind = countedKind();
    draft.body = {{key("zone"), zone},
                  {key("delta"), delta},
                  {key("gate"), gate},
                  {key("day"), period.day},
                  {key("hall"), period.hall}};
    return draft;
}

Draft undone(const OperationHash &target)
{
    Draft draft;
    draft.kind = undoneKind();
    draft.body = {{key("target"), target.toBytes()}};
    return draft;
}

Draft recounted(State &state, const Recount &command, const Headcount &now, const QString &station)
{
    const auto period = currentPeriod(state);
    auto &row = state.statement("SELECT coalesce(max(version), 0) FROM zone_recount WHERE zone = ?");
    bindAll(row, command.zone).executeStep();
    Draft draft;
    draft.kind = recountedKind();
    draft.body = {{key("zone"), command.zone},
                  {key("value"), command.persons},
                  {key("base"), now.sum},
                  {key("shown"), now.persons},
                  {key("version"), nextVersion(row.getColumn(0).getInt64())},
                  {key("day"), period.day},
                  {key("hall"), period.hall},
                  {key("station"), station},
                  {key("reason"), command.reason.left(noteLengthMax)},
                  {key("seen"), seenNow(state, command.zone, period)}};
    return draft;
}

Answer decide(Desk &desk, const Act &act, const Count &command)
{
    if (command.undoes) {
        return undo(desk, act, *command.undoes);
    }
    if (!isZone(desk.setup(), command.zone)) {
        return desk.refused(act, Outcome::NotFound, rules::noSuchZone(command.zone.left(codeLengthMax)),
                            QStringLiteral("no_zone"));
    }
    if (command.delta == 0 || command.delta < -deltaMax || command.delta > deltaMax) {
        return desk.refused(act, Outcome::NotAllowed, noDelta(), QStringLiteral("no_delta"));
    }
    return desk.done(act, counted(command.zone, command.delta, desk.post().station, currentPeriod(desk.state())));
}

Answer decide(Desk &desk, const Act &act, const Recount &command)
{
    if (!isZone(desk.setup(), command.zone)) {
        return desk.refused(act, Outcome::NotFound, rules::noSuchZone(command.zone.left(codeLengthMax)),
                            QStringLiteral("no_zone"));
    }
    if (command.persons < 0 || command.persons > personsMax) {
        return desk.refused(act, Outcome::NotAllowed, noPersons(), QStringLiteral("no_persons"));
    }
    auto &state = desk.state();
    return desk.done(act, recounted(state, command, headcount(state, command.zone), desk.post().station));
}

QStringList kinds() { return {countedKind(), undoneKind(), recountedKind(), custody::kind()}; }

QStringList tables()
{
    return QStringList{QStringLiteral("zone_count"), QStringLiteral("zone_count_undone"),
                       QStringLiteral("zone_recount")} +
           custody::tables();
}

void createTables(State &state)
{
    state.execute("CREATE TABLE zone_count(op BLOB PRIMARY KEY, zone TEXT NOT NULL, delta INTEGER NOT NULL,"
                  " gate TEXT NOT NULL, day INTEGER NOT NULL, hall INTEGER NOT NULL, origin BLOB NOT NULL,"
                  " life INTEGER NOT NULL, seq INTEGER NOT NULL, actor TEXT NOT NULL, time INTEGER NOT NULL)"
                  " WITHOUT ROWID;"
                  "CREATE INDEX zone_count_period ON zone_count(zone, day, hall, time, delta);"
                  "CREATE TABLE zone_count_undone(target BLOB, op BLOB, origin BLOB NOT NULL, life INTEGER NOT NULL,"
                  " seq INTEGER NOT NULL, actor TEXT NOT NULL, time INTEGER NOT NULL, PRIMARY KEY(target, op))"
                  " WITHOUT ROWID;"
                  "CREATE TABLE zone_recount(op BLOB PRIMARY KEY, zone TEXT NOT NULL, value INTEGER NOT NULL,"
                  " base INTEGER NOT NULL, shown INTEGER NOT NULL, version INTEGER NOT NULL, day INTEGER NOT NULL,"
                  " hall INTEGER NOT NULL, station TEXT NOT NULL, actor TEXT NOT NULL, reason TEXT NOT NULL,"
                  " time INTEGER NOT NULL, seen BLOB NOT NULL, mended INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX zone_recount_period ON zone_recount(zone, day, hall, version, time, op);");
    custody::createTables(state);
}

Folded fold(State &state, const Operation &operation)
{
    return operation.kind == countedKind()     ? foldCounted(state, operation)
           : operation.kind == undoneKind()    ? foldUndone(state, operation)
           : operation.kind == recountedKind() ? foldRecounted(state, operation)
                                               : custody::fold(state, operation);
}

std::optional<Counted> findCount(State &state, const OperationHash &operation)
{
    auto &row = state.statement(
        "SELECT zone, delta, gate, day, hall, origin, life, seq, actor, time FROM zone_count WHERE op = ?");
    bindAll(row, operation);
    if (!row.executeStep()) {
        return std::nullopt;
    }
    return Counted{operation,
                   textOf(row.getColumn(0)),
                   row.getColumn(1).getInt(),
                   textOf(row.getColumn(2)),
                   {row.getColumn(3).getInt64(), row.getColumn(4).getInt64()},
                   streamOf(row, 5),
                   sequenceOf(row, 7),
                   textOf(row.getColumn(8)),
                   {quint64(row.getColumn(9).getInt64())}};
}

std::optional<presence::Annulment> undoingOf(State &state, const OperationHash &count)
{
    auto &row = state.statement("SELECT actor, time FROM zone_count_undone WHERE target = ? ORDER BY time, op LIMIT 1");
    bindAll(row, count);
    if (!row.executeStep()) {
        return std::nullopt;
    }
    return presence::Annulment{textOf(row.getColumn(0)), {}, {quint64(row.getColumn(1).getInt64())}};
}

qint64 handSum(State &state, const QString &zone, const Period &period)
{
    return tally::of(state, sumName(zone, period));
}

std::optional<Recounted> lastRecount(State &state, const QString &zone, const Period &period)
{
    static const std::string sql = std::string(recountColumns) + "WHERE zone = ? AND day = ? AND hall = ?"
                                                                 " ORDER BY version DESC, time DESC, op DESC LIMIT 1";
    auto &row = state.statement(sql);
    bindAll(row, zone, period.day, period.hall);
    return row.executeStep() ? std::optional(recountOf(row)) : std::nullopt;
}

std::vector<Recounted> recounts(State &state)
{
    static const std::string sql = std::string(recountColumns) + "WHERE day = ? ORDER BY zone, hall, version, time, op";
    auto &rows = state.statement(sql);
    bindAll(rows, presence::resetCount(state));
    std::vector<Recounted> found;
    while (rows.executeStep()) {
        found.push_back(recountOf(rows));
    }
    return found;
}

QStringList faults(State &state)
{
    QStringList found;
    auto &rows = state.statement("SELECT zone, day, hall, sum(delta) FROM zone_count c WHERE NOT EXISTS"
                                 "(SELECT 1 FROM zone_count_undone u WHERE u.target = c.op) GROUP BY zone, day, hall");
    while (rows.executeStep()) {
        const auto name =
            sumName(textOf(rows.getColumn(0)), {rows.getColumn(1).getInt64(), rows.getColumn(2).getInt64()});
        const auto counted = rows.getColumn(3).getInt64();
        if (counted != tally::of(state, name)) {
            found << QStringLiteral("sum: %1 is kept as %2 but counts %3")
                         .arg(name)
                         .arg(tally::of(state, name))
                         .arg(counted);
        }
    }
    return found;
}

}  // namespace muster::zones
