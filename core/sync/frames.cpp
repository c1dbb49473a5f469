#include "core/sync/frames.h"

#include "core/journal/cbor_shape.h"

namespace muster::frames {
namespace {

using cbor::Reader;
using cbor::write;

constexpr qsizetype digestSizeMax = 64;
constexpr quint64 foldVersionMax = 1'000'000;
constexpr quint64 fieldCountMax = 63;  ///< Of a frame of a newer version.

/// Writes the frame's array: its type's number, then its fields.
class FrameWriter {
public:
    FrameWriter(std::size_t type, quint64 fieldCount) : m_writer(&m_bytes)
    {
        m_writer.startArray(fieldCount + 1);
        m_writer.append(quint64(type));
    }
    FrameWriter &operator<<(quint64 value) { return m_writer.append(value), *this; }
    FrameWriter &operator<<(qint64 value) { return m_writer.append(value), *this; }
    FrameWriter &operator<<(const QString &text) { return m_writer.append(text), *this; }
    FrameWriter &operator<<(const QByteArray &bytes) { return write(m_writer, bytes), *this; }
    template<class Tag, std::size_t N>
    FrameWriter &operator<<(const Id<Tag, N> &id)
    {
        return write(m_writer, id), *this;
    }
    FrameWriter &operator<<(const std::vector<QByteArray> &list)
    {
        m_writer.startArray(quint64(list.size()));
        for (const auto &bytes : list) {
            write(m_writer, bytes);
        }
        m_writer.endArray();
        return *this;
    }
    [[nodiscard]] QByteArray done()
    {
        m_writer.endArray();
        return m_bytes;
    }

private:
    QByteArray m_bytes;
    QCborStreamWriter m_writer;
};

QByteArray write(std::size_t type, const Hello &f)
{
    return (FrameWriter(type, 8) << f.protocol << f.event << f.softwareVersion << quint64(f.foldVersion)
                                 << f.vector.encode() << f.epochRecord << f.wallMs << f.keyCursor)
        .done();
}
QByteArray write(std::size_t type, const Operations &f)
{
    return (FrameWriter(type, 3) << f.number << f.vectorsSeen << f.batches).done();
}
QByteArray write(std::size_t type, const Acknowledged &f)
{
    return (FrameWriter(type, 2) << f.number << f.heads.encode()).done();
}
QByteArray write(std::size_t type, const Vector &f) { return (FrameWriter(type, 1) << f.vector.encode()).done(); }
QByteArray write(std::size_t type, const Ask &f) { return (FrameWriter(type, 2) << f.request << f.body).done(); }
QByteArray write(std::size_t type, const Answer &f) { return (FrameWriter(type, 2) << f.request << f.body).done(); }
QByteArray write(std::size_t type, const Keys &f) { return (FrameWriter(type, 2) << f.body << f.cursor).done(); }
QByteArray write(std::size_t type, const KeysAcknowledged &f) { return (FrameWriter(type, 1) << f.cursor).done(); }
QByteArray write(std::size_t type, const EpochRecord &f) { return (FrameWriter(type, 1) << f.body).done(); }
QByteArray write(std::size_t type, const Ping &f)
{
    return (FrameWriter(type, 8) << f.sentAt << f.wallMs << f.unsentCount << f.oldestUnsent << f.digest
                                 << quint64(f.foldVersion) << f.vectorHash << f.status)
        .done();
}
QByteArray write(std::size_t type, const Pong &f) { return (FrameWriter(type, 2) << f.sentAt << f.wallMs).done(); }
QByteArray write(std::size_t type, const Bye &f)
{
    return (FrameWriter(type, 2) << quint64(f.reason) << f.text.left(textLengthMax)).done();
}
QByteArray write(std::size_t type, const Snapshot &f)
{
    return (FrameWriter(type, 3) << f.number << quint64(f.isLast) << f.part).done();
}
QByteArray write(std::size_t type, const SnapshotTaken &f) { return (FrameWriter(type, 1) << f.number).done(); }
QByteArray write(std::size_t type, const BlobWanted &f) { return (FrameWriter(type, 2) << f.blob << f.offset).done(); }
QByteArray write(std::size_t type, const BlobPart &f)
{
    return (FrameWriter(type, 4) << f.blob << f.offset << f.total << f.bytes).done();
}

QByteArray write(std::size_t, const Unknown &f) { return FrameWriter(f.type, 0).done(); }

VersionVector readVector(Reader &reader)
{
    auto vector = VersionVector::decode(reader.bytes(sizeMax));
    if (!vector) {
        reader.refuse();
        return {};
    }
    return std::move(*vector);
}

Frame readHello(Reader &r)
{
    Hello f;
    f.protocol = r.number(cbor::anyNumber);
    f.event = r.id<EventId>();
    f.softwareVersion = r.text(textLengthMax);
    f.foldVersion = int(r.number(foldVersionMax));
    f.vector = readVector(r);
    f.epochRecord = r.bytes(opaqueSizeMax);
    f.wallMs = r.signedNumber();
    f.keyCursor = r.bytes(cursorSizeMax);
    return f;
}

Frame readOperations(Reader &r)
{
    Operations f;
    f.number = r.number(cbor::anySigned);
    f.vectorsSeen = r.number(cbor::anySigned);
    const quint64 count = r.enterList(batchCountMax);
    for (quint64 i = 0; i < count && r.isGood(); ++i) {
        f.batches.push_back(r.bytes(sizeMax));
    }
    r.leave();
    return f;
}

Frame readAcknowledged(Reader &r)
{
    Acknowledged f;
    f.number = r.number(cbor::anySigned);
    f.heads = readVector(r);
    return f;
}

Frame readPing(Reader &r)
{
    Ping f;
    f.sentAt = r.number(cbor::anyNumber);
    f.wallMs = r.signedNumber();
    f.unsentCount = r.number(cbor::anyNumber);
    f.oldestUnsent = r.number(cbor::anyNumber);
    f.digest = r.bytes(digestSizeMax);
    f.foldVersion = int(r.number(foldVersionMax));
    f.vectorHash = r.id<Hash256>();
    f.status = r.bytes(statusSizeMax);
    return f;
}

/// Order of evaluation inside braces is that of the wire.
Frame readFields(Reader &r, quint64 type)
{
    switch (type) {
    case 0: return readHello(r);
    case 1: return readOperations(r);
    case 2: return readAcknowledged(r);
    case 3: return Vector{readVector(r)};
    case 4: return Ask{r.id<RequestId>(), r.bytes(opaqueSizeMax)};
    case 5: return Answer{r.id<RequestId>(), r.bytes(opaqueSizeMax)};
    case 6: return Keys{r.bytes(opaqueSizeMax), r.bytes(cursorSizeMax)};
    case 7: return KeysAcknowledged{r.bytes(cursorSizeMax)};
    case 8: return EpochRecord{r.bytes(opaqueSizeMax)};
    case 9: return readPing(r);
    case 10: return Pong{r.number(cbor::anyNumber), r.signedNumber()};
    case 11: return Bye{ByeReason(r.number(quint64(ByeReason::Overrun))), r.text(textLengthMax)};
    case 12: return Snapshot{r.number(cbor::anySigned), r.number(1) == 1, r.bytes(snapshotPartMax)};
    case 13: return SnapshotTaken{r.number(cbor::anySigned)};
    case 14: return BlobWanted{r.id<Hash256>(), r.number(blobSizeMax)};
    case 15: return BlobPart{r.id<Hash256>(), r.number(blobSizeMax), r.number(blobSizeMax), r.bytes(blobPartMax)};
    default: r.refuse(); return Bye{};
    }
}

constexpr std::array<quint64, 16> fieldCounts{8, 3, 2, 1, 2, 2, 2, 1, 1, 8, 2, 2, 3, 1, 2, 4};
static_assert(std::variant_size_v<Frame> == fieldCounts.size() + 1);

}  // namespace

QByteArray encode(const Frame &frame)
{
    return std::visit([&](const auto &known) { return write(frame.index(), known); }, frame);
}

Result<Frame> decode(QByteArrayView bytes)
{
    if (bytes.size() > sizeMax) {
        return fail(ErrorCode::Invalid, QStringLiteral("a frame is longer than %1 bytes").arg(sizeMax));
    }
    Reader reader(bytes);
    const quint64 length = reader.enterList(fieldCountMax + 1);
    const quint64 type = reader.number(typeMax);
    if (reader.isGood() && type >= fieldCounts.size()) {
        return Unknown{type};
    }
    if (!reader.isGood() || length != fieldCounts[type] + 1) {
        return fail(ErrorCode::Invalid, QStringLiteral("not a known frame: is one of the devices newer?"));
    }
    auto frame = readFields(reader, type);
    reader.leave();
    if (!reader.isWhole()) {
        return fail(ErrorCode::Invalid, QStringLiteral("not a well-formed frame"));
    }
    return frame;
}

QString toString(ByeReason reason)
{
    switch (reason) {
    case ByeReason::Leaving: return QStringLiteral("leaving");
    case ByeReason::WrongProtocol: return QStringLiteral("wrong_protocol");
    case ByeReason::WrongEvent: return QStringLiteral("wrong_event");
    case ByeReason::Garbage: return QStringLiteral("garbage");
    case ByeReason::Silent: return QStringLiteral("silent");
    case ByeReason::NotAllowed: return QStringLiteral("not_allowed");
    case ByeReason::Overrun: return QStringLiteral("overrun");
    }
    Q_UNREACHABLE();
}

}  // namespace muster::frames
