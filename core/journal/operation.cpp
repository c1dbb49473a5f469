#include "core/journal/operation.h"

#include "core/journal/cbor_shape.h"

#include <QCborValue>

namespace muster {
namespace {

using cbor::Reader;
using cbor::write;

constexpr quint64 formatVersion = 1;

}  // namespace

OperationHash operationHashOf(QByteArrayView encoded) { return OperationHash{hash256(encoded).bytes}; }

QByteArray Operation::encode() const
{
    QByteArray bytes;
    bytes.reserve(body.size() + 192);
    QCborStreamWriter writer(&bytes);
    writer.startArray(12);
    writer.append(formatVersion);
    write(writer, origin);
    writer.append(quint64(incarnation));
    writer.append(quint64(sequence));
    writer.append(time.value);
    writer.append(quint64(epoch));
    writer.append(actor);
    write(writer, request);
    writer.append(kind);
    writer.append(quint64(version));
    writer.appendByteString(body.constData(), body.size());
    write(writer, previous);
    writer.endArray();
    return bytes;
}

Result<Operation> Operation::decode(QByteArrayView bytes)
{
    if (bytes.size() > encodedSizeMax) {
        return fail(ErrorCode::Invalid, QStringLiteral("an operation is longer than %1 bytes").arg(encodedSizeMax));
    }
    Reader reader(bytes);
    Operation op;
    reader.enterArray(12);
    reader.number(formatVersion);
    op.origin = reader.id<DeviceId>();
    op.incarnation = Incarnation{reader.number(cbor::anySigned)};
    op.sequence = Sequence{reader.number(cbor::anySigned)};
    op.time = HybridTime{reader.number(cbor::anyNumber)};
    op.epoch = Epoch{quint32(reader.number(std::numeric_limits<quint32>::max()))};
    op.actor = reader.text(actorLengthMax);
    op.request = reader.id<RequestId>();
    op.kind = reader.text(kindLengthMax);
    op.version = quint8(reader.number(255));
    op.body = reader.bytes(bodySizeMax);
    op.previous = reader.id<OperationHash>();
    reader.leave();
    if (!reader.isWhole() || op.sequence == Sequence{0}) {
        return fail(ErrorCode::Invalid, QStringLiteral("not a well-formed operation"));
    }
    op.hash = operationHashOf(bytes);
    return op;
}

std::optional<QCborMap> Operation::bodyMap() const
{
    QCborParserError error;
    const auto value = QCborValue::fromCbor(body, &error);
    if (error.error != QCborError::NoError || error.offset != body.size() || !value.isMap()) {
        return std::nullopt;
    }
    return value.toMap();
}

QByteArray Credential::message(const EventId &event, const PublicKey &device)
{
    return QByteArrayLiteral("muster device\n") + event.toBytes() + device.toBytes();
}

bool Credential::isValid(const EventId &event, const PublicKey &eventKey) const
{
    return verify(byEvent, message(event, device), eventKey);
}

QByteArray Batch::message(const EventId &event, const OperationHash &last)
{
    return QByteArrayLiteral("muster batch\n") + event.toBytes() + last.toBytes();
}

QByteArray Batch::encode() const
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(4);
    write(writer, author.device);
    write(writer, author.byEvent);
    write(writer, signature);
    writer.startArray(operations.size());
    for (const auto &operation : operations) {
        writer.appendByteString(operation.constData(), operation.size());
    }
    writer.endArray();
    writer.endArray();
    return bytes;
}

Result<Batch> Batch::decode(QByteArrayView bytes)
{
    Reader reader(bytes);
    Batch batch;
    reader.enterArray(4);
    batch.author.device = reader.id<PublicKey>();
    batch.author.byEvent = reader.id<Signature>();
    batch.signature = reader.id<Signature>();
    const quint64 count = reader.enterList(operationCountMax);
    for (quint64 i = 0; i < count && reader.isGood(); ++i) {
        batch.operations.push_back(reader.bytes(Operation::encodedSizeMax));
    }
    reader.leave();
    reader.leave();
    if (!reader.isWhole() || count == 0) {
        return fail(ErrorCode::Invalid, QStringLiteral("not a well-formed batch of operations"));
    }
    return batch;
}

bool VersionVector::has(const StreamKey &key, const Head &head) const
{
    const auto found = heads.find(key);
    return found != heads.end() && std::ranges::find(found->second, head) != found->second.end();
}

QByteArray VersionVector::encode() const
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(heads.size());
    for (const auto &[key, ends] : heads) {
        writer.startArray(3);
        write(writer, key.origin);
        writer.append(quint64(key.incarnation));
        writer.startArray(ends.size() * 2);
        for (const auto &head : ends) {
            writer.append(quint64(head.sequence));
            write(writer, head.hash);
        }
        writer.endArray();
        writer.endArray();
    }
    writer.endArray();
    return bytes;
}

Result<VersionVector> VersionVector::decode(QByteArrayView bytes)
{
    Reader reader(bytes);
    VersionVector vector;
    const quint64 keyCount = reader.enterList(headCountMax);
    quint64 headCount = 0;
    for (quint64 i = 0; i < keyCount && reader.isGood(); ++i) {
        reader.enterArray(3);
        StreamKey key;
        key.origin = reader.id<DeviceId>();
        key.incarnation = Incarnation{reader.number(cbor::anySigned)};
        auto &ends = vector.heads[key];
        const quint64 length = reader.enterList(2 * headCountMax);
        headCount += length / 2;
        if (!ends.empty() || length == 0 || headCount > quint64(headCountMax)) {
            reader.refuse();
        }
        for (quint64 k = 0; k + 1 < length && reader.isGood(); k += 2) {
            const Sequence sequence{reader.number(cbor::anySigned)};
            ends.push_back({sequence, reader.id<OperationHash>()});
        }
        std::ranges::sort(ends);
        if (std::ranges::adjacent_find(ends) != ends.end()) {
            reader.refuse();
        }
        reader.leave();
        reader.leave();
    }
    reader.leave();
    if (!reader.isWhole()) {
        return fail(ErrorCode::Invalid, QStringLiteral("not a well-formed version vector"));
    }
    return vector;
}

}  // namespace muster
