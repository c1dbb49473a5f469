#include "core/venue/devices/devices.h"

#include "core/journal/body.h"

namespace muster::devices {
namespace {

const QString restoredKind = QStringLiteral("devices.restored");

QByteArray message(const Device &device, const EventId &event)
{
    const QCborArray words{device.id.toBytes(), device.number,  device.name,
                           device.role,         device.station, device.version};
    return QByteArrayLiteral("muster device enrolled\n") + event.toBytes() + QCborValue(words).toCbor();
}

QByteArray message(const DeviceId &device, const QString &reason, const EventId &event)
{
    return QByteArrayLiteral("muster device revoked\n") + event.toBytes() + device.toBytes() + reason.toUtf8();
}

Folded foldEnrolled(State &state, const Operation &operation, const EventId &event, const PublicKey &eventKey)
{
    BodyReader body(operation.bodyMap());
    Device device;
    device.id = body.id<DeviceId>("device");
    device.number = int(body.number("number", 0, 1'000'000));
    device.name = body.text("name");
    device.role = body.text("role");
    device.station = body.textOr("station");
    device.version = body.number("version", 1, versionMax);
    const auto signature = body.id<Signature>("signature");
    if (!body.isGood() || !verify(signature, message(device, event), eventKey)) {
        return Folded::malformed(QStringLiteral("an enrolment that the event key did not sign"));
    }
    // Between two of one version the signature decides: who passes one on, and when, must not.
    bindAll(state.statement("INSERT INTO device VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                            " number = excluded.number, name = excluded.name, role = excluded.role,"
                            " station = excluded.station, version = excluded.version, signature = excluded.signature"
                            " WHERE (excluded.version, excluded.signature) > (version, signature)"),
            device.id, device.number, device.name, device.role, device.station, device.version, signature)
        .exec();
    bindAll(state.statement("INSERT INTO device_role VALUES(?, ?) ON CONFLICT DO NOTHING"), device.id, device.role)
        .exec();
    return Folded::applied();
}

Folded foldRevoked(State &state, const Operation &operation, const EventId &event, const PublicKey &eventKey)
{
    BodyReader body(operation.bodyMap());
    const auto device = body.id<DeviceId>("device");
    const auto reason = body.textOr("reason");
    const auto signature = body.id<Signature>("signature");
    if (!body.isGood() || !verify(signature, message(device, reason, event), eventKey)) {
        return Folded::malformed(QStringLiteral("a revocation that the event key did not sign"));
    }
    bindAll(state.statement("INSERT INTO device_revoked VALUES(?, ?, ?, ?) ON CONFLICT DO NOTHING"), device,
            operation.hash, reason, operation.time.value)
        .exec();
    return Folded::applied();
}

Device deviceOf(SQLite::Statement &row)
{
    return {idOf<DeviceId>(row.getColumn(0)), row.getColumn(1).getInt(), textOf(row.getColumn(2)),
            textOf(row.getColumn(3)),         textOf(row.getColumn(4)),  row.getColumn(6).getInt() != 0,
            row.getColumn(5).getInt64()};
}

}  // namespace

QStringList kinds() { return {enrolledKind(), revokedKind(), restoredKind}; }
QString enrolledKind() { return QStringLiteral("devices.enrolled"); }
QString revokedKind() { return QStringLiteral("devices.revoked"); }

Draft enrolled(const Device &device, const EventId &event, const SigningKey &eventKey)
{
    Draft draft;
    draft.kind = enrolledKind();
    draft.body = {{key("device"), device.id.toBytes()},
                  {key("number"), device.number},
                  {key("name"), device.name},
                  {key("role"), device.role},
                  {key("station"), device.station},
                  {key("version"), device.version},
                  {key("signature"), eventKey.sign(message(device, event)).toBytes()}};
    return draft;
}

Draft revoked(const DeviceId &device, const QString &reason, const EventId &event, const SigningKey &eventKey)
{
    Draft draft;
    draft.kind = revokedKind();
    draft.body = {{key("device"), device.toBytes()},
                  {key("reason"), reason},
                  {key("signature"), eventKey.sign(message(device, reason, event)).toBytes()}};
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
    return {QStringLiteral("device"), QStringLiteral("device_role"), QStringLiteral("device_revoked"),
            QStringLiteral("device_restored")};
}

void createTables(State &state)
{
    state.execute("CREATE TABLE device(id BLOB PRIMARY KEY, number INTEGER NOT NULL, name TEXT NOT NULL,"
                  " role TEXT NOT NULL, station TEXT NOT NULL, version INTEGER NOT NULL, signature BLOB NOT NULL)"
                  " WITHOUT ROWID;"
                  "CREATE TABLE device_role(device BLOB, role TEXT, PRIMARY KEY(device, role)) WITHOUT ROWID;"
                  "CREATE TABLE device_revoked(device BLOB, op BLOB, reason TEXT NOT NULL,"
                  " time INTEGER NOT NULL, PRIMARY KEY(device, op)) WITHOUT ROWID;"
                  "CREATE TABLE device_restored(op BLOB PRIMARY KEY, device BLOB NOT NULL, life INTEGER NOT NULL,"
                  " time INTEGER NOT NULL) WITHOUT ROWID;");
}

Folded fold(State &state, const Operation &operation, const EventId &event, const PublicKey &eventKey)
{
    if (operation.kind == enrolledKind()) {
        return foldEnrolled(state, operation, event, eventKey);
    }
    if (operation.kind == revokedKind()) {
        return foldRevoked(state, operation, event, eventKey);
    }
    bindAll(state.statement("INSERT INTO device_restored VALUES(?, ?, ?, ?) ON CONFLICT DO NOTHING"), operation.hash,
            operation.origin, quint64(operation.incarnation), operation.time.value)
        .exec();
    return Folded::applied();
}

std::optional<Device> find(State &state, const DeviceId &id)
{
    auto &row = state.statement("SELECT id, number, name, role, station, version,"
                                " EXISTS(SELECT 1 FROM device_revoked r WHERE r.device = d.id)"
                                " FROM device d WHERE id = ?");
    bindAll(row, id);
    return row.executeStep() ? std::optional(deviceOf(row)) : std::nullopt;
}

std::vector<Device> all(State &state)
{
    std::vector<Device> found;
    auto &rows = state.statement("SELECT id, number, name, role, station, version,"
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

std::optional<HybridTime> revokedAt(State &state, const DeviceId &id)
{
    auto &row = state.statement("SELECT min(time) FROM device_revoked WHERE device = ?");
    if (!bindAll(row, id).executeStep() || row.getColumn(0).isNull()) {
        return std::nullopt;
    }
    return HybridTime{quint64(row.getColumn(0).getInt64())};
}

QStringList rolesOf(State &state, const DeviceId &id)
{
    QStringList roles;
    auto &rows = state.statement("SELECT role FROM device_role WHERE device = ? ORDER BY role");
    bindAll(rows, id);
    while (rows.executeStep()) {
        roles << textOf(rows.getColumn(0));
    }
    return roles;
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
    auto &rows = state.statement("SELECT op, device, life, time FROM device_restored ORDER BY time, op");
    while (rows.executeStep()) {
        found.push_back({idOf<OperationHash>(rows.getColumn(0)), idOf<DeviceId>(rows.getColumn(1)),
                         Incarnation{quint64(rows.getColumn(2).getInt64())},
                         HybridTime{quint64(rows.getColumn(3).getInt64())}.wall()});
    }
    return found;
}

}  // namespace muster::devices
