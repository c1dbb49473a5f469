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
        body.require(address.isString() && address.toString().size() <= addressLengthMax);
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
QStringList tables() { return {QStringLiteral("epoch"), QStringLiteral("epoch_life")}; }

void createTables(State &state)
{
    // The life and the time are those of the hub's own word; who passes a record on says nothing of them.
    state.execute("CREATE TABLE epoch(number INTEGER, hub BLOB, record BLOB NOT NULL, PRIMARY KEY(number, record))"
                  " WITHOUT ROWID;"
                  "CREATE TABLE epoch_life(number INTEGER, hub BLOB, life INTEGER, time INTEGER NOT NULL,"
                  " PRIMARY KEY(number, hub, life)) WITHOUT ROWID;");
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
    if (operation.origin == record->hub) {
        bindAll(state.statement("INSERT INTO epoch_life VALUES(?, ?, ?, ?)"
                                " ON CONFLICT DO UPDATE SET time = min(time, excluded.time)"),
                qint64(record->number), record->hub, quint64(operation.incarnation), operation.time.value)
            .exec();
    }
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
    auto &query = state.statement("SELECT record FROM epoch ORDER BY number DESC, hub DESC, record DESC LIMIT 1");
    return query.executeStep() ? EpochRecord::decode(bytesOf(query.getColumn(0))) : std::nullopt;
}

std::vector<Term> latestTerms(State &state)
{
    std::vector<Term> terms;
    auto &rows = state.statement("SELECT hub, max(number) FROM epoch GROUP BY hub ORDER BY hub");
    while (rows.executeStep()) {
        terms.push_back({Epoch{quint32(rows.getColumn(1).getInt64())}, idOf<DeviceId>(rows.getColumn(0))});
    }
    return terms;
}

std::optional<Term> latestTerm(State &state, const DeviceId &hub)
{
    auto &row = state.statement("SELECT max(number) FROM epoch WHERE hub = ?");
    if (!bindAll(row, hub).executeStep() || row.getColumn(0).isNull()) {
        return std::nullopt;
    }
    return Term{Epoch{quint32(row.getColumn(0).getInt64())}, hub};
}

QStringList addressesOf(State &state, const DeviceId &hub)
{
    auto &row = state.statement("SELECT record FROM epoch WHERE hub = ? ORDER BY number DESC, record DESC LIMIT 1");
    const auto record = bindAll(row, hub).executeStep() ? EpochRecord::decode(bytesOf(row.getColumn(0))) : std::nullopt;
    return record ? record->addresses : QStringList();
}

std::optional<Epoch> turnBegin(State &state, const DeviceId &hub)
{
    auto &row = state.statement("SELECT min(number) FROM epoch WHERE hub = ?1 AND NOT EXISTS (SELECT 1 FROM epoch o"
                                " WHERE o.hub <> ?1 AND (o.number, o.hub) > (epoch.number, ?1))");
    if (!bindAll(row, hub).executeStep() || row.getColumn(0).isNull()) {
        return std::nullopt;
    }
    return Epoch{quint32(row.getColumn(0).getInt64())};
}

bool hasPredecessor(State &state, const DeviceId &hub)
{
    const auto begin = turnBegin(state, hub);
    auto &row = state.statement("SELECT 1 FROM epoch WHERE hub <> ?1 AND (number, hub) < (?2, ?1) LIMIT 1");
    return begin && bindAll(row, hub, qint64(*begin)).executeStep();
}

std::optional<Incarnation> lifeOf(State &state, const Term &term)
{
    auto &row = state.statement("SELECT life FROM epoch_life WHERE number = ? AND hub = ? ORDER BY time DESC, life"
                                " LIMIT 1");
    return bindAll(row, qint64(term.number), term.hub).executeStep()
               ? std::optional(Incarnation{quint64(row.getColumn(0).getInt64())})
               : std::nullopt;
}

std::optional<HybridTime> begunAt(State &state, const Term &term)
{
    auto &row = state.statement("SELECT min(time) FROM epoch_life WHERE number = ? AND hub = ?");
    if (!bindAll(row, qint64(term.number), term.hub).executeStep() || row.getColumn(0).isNull()) {
        return std::nullopt;
    }
    return HybridTime{quint64(row.getColumn(0).getInt64())};
}

}  // namespace epochs
}  // namespace muster
