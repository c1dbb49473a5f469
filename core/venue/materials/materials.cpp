#include "core/venue/materials/materials.h"

#include "core/journal/body.h"
#include "core/venue/guests/presence.h"
#include "core/venue/materials/serials.h"

namespace muster::materials {
namespace {

struct Moved {
    QString material;
    QString staff;
    QString zone;
    Step step = Step::Packed;
    qint64 count = 0;
};

/// Keeps who has how many: somebody who was named, else a zone, else nobody who was said. Of somebody it keeps the
/// zone too that was said last.
void hold(State &state, const Operation &operation, qint64 day, const Moved &moved)
{
    if (moved.step < Step::Issued) {
        return;
    }
    const auto place = moved.staff.isEmpty() ? moved.zone : QString();
    const bool isPlaced = moved.step == Step::Issued && !moved.zone.isEmpty();
    run(state.statement("INSERT INTO material_held VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        " value = value + excluded.value,"
                        " zone = iif((excluded.time, excluded.op) > (time, op), excluded.zone, zone),"
                        " time = iif((excluded.time, excluded.op) > (time, op), excluded.time, time),"
                        " op = iif((excluded.time, excluded.op) > (time, op), excluded.op, op)"),
        day, moved.material, moved.staff, place, moved.step == Step::Issued ? moved.count : -moved.count,
        isPlaced ? moved.zone : QString(), isPlaced ? operation.time.value : quint64(0),
        isPlaced ? operation.hash.toBytes() : QByteArray(""));
}

Folded foldMoved(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto material = body.text("material");
    const auto step = body.number("step", 0, qint64(Step::Broken));
    const auto count = body.number("count", -countMax, countMax);
    const auto zone = body.textOr("zone");
    const auto staff = body.textOr("staff");
    const auto note = body.textOr("note");
    const auto day = body.number("day", 0, std::numeric_limits<qint32>::max());
    body.require(!material.isEmpty() && material.size() <= codeLengthMax);
    body.require(zone.size() <= codeLengthMax && staff.size() <= codeLengthMax && note.size() <= noteLengthMax);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a move of material"));
    }
    const int isNew =
        run(state.statement("INSERT INTO material_move VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
            operation.hash, day, material, step, count, zone, staff, note, operation.actor, operation.time.value);
    if (isNew > 0) {
        hold(state, operation, day, {material, staff, zone, Step(step), count});
        run(state.statement("INSERT INTO material_sum VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                            " value = value + excluded.value"),
            day, material, step, count);
    }
    return Folded::applied();
}

}  // namespace

QString toString(Step step)
{
    switch (step) {
    case Step::Packed: return QStringLiteral("packed");
    case Step::Arrived: return QStringLiteral("arrived");
    case Step::Issued: return QStringLiteral("issued");
    case Step::Returned: return QStringLiteral("returned");
    case Step::Missing: return QStringLiteral("missing");
    case Step::Broken: return QStringLiteral("broken");
    }
    Q_UNREACHABLE();
}

QString toString(SerialStep step)
{
    switch (step) {
    case SerialStep::Issued: return QStringLiteral("issued");
    case SerialStep::Used: return QStringLiteral("used");
    case SerialStep::Void: return QStringLiteral("void");
    case SerialStep::Returned: return QStringLiteral("returned");
    }
    Q_UNREACHABLE();
}

QString movedKind() { return QStringLiteral("material.moved"); }
QString markedKind() { return serials::markedKind(); }
QStringList kinds() { return {movedKind(), markedKind()}; }

QStringList tables()
{
    return QStringList{QStringLiteral("material_move"), QStringLiteral("material_sum"),
                       QStringLiteral("material_held")} +
           serials::tables();
}

void createTables(State &state)
{
    state.execute("CREATE TABLE material_move(op BLOB PRIMARY KEY, day INTEGER NOT NULL, material TEXT NOT NULL,"
                  " step INTEGER NOT NULL, count INTEGER NOT NULL, zone TEXT NOT NULL, staff TEXT NOT NULL,"
                  " note TEXT NOT NULL, actor TEXT NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID;"
                  "CREATE TABLE material_sum(day INTEGER, material TEXT, step INTEGER, value INTEGER NOT NULL,"
                  " PRIMARY KEY(day, material, step)) WITHOUT ROWID;"
                  "CREATE TABLE material_held(day INTEGER, material TEXT, staff TEXT, place TEXT,"
                  " value INTEGER NOT NULL, zone TEXT NOT NULL, time INTEGER NOT NULL, op BLOB NOT NULL,"
                  " PRIMARY KEY(day, material, staff, place)) WITHOUT ROWID;");
    serials::createTables(state);
}

Folded fold(State &state, const Operation &operation)
{
    return operation.kind == movedKind() ? foldMoved(state, operation) : serials::fold(state, operation);
}

std::map<QString, Sums> sums(State &state)
{
    std::map<QString, Sums> found;
    auto &rows = state.statement("SELECT material, step, value FROM material_sum WHERE day = ?");
    bindAll(rows, presence::resetCount(state));
    while (rows.executeStep()) {
        found[textOf(rows.getColumn(0))].at(std::size_t(rows.getColumn(1).getInt())) = rows.getColumn(2).getInt64();
    }
    return found;
}

std::vector<Holding> held(State &state)
{
    auto &rows = state.statement("SELECT material, staff, iif(staff = '', place, zone), value FROM material_held"
                                 " WHERE day = ? AND value <> 0 ORDER BY material, value DESC, staff, place");
    bindAll(rows, presence::resetCount(state));
    std::vector<Holding> found;
    while (rows.executeStep()) {
        found.push_back({textOf(rows.getColumn(0)), textOf(rows.getColumn(1)), textOf(rows.getColumn(2)),
                         rows.getColumn(3).getInt64()});
    }
    return found;
}

QString serialText(const Material &material, int serial)
{
    return material.serialPrefix +
           QStringLiteral("%1").arg(serial, std::clamp(material.serialDigits, 0, 9), 10, QLatin1Char('0'));
}

QStringList faults(State &state)
{
    QStringList found;
    auto &rows = state.statement("SELECT s.material, s.value, coalesce(m.counted, 0) FROM material_sum s LEFT JOIN"
                                 " (SELECT day, material, step, sum(count) AS counted FROM material_move"
                                 " GROUP BY day, material, step) m"
                                 " ON m.day = s.day AND m.material = s.material AND m.step = s.step");
    while (rows.executeStep()) {
        if (rows.getColumn(1).getInt64() != rows.getColumn(2).getInt64()) {
            found << QStringLiteral("sum: material %1 is kept as %2 but counts %3")
                         .arg(textOf(rows.getColumn(0)))
                         .arg(rows.getColumn(1).getInt64())
                         .arg(rows.getColumn(2).getInt64());
        }
    }
    auto &held = state.statement("SELECT h.day, h.material FROM (SELECT day, material, sum(value) AS value"
                                 " FROM material_held GROUP BY day, material) h JOIN (SELECT day, material,"
                                 " sum(iif(step = 2, count, -count)) AS value FROM material_move WHERE step >= 2"
                                 " GROUP BY day, material) m ON m.day = h.day AND m.material = h.material"
                                 " WHERE m.value <> h.value");
    while (held.executeStep()) {
        found << QStringLiteral("sum: who holds material %1 is kept otherwise than it counts")
                     .arg(textOf(held.getColumn(1)));
    }
    return found + serials::faults(state);
}

}  // namespace muster::materials
