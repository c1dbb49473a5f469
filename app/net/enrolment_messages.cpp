#include "app/net/enrolment_messages.h"

#include <QCborMap>
#include <QCborValue>

#include <algorithm>

namespace muster::net {
namespace {

constexpr qint64 version = 1;
enum Key : qint64 { Version = 0, Kind = 1, First = 2 };

bool isPlain(QChar c) { return c.category() != QChar::Other_Control && c.category() != QChar::Other_Format; }

/// Takes the fields of a message in order, each of its type and within its limits; one miss spoils the whole.
class FieldReader {
public:
    explicit FieldReader(const QCborMap &map) : m_map(map) {}

    QByteArray bytes(qsizetype min, qsizetype max)
    {
        const auto value = m_map.take(m_next++);
        const auto result = value.toByteArray();
        m_isGood = m_isGood && value.isByteArray() && result.size() >= min && result.size() <= max;
        return result;
    }
    template<class IdType>
    IdType id()
    {
        return IdType::fromBytes(bytes(IdType::size, IdType::size)).value_or(IdType{});
    }
    /// A field that may be left out.
    template<class IdType>
    std::optional<IdType> optionalId()
    {
        if (!m_map.contains(m_next)) {
            ++m_next;
            return std::nullopt;
        }
        return id<IdType>();
    }
    QString text(qsizetype max)
    {
        const auto value = m_map.take(m_next++);
        const auto result = value.toString();
        m_isGood = m_isGood && value.isString() && result.size() <= max && isPlainText(result);
        return result;
    }
    qint64 number(qint64 min, qint64 max)
    {
        const auto value = m_map.take(m_next++);
        const auto result = value.toInteger(min);
        m_isGood = m_isGood && value.isInteger() && result >= min && result <= max;
        return result;
    }
    /// All fields were good, and there were no others.
    [[nodiscard]] bool isDone() const { return m_isGood && m_map.isEmpty(); }

private:
    QCborMap m_map;
    qint64 m_next = First;
    bool m_isGood = true;
};

/// The counterpart: fields in the same order.
class FieldWriter {
public:
    explicit FieldWriter(QCborMap &map) : m_map(map) {}
    void add(const QCborValue &value) { m_map.insert(m_next++, value); }
    void skip() { ++m_next; }

private:
    QCborMap &m_map;
    qint64 m_next = First;
};

void write(FieldWriter &out, const Offer &offer)
{
    out.add(offer.commitment);
    out.add(offer.challenge);
    out.add(offer.eventName);
}

void write(FieldWriter &out, const Application &application)
{
    if (application.token) {
        out.add(application.token->toBytes());
    } else {
        out.skip();
    }
    out.add(application.linkKeyDer);
    out.add(application.operationsKey.toBytes());
    out.add(application.nonce);
    out.add(application.role);
    out.add(application.name);
    out.add(application.station);
    out.add(application.linkProof);
    out.add(application.operationsProof.toBytes());
}

void write(FieldWriter &out, const Reveal &reveal) { out.add(reveal.nonce); }

void write(FieldWriter &out, const Approval &approval)
{
    out.add(approval.certificatePem);
    out.add(approval.caPem);
    out.add(approval.bundle);
}

void write(FieldWriter &out, const Refusal &refusal)
{
    out.add(qint64(refusal.failure));
    out.add(refusal.words);
}

void write(FieldWriter &, const Heartbeat &) {}
void write(FieldWriter &, const Received &) {}

Application readApplication(FieldReader &in)
{
    Application application;
    application.token = in.optionalId<EnrolmentToken>();
    application.linkKeyDer = in.bytes(1, linkKeyBytesMax);
    application.operationsKey = in.id<PublicKey>();
    application.nonce = in.bytes(enrolmentNonceBytes, enrolmentNonceBytes);
    application.role = in.text(roleMax);
    application.name = in.text(deviceNameMax);
    application.station = in.text(deviceNameMax);
    application.linkProof = in.bytes(0, linkProofBytesMax);
    application.operationsProof = in.id<Signature>();
    return application;
}

std::optional<EnrolmentMessage> readKind(FieldReader &in, qint64 kind)
{
    // Braced initialisers are evaluated in order, which is that of the fields.
    switch (kind) {
    case 0:
        return Offer{in.bytes(enrolmentNonceBytes, enrolmentNonceBytes),
                     in.bytes(enrolmentNonceBytes, enrolmentNonceBytes), in.text(EnrolmentUri::eventNameMax)};
    case 1: return readApplication(in);
    case 2: return Reveal{in.bytes(enrolmentNonceBytes, enrolmentNonceBytes)};
    case 3: return Approval{in.bytes(1, certificateMax), in.bytes(1, certificateMax), in.bytes(0, bundleMax)};
    case 4:
        return Refusal{
            EnrolmentFailure(in.number(qint64(EnrolmentFailure::Unreachable), qint64(EnrolmentFailure::ShutOut))),
            in.text(refusalWordsMax)};
    case 5: return Heartbeat{};
    case 6: return Received{};
    default: return std::nullopt;
    }
}

tl::unexpected<Error> notAMessage()
{
    return fail(ErrorCode::Invalid, QStringLiteral("the other end does not speak this version of Muster's enrolment"));
}

}  // namespace

bool isPlainText(const QString &text) { return std::all_of(text.begin(), text.end(), isPlain); }

QString toPlainText(const QString &text, qsizetype max)
{
    QString plain;
    std::copy_if(text.begin(), text.end(), std::back_inserter(plain),
                 [](QChar c) { return isPlain(c) || c.isSpace(); });
    return plain.simplified().left(max);
}

QByteArray encode(const EnrolmentMessage &message)
{
    QCborMap map{{qint64(Version), version}, {qint64(Kind), qint64(message.index())}};
    FieldWriter out(map);
    std::visit([&out](const auto &fields) { write(out, fields); }, message);
    return QCborValue(map).toCbor();
}

Result<EnrolmentMessage> decode(const QByteArray &cbor)
{
    QCborParserError error;
    const auto value = QCborValue::fromCbor(cbor, &error);
    auto map = value.toMap();
    if (error.error != QCborError::NoError || error.offset != cbor.size() || !value.isMap() ||
        map.take(qint64(Version)) != QCborValue(version)) {
        return notAMessage();
    }
    const auto kind = map.take(qint64(Kind));
    FieldReader in(map);
    auto message = kind.isInteger() ? readKind(in, kind.toInteger()) : std::nullopt;
    if (!message || !in.isDone()) {
        return notAMessage();
    }
    return std::move(*message);
}

QString toString(EnrolmentFailure failure)
{
    switch (failure) {
    case EnrolmentFailure::Unreachable: return QStringLiteral("unreachable");
    case EnrolmentFailure::WrongHub: return QStringLiteral("wrong_hub");
    case EnrolmentFailure::WrongToken: return QStringLiteral("wrong_token");
    case EnrolmentFailure::TokenUsed: return QStringLiteral("token_used");
    case EnrolmentFailure::WindowClosed: return QStringLiteral("window_closed");
    case EnrolmentFailure::Busy: return QStringLiteral("busy");
    case EnrolmentFailure::Refused: return QStringLiteral("refused");
    case EnrolmentFailure::CodeDenied: return QStringLiteral("code_denied");
    case EnrolmentFailure::Protocol: return QStringLiteral("protocol");
    case EnrolmentFailure::TimedOut: return QStringLiteral("timed_out");
    case EnrolmentFailure::ShutOut: return QStringLiteral("shut_out");
    }
    Q_UNREACHABLE();
}

}  // namespace muster::net
