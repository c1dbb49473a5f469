#include "core/venue/units/units.h"

#include "core/journal/body.h"
#include "core/venue/scarce/clashes.h"

namespace muster::units {
namespace {

/// Two households, one unit: steps for somebody whose author did not know of another's.
void deriveUnit(State &state, const QString &unit)
{
    std::vector<clashes::Link> links;
    auto &rows = state.statement("SELECT op, origin, station, actor, time, provisional, previous, step FROM unit_step"
                                 " WHERE unit = ? ORDER BY version, time, op");
    bindAll(rows, unit);
    while (rows.executeStep()) {
        const auto step = Step(rows.getColumn(7).getInt());
        links.push_back({{idOf<OperationHash>(rows.getColumn(0)), idOf<DeviceId>(rows.getColumn(1)),
                          textOf(rows.getColumn(2)), textOf(rows.getColumn(3)),
                          HybridTime{quint64(rows.getColumn(4).getInt64())}, rows.getColumn(5).getInt() != 0},
                         idOf<OperationHash>(rows.getColumn(6)),
                         step == Step::Hold || step == Step::Subscribe});
    }
    clashes::derive(state, QStringLiteral("unit_twice"), unit, std::nullopt, clashes::unaware(links));
}

Folded foldStepped(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto unit = body.text("unit");
    const auto previous = body.id<OperationHash>("previous");
    const auto version = body.number("version", 1, versionMax);
    const auto step = body.number("step", 0, qint64(Step::Withdraw));
    const auto phase = body.number("phase", 0, qint64(Phase::Withdrawn));
    const auto guest = body.optionalId<GuestId>("guest");
    const auto until = body.optionalNumber<qint64>("until", 0, happenedMaxS * 1'000);
    const auto reason = body.textOr("reason");
    const auto station = body.textOr("station");
    const auto told = scarce::readTold(body);
    body.require(unit.size() <= 64);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a step of a unit"));
    }
    const int isNew = run(state.statement("INSERT INTO unit_step VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                          " ON CONFLICT DO NOTHING"),
                          operation.hash, unit, previous, version, step, phase, guest, until, operation.actor, reason,
                          station, operation.time.value, operation.origin, told.isProvisional);
    run(state.statement("INSERT INTO unit_now VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        " op = excluded.op, version = excluded.version, phase = excluded.phase,"
                        " guest = excluded.guest, until = excluded.until, station = excluded.station,"
                        " actor = excluded.actor, time = excluded.time"
                        " WHERE (excluded.version, excluded.time, excluded.op) > (version, time, op)"),
        unit, operation.hash, version, phase, guest, until, station, operation.actor, operation.time.value);
    scarce::book(state, operation, told);
    auto &forked = state.statement("SELECT 1 FROM unit_step WHERE unit = ? GROUP BY previous HAVING count(*) > 1"
                                   " LIMIT 1");
    if (isNew > 0 && bindAll(forked, unit).executeStep()) {
        deriveUnit(state, unit);
    }
    return Folded::applied();
}

Folded foldFrozen(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const bool isFrozen = body.flag("frozen");
    const auto version = body.number("version", 1, versionMax);
    const auto reason = body.textOr("reason");
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a freeze of the units"));
    }
    run(state.statement("INSERT INTO unit_freeze VALUES(1, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        " frozen = excluded.frozen, version = excluded.version, time = excluded.time,"
                        " op = excluded.op, actor = excluded.actor, reason = excluded.reason"
                        " WHERE (excluded.version, excluded.time, excluded.op) > (version, time, op)"),
        isFrozen, version, operation.time.value, operation.hash, operation.actor, reason);
    return Folded::applied();
}

Unit unitOf(SQLite::Statement &row)
{
    Unit unit;
    unit.code = textOf(row.getColumn(0));
    unit.last = idOf<OperationHash>(row.getColumn(1));
    unit.version = row.getColumn(2).getInt64();
    unit.phase = Phase(row.getColumn(3).getInt());
    if (!row.getColumn(4).isNull()) {
        unit.guest = idOf<GuestId>(row.getColumn(4));
    }
    if (!row.getColumn(5).isNull()) {
        unit.until = fromMsecs(row.getColumn(5).getInt64());
    }
    unit.station = textOf(row.getColumn(6));
    unit.actor = textOf(row.getColumn(7));
    unit.since = {quint64(row.getColumn(8).getInt64())};
    return unit;
}

}  // namespace

QString toString(Phase phase)
{
    switch (phase) {
    case Phase::Free: return QStringLiteral("free");
    case Phase::Held: return QStringLiteral("held");
    case Phase::Subscribed: return QStringLiteral("subscribed");
    case Phase::Signed: return QStringLiteral("signed");
    case Phase::Withdrawn: return QStringLiteral("withdrawn");
    }
    Q_UNREACHABLE();
}

bool isLegal(Phase phase, Step step, bool isSame)
{
    switch (step) {
    case Step::Hold: return phase == Phase::Free || (phase == Phase::Held && isSame);
    case Step::Subscribe: return phase == Phase::Free || (phase == Phase::Held && isSame);
    case Step::Sign: return phase == Phase::Subscribed;
    case Step::Release: return phase != Phase::Free && phase != Phase::Signed;
    case Step::Withdraw: return phase == Phase::Free;
    }
    Q_UNREACHABLE();
}

QString steppedKind() { return QStringLiteral("unit.stepped"); }
QString frozenKind() { return QStringLiteral("unit.frozen"); }

QStringList kinds() { return {steppedKind(), frozenKind()}; }

QStringList tables()
{
    return {QStringLiteral("unit_step"), QStringLiteral("unit_now"), QStringLiteral("unit_freeze")};
}

void createTables(State &state)
{
    state.execute("CREATE TABLE unit_step(op BLOB PRIMARY KEY, unit TEXT NOT NULL, previous BLOB NOT NULL,"
                  " version INTEGER NOT NULL, step INTEGER NOT NULL, phase INTEGER NOT NULL, guest BLOB,"
                  " until INTEGER, actor TEXT NOT NULL, reason TEXT NOT NULL, station TEXT NOT NULL,"
                  " time INTEGER NOT NULL, origin BLOB NOT NULL, provisional INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX unit_step_unit ON unit_step(unit, previous);"
                  "CREATE TABLE unit_now(unit TEXT PRIMARY KEY, op BLOB NOT NULL, version INTEGER NOT NULL,"
                  " phase INTEGER NOT NULL, guest BLOB, until INTEGER, station TEXT NOT NULL, actor TEXT NOT NULL,"
                  " time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE INDEX unit_now_guest ON unit_now(guest) WHERE guest IS NOT NULL;"
                  "CREATE TABLE unit_freeze(one INTEGER PRIMARY KEY, frozen INTEGER NOT NULL,"
                  " version INTEGER NOT NULL, time INTEGER NOT NULL, op BLOB NOT NULL, actor TEXT NOT NULL,"
                  " reason TEXT NOT NULL);");
}

Folded fold(State &state, const Operation &operation)
{
    return operation.kind == steppedKind() ? foldStepped(state, operation) : foldFrozen(state, operation);
}

QString resourceOf(const QString &unit) { return QStringLiteral("unit/") + unit; }

Unit find(State &state, const QString &unit)
{
    auto &row = state.statement("SELECT * FROM unit_now WHERE unit = ?");
    if (bindAll(row, unit).executeStep()) {
        return unitOf(row);
    }
    Unit untouched;
    untouched.code = unit;
    return untouched;
}

std::vector<Unit> touched(State &state)
{
    std::vector<Unit> units;
    auto &rows = state.statement("SELECT * FROM unit_now ORDER BY unit");
    while (rows.executeStep()) {
        units.push_back(unitOf(rows));
    }
    return units;
}

bool isFrozen(State &state)
{
    auto &row = state.statement("SELECT frozen FROM unit_freeze");
    return row.executeStep() && row.getColumn(0).getInt() != 0;
}

bool hasBought(State &state, const GuestId &guest)
{
    auto &row = state.statement("SELECT 1 FROM unit_now WHERE guest = ? AND phase IN (2, 3) LIMIT 1");
    static_assert(int(Phase::Subscribed) == 2 && int(Phase::Signed) == 3);
    return bindAll(row, guest).executeStep();
}

}  // namespace muster::units
