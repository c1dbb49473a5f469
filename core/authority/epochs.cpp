#include "core/authority/epochs.h"

#include "core/journal/body.h"

namespace muster {

QByteArray EpochRecord::message(const EventId &event) const
{
    const QCborArray words{qint64(number), hub.toBytes(), QCborArray::fromStringList(addresses)};
    return QByteArrayLiteral("muster epoch\n") + event.toBytes() + QCborValue(words).toCbor();
}

QCborMap EpochRecord::toCbor() const
{
    return {{key("number"), qint64(number)},
            {key("hub"), hub.toBytes()},
            {key("addresses"), QCborArray::fromStringList(addresses)},
            {key("signature"), signature.toBytes()}};
}

std::optional<EpochRecord> EpochRecord::fromCbor(const QCborMap &map)
{
    BodyReader body(map);
    EpochRecord record;
    record.number = Epoch{quint32(body.number("number", 1, std::numeric_limits<quint32>::max()))};
    record.hub = body.id<DeviceId>("hub");
    for (const auto &address : body.array("addresses", addressesMax)) {
        body.require(address.isString() && address.toString().size() <= 256);
        record.addresses << address.toString();
    }
    record.signature = body.id<Signature>("signature");
    return body.isGood() ? std::optional(record) : std::nullopt;
}

std::optional<EpochRecord> EpochRecord::decode(const QByteArray &bytes)
{
    return bytes.size() > 8'192 ? std::nullopt : fromCbor(QCborValue::fromCbor(bytes).toMap());
}

EpochRecord EpochRecord::make(Epoch number, const DeviceId &hub, QStringList addresses, const EventId &event,
                              const SigningKey &eventKey)
{
    EpochRecord record{number, hub, std::move(addresses), {}};
    record.signature = eventKey.sign(record.message(event));
    return record;
}

bool EpochRecord::isValid(const EventId &event, const PublicKey &eventKey) const
{
    return verify(signature, message(event), eventKey);
}

namespace epochs {

QString kind() { return QStringLiteral("authority.epoch"); }
QStringList tables() { return {QStringLiteral("epoch")}; }

void createTables(State &state)
{
    state.execute("CREATE TABLE epoch(number INTEGER, hub BLOB, record BLOB NOT NULL, PRIMARY KEY(number, record))"
                  " WITHOUT ROWID");
}

Folded fold(State &state, const Operation &operation, const EventId &event, const PublicKey &eventKey)
{
    const auto record = EpochRecord::fromCbor(operation.bodyMap().value_or(QCborMap()));
    if (!record || !record->isValid(event, eventKey)) {
        return Folded::malformed(QStringLiteral("an epoch that the event key did not sign"));
    }
    bindAll(state.statement("INSERT INTO epoch VALUES(?, ?, ?) ON CONFLICT DO NOTHING"), qint64(record->number),
            record->hub, record->encode())
        .exec();
    return Folded::applied();
}

bool wasHub(State &state, const DeviceId &device)
{
    auto &query = state.statement("SELECT 1 FROM epoch WHERE hub = ? LIMIT 1");
    bindAll(query, device);
    return query.executeStep();
}

std::optional<EpochRecord> current(State &state)
{
    auto &query = state.statement("SELECT record FROM epoch ORDER BY number DESC, record DESC LIMIT 1");
    return query.executeStep() ? EpochRecord::decode(bytesOf(query.getColumn(0))) : std::nullopt;
}

}  // namespace epochs
}  // namespace muster
