#include "core/authority/standbys.h"

#include "core/journal/body.h"

namespace muster::standbys {
namespace {

const QString offeredKind = QStringLiteral("authority.offered");
const QString appointedKind = QStringLiteral("authority.standby");
const QString steppedDownKind = QStringLiteral("authority.stepped_down");

QByteArray message(const DeviceId &device, const QByteArray &sealed, qint64 version, const EventId &event)
{
    const QCborArray words{device.toBytes(), sealed, version};
    return QByteArrayLiteral("muster standby\n") + event.toBytes() + QCborValue(words).toCbor();
}

Folded foldOffered(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto self = body.id<PublicKey>("key");
    const auto version = body.number("version", 1, versionMax);
    const auto addresses = body.array("addresses", EpochRecord::addressesMax);
    for (const auto &address : addresses) {
        body.require(address.isString() && address.toString().size() <= EpochRecord::addressLengthMax);
    }
    if (!body.isGood() || deviceIdOf(self) != operation.origin) {
        return Folded::malformed(QStringLiteral("not a device's word on where it listens"));
    }
    bindAll(state.statement("INSERT INTO hub_offer VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                            " key = excluded.key, addresses = excluded.addresses, version = excluded.version,"
                            " time = excluded.time, op = excluded.op"
                            " WHERE (excluded.version, excluded.time, excluded.op) > (version, time, op)"),
            operation.origin, self, QCborValue(addresses).toCbor(), version, operation.time.value, operation.hash)
        .exec();
    return Folded::applied();
}

Folded foldAppointed(State &state, const Operation &operation, const EventId &event, const PublicKey &eventKey)
{
    BodyReader body(operation.bodyMap());
    const auto device = body.id<DeviceId>("device");
    const auto sealed = body.bytes("sealed");
    const auto version = body.number("version", 1, versionMax);
    const auto signature = body.id<Signature>("signature");
    body.require(sealed.size() <= sealedMax);
    if (!body.isGood() || !verify(signature, message(device, sealed, version, event), eventKey)) {
        return Folded::malformed(QStringLiteral("a standby that the event key did not sign"));
    }
    // Between two of one version the signature decides: who passes one on, and when, must not.
    bindAll(state.statement("INSERT INTO standby VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                            " sealed = excluded.sealed, version = excluded.version, signature = excluded.signature"
                            " WHERE (excluded.version, excluded.signature) > (version, signature)"),
            device, sealed, version, signature)
        .exec();
    return Folded::applied();
}

Folded foldSteppedDown(State &state, const Operation &operation)
{
    BodyReader body(operation.bodyMap());
    const auto number = body.number("number", 1, std::numeric_limits<quint32>::max());
    const auto hub = body.id<DeviceId>("hub");
    if (!body.isGood()) {
        return Folded::malformed(QStringLiteral("not a hub's stepping down"));
    }
    bindAll(state.statement("INSERT INTO stepped_down VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"), operation.hash,
            operation.origin, qint64(operation.incarnation), number, hub)
        .exec();
    return Folded::applied();
}

}  // namespace

QStringList kinds() { return {offeredKind, appointedKind, steppedDownKind}; }

Draft offered(State &state, const PublicKey &self, const QStringList &addresses)
{
    const auto before = offerOf(state, deviceIdOf(self));
    Draft draft;
    draft.kind = offeredKind;
    draft.body = {{key("key"), self.toBytes()},
                  {key("addresses"),
                   QCborArray::fromStringList(addresses.first(std::min(addresses.size(), EpochRecord::addressesMax)))},
                  {key("version"), nextVersion(before ? before->version : 0)}};
    return draft;
}

Draft appointed(State &state, const DeviceId &device, const QByteArray &sealed, const EventId &event,
                const SigningKey &eventKey)
{
    auto &row = state.statement("SELECT version FROM standby WHERE device = ?");
    const auto version = nextVersion(bindAll(row, device).executeStep() ? row.getColumn(0).getInt64() : 0);
    Draft draft;
    draft.kind = appointedKind;
    draft.body = {{key("device"), device.toBytes()},
                  {key("sealed"), sealed},
                  {key("version"), version},
                  {key("signature"), eventKey.sign(message(device, sealed, version, event)).toBytes()}};
    return draft;
}

Draft steppedDown(const EpochRecord &successor)
{
    Draft draft;
    draft.kind = steppedDownKind;
    draft.body = {{key("number"), qint64(successor.number)}, {key("hub"), successor.hub.toBytes()}};
    return draft;
}

QStringList tables()
{
    return {QStringLiteral("hub_offer"), QStringLiteral("standby"), QStringLiteral("stepped_down")};
}

void createTables(State &state)
{
    state.execute("CREATE TABLE hub_offer(device BLOB PRIMARY KEY, key BLOB NOT NULL, addresses BLOB NOT NULL,"
                  " version INTEGER NOT NULL, time INTEGER NOT NULL, op BLOB NOT NULL) WITHOUT ROWID;"
                  "CREATE TABLE standby(device BLOB PRIMARY KEY, sealed BLOB NOT NULL, version INTEGER NOT NULL,"
                  " signature BLOB NOT NULL) WITHOUT ROWID;"
                  "CREATE TABLE stepped_down(op BLOB PRIMARY KEY, device BLOB NOT NULL, life INTEGER NOT NULL,"
                  " number INTEGER NOT NULL, hub BLOB NOT NULL) WITHOUT ROWID;");
}

Folded fold(State &state, const Operation &operation, const EventId &event, const PublicKey &eventKey)
{
    return operation.kind == appointedKind ? foldAppointed(state, operation, event, eventKey)
           : operation.kind == offeredKind ? foldOffered(state, operation)
                                           : foldSteppedDown(state, operation);
}

std::optional<Offer> offerOf(State &state, const DeviceId &device)
{
    auto &row = state.statement("SELECT key, addresses, version FROM hub_offer WHERE device = ?");
    if (!bindAll(row, device).executeStep()) {
        return std::nullopt;
    }
    Offer offer{device, idOf<PublicKey>(row.getColumn(0)), {}, row.getColumn(2).getInt64()};
    for (const auto &address : QCborValue::fromCbor(bytesOf(row.getColumn(1))).toArray()) {
        offer.addresses << address.toString();
    }
    return offer;
}

bool isStandby(State &state, const DeviceId &device) { return sealedFor(state, device).has_value(); }

std::vector<DeviceId> all(State &state)
{
    return idsOf<DeviceId>(state.statement("SELECT device FROM standby WHERE length(sealed) > 0 ORDER BY device"));
}

std::optional<QByteArray> sealedFor(State &state, const DeviceId &device)
{
    auto &row = state.statement("SELECT sealed FROM standby WHERE device = ? AND length(sealed) > 0");
    return bindAll(row, device).executeStep() ? std::optional(bytesOf(row.getColumn(0))) : std::nullopt;
}

std::vector<Incarnation> steppedDownLives(State &state, const Term &term)
{
    std::vector<Incarnation> lives;
    auto &rows = state.statement("SELECT DISTINCT life FROM stepped_down WHERE device = ?1 AND (number, hub) > (?2, ?1)"
                                 " ORDER BY life");
    bindAll(rows, term.hub, qint64(term.number));
    while (rows.executeStep()) {
        lives.push_back(Incarnation{quint64(rows.getColumn(0).getInt64())});
    }
    return lives;
}

}  // namespace muster::standbys
