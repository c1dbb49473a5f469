#include "core/venue/devices.h"

#include "core/journal/body.h"

namespace muster::devices {
namespace {

const QString enrolledKind = QStringLiteral("devices.enrolled");
const QString revokedKind = QStringLiteral("devices.revoked");
const QString restoredKind = QStringLiteral("devices.restored");

Folded foldEnrolled(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto device = body.id<DeviceId>("device");
    const auto number = body.number("number", 0, 1'000'000);
    const auto name = body.text("name");
    const auto role = body.text("role");
    const auto station = body.textOr("station");
    const auto version = body.number("version", 1, 1'000'000'000);
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not an enrolment"));
    }
    bindAll(state.statement("INSERT INTO device VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                            " number = excluded.number, name = excluded.name, role = excluded.role,"
                            " station = excluded.station, version = excluded.version, time = excluded.time,"
                            " op = excluded.op WHERE (excluded.version, excluded.time, excluded.op) >"
                            " (version, time, op)"),
            device, number, name, role, station, version, operation.time.value, operation.hash)
        .exec();
    return Folded::applied();
}

Device deviceOf(SQLite::Statement &row)
{
    return {idOf<DeviceId>(row.getColumn(0)), row.getColumn(1).getInt(), textOf(row.getColumn(2)),
            textOf(row.getColumn(3)),         textOf(row.getColumn(4)),  row.getColumn(5).getInt() != 0};
}

}  // namespace

QStringList kinds() { return {enrolledKind, revokedKind, restoredKind}; }

Draft enrolled(const Device &device, qint64 version)
{
    Draft draft;
    draft.kind = enrolledKind;
    draft.body = {{key("device"), device.id.toBytes()}, {key("number"), device.number},   {key("name"), device.name},
                  {key("role"), device.role},           {key("station"), device.station}, {key("version"), version}};
    return draft;
}

Draft revoked(const DeviceId &device, const QString &reason)
{
    Draft draft;
    draft.kind = revokedKind;
    draft.body = {{key("device"), device.toBytes()}, {key("reason"), reason}};
    return draft;
}

Draft restored()
{
    Draft draft;
    draft.kind = restoredKind;
    return draft;
}

QStringList tables()
{
    return {QStringLiteral("device"), QStringLiteral("device_revoked"), QStringLiteral("device_restored")};
}

void createTables(State &state)
{
    state.execute("CREATE TABLE device(id BLOB PRIMARY KEY, number INTEGER NOT NULL, name TEXT NOT NULL,"
                  " role TEXT NOT NULL, station TEXT NOT NULL, version INTEGER NOT NULL, time INTEGER NOT NULL,"
                  " op BLOB NOT NULL) WITHOUT ROWID;"
                  "CREATE TABLE device_revoked(device BLOB, op BLOB, reason TEXT NOT NULL, PRIMARY KEY(device, op))"
                  " WITHOUT ROWID;"
                  "CREATE TABLE device_restored(op BLOB PRIMARY KEY, device BLOB NOT NULL, time INTEGER NOT NULL)"
                  " WITHOUT ROWID;");
}

Folded fold(State &state, const Operation &operation)
{
    if (operation.kind == enrolledKind) {
        return foldEnrolled(state, operation);
    }
    if (operation.kind == restoredKind) {
        bindAll(state.statement("INSERT INTO device_restored VALUES(?, ?, ?) ON CONFLICT DO NOTHING"), operation.hash,
                operation.origin, operation.time.value)
            .exec();
        return Folded::applied();
    }
    BodyReader body(operation.bodyMap());
    const auto device = body.id<DeviceId>("device");
    const auto reason = body.textOr("reason");
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a revocation"));
    }
    bindAll(state.statement("INSERT INTO device_revoked VALUES(?, ?, ?) ON CONFLICT DO NOTHING"), device,
            operation.hash, reason)
        .exec();
    return Folded::applied();
}

std::optional<Device> find(State &state, const DeviceId &id)
{
    auto &row = state.statement("SELECT id, number, name, role, station,"
                                " EXISTS(SELECT 1 FROM device_revoked r WHERE r.device = d.id)"
                                " FROM device d WHERE id = ?");
    bindAll(row, id);
    return row.executeStep() ? std::optional(deviceOf(row)) : std::nullopt;
}

std::vector<Device> all(State &state)
{
    std::vector<Device> found;
    auto &rows = state.statement("SELECT id, number, name, role, station,"
                                 " EXISTS(SELECT 1 FROM device_revoked r WHERE r.device = d.id)"
                                 " FROM device d ORDER BY number, id");
    while (rows.executeStep()) {
        found.push_back(deviceOf(rows));
    }
    return found;
}

bool isRevoked(State &state, const DeviceId &id)
{
    auto &row = state.statement("SELECT 1 FROM device_revoked WHERE device = ? LIMIT 1");
    return bindAll(row, id).executeStep();
}

int nextNumber(State &state)
{
    auto &row = state.statement("SELECT coalesce(max(number), 0) + 1 FROM device");
    row.executeStep();
    return row.getColumn(0).getInt();
}

std::vector<Restored> restorations(State &state)
{
    std::vector<Restored> found;
    auto &rows = state.statement("SELECT op, device, time FROM device_restored ORDER BY time, op");
    while (rows.executeStep()) {
        found.push_back({idOf<OperationHash>(rows.getColumn(0)), idOf<DeviceId>(rows.getColumn(1)),
                         HybridTime{quint64(rows.getColumn(2).getInt64())}.wall()});
    }
    return found;
}

}  // namespace muster::devices
