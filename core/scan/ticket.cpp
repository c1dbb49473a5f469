#include "core/scan/ticket.h"

#include "core/scan/base45.h"

#include <algorithm>
#include <optional>

namespace muster::scan {
namespace {

constexpr quint8 ticketVersion = 1;
constexpr QByteArrayView domain("muster ticket 1\n");

bool isCode(QByteArrayView code)
{
    return code.size() <= ticketCodeMax && std::all_of(code.begin(), code.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
                      c == '_';
           });
}

QByteArray signedMessage(QByteArrayView body) { return domain.toByteArray() + body.toByteArray(); }

void appendVarint(QByteArray &bytes, quint32 value)
{
    for (; value >= 0x80; value >>= 7U) {
        bytes += char((value & 0x7fU) | 0x80U);
    }
    bytes += char(value);
}

/// Takes fields off the front of a ticket's body; after a short or odd field everything else is nothing too.
class FieldReader {
public:
    explicit FieldReader(QByteArrayView bytes) : m_rest(bytes) {}

    QByteArrayView take(qsizetype count)
    {
        if (!m_isGood || m_rest.size() < count) {
            m_isGood = false;
            return {};
        }
        const auto taken = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return taken;
    }
    quint8 byte()
    {
        const auto taken = take(1);
        return taken.isEmpty() ? quint8(0) : quint8(taken[0]);
    }
    quint32 varint()
    {
        quint32 value = 0;
        for (unsigned shift = 0; shift < 28; shift += 7) {
            const quint8 part = byte();
            value |= quint32(part & 0x7fU) << shift;
            if ((part & 0x80U) == 0) {
                m_isGood = m_isGood && (part != 0 || shift == 0);  // Only the shortest form.
                return value;
            }
        }
        m_isGood = false;
        return 0;
    }
    QString code()
    {
        const auto text = take(byte());
        m_isGood = m_isGood && isCode(text);
        return m_isGood ? QString::fromLatin1(text) : QString();
    }
    [[nodiscard]] bool isDone() const { return m_isGood && m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    bool m_isGood = true;
};

bool areSessions(const QStringList &sessions)
{
    const bool isSorted = std::adjacent_find(sessions.begin(), sessions.end(),
                                             [](const auto &a, const auto &b) { return a >= b; }) == sessions.end();
    return sessions.size() <= ticketSessionsMax && isSorted && !sessions.contains(QString());
}

bool isWithinLimits(const Ticket &ticket)
{
    return ticket.serial.issue >= 1 && ticket.serial.issue <= ticketIssueMax && ticket.companions >= 0 &&
           ticket.companions <= ticketCompanionsMax && areSessions(ticket.sessions);
}

}  // namespace

EventMark eventMarkOf(const EventId &event)
{
    const auto hash = hash256(QByteArray("muster event tag\n") + event.toBytes());
    return *EventMark::fromBytes(hash.toBytes().first(EventMark::size));
}

Status KeyRing::add(KeyId id, const PublicKey &key)
{
    const auto found = m_keys.find(quint16(id));
    if (found != m_keys.end()) {
        if (found->second == key) {
            return {};
        }
        return fail(ErrorCode::Invalid, QStringLiteral("ticket key %1 is another key already; give the new one a new "
                                                       "number")
                                            .arg(quint16(id)));
    }
    if (m_keys.size() >= ticketKeysMax) {
        return fail(ErrorCode::Invalid, QStringLiteral("an event has at most %1 ticket keys").arg(ticketKeysMax));
    }
    m_keys.emplace(quint16(id), key);
    return {};
}

const PublicKey *KeyRing::find(KeyId id) const
{
    const auto found = m_keys.find(quint16(id));
    return found == m_keys.end() ? nullptr : &found->second;
}

Result<QByteArray> signTicket(const Ticket &ticket, KeyId id, const SigningKey &key)
{
    const auto isAsciiCode = [](const QString &code) { return isCode(code.toUtf8()); };
    if (!isWithinLimits(ticket) || !isAsciiCode(ticket.classCode) ||
        !std::all_of(ticket.sessions.begin(), ticket.sessions.end(), isAsciiCode)) {
        return fail(ErrorCode::Invalid,
                    QStringLiteral("a ticket has codes of at most %1 letters, digits, '-' or '_', at most %2 sessions "
                                   "in order, at most %3 companions and an issue from 1 to %4")
                        .arg(ticketCodeMax)
                        .arg(ticketSessionsMax)
                        .arg(ticketCompanionsMax)
                        .arg(ticketIssueMax));
    }
    QByteArray body;
    body += char(ticketVersion);
    body += char(quint16(id) >> 8U);
    body += char(quint16(id) & 0xffU);
    body += ticket.event.toBytes() + ticket.serial.guest.toBytes();
    appendVarint(body, ticket.serial.issue);
    body += char(ticket.companions);
    body += char(ticket.classCode.size());
    body += ticket.classCode.toLatin1();
    body += char(ticket.sessions.size());
    for (const auto &session : ticket.sessions) {
        body += char(session.size());
        body += session.toLatin1();
    }
    const auto signature = key.sign(signedMessage(body));
    return ticketPrefix.toByteArray() + toBase45(body + signature.toBytes());
}

Result<SignedTicket> parseTicket(QByteArrayView text)
{
    const auto malformed = [] {
        return fail(ErrorCode::Invalid, QStringLiteral("this ticket is damaged or was not made by Muster; "
                                                       "scan it again or send the guest to the problem desk"));
    };
    if (!text.startsWith(ticketPrefix) || text.size() > ticketTextMax) {
        return malformed();
    }
    const auto bytes = fromBase45(text.sliced(ticketPrefix.size()));
    if (!bytes || bytes->size() <= Signature::size) {
        return malformed();
    }
    SignedTicket result;
    result.body = bytes->chopped(Signature::size);
    result.signature = *Signature::fromBytes(QByteArrayView(*bytes).last(Signature::size));
    FieldReader reader(result.body);
    if (reader.byte() != ticketVersion) {
        return malformed();
    }
    const unsigned high = reader.byte();
    result.key = KeyId(quint16(high << 8U | reader.byte()));
    auto &ticket = result.ticket;
    ticket.event = EventMark::fromBytes(reader.take(EventMark::size)).value_or(EventMark{});
    ticket.serial.guest = GuestId::fromBytes(reader.take(GuestId::size)).value_or(GuestId{});
    ticket.serial.issue = reader.varint();
    ticket.companions = reader.byte();
    ticket.classCode = reader.code();
    const int sessions = reader.byte();
    for (int i = 0; i < sessions && i <= ticketSessionsMax; ++i) {
        ticket.sessions += reader.code();
    }
    if (!reader.isDone() || !isWithinLimits(ticket)) {
        return malformed();
    }
    return result;
}

TicketVerdict verifyTicket(const SignedTicket &ticket, const KeyRing &keys, const EventMark &event)
{
    if (ticket.ticket.event != event) {
        return TicketVerdict::WrongEvent;
    }
    const auto *key = keys.find(ticket.key);
    if (key == nullptr) {
        return TicketVerdict::UnknownKey;
    }
    const bool isGenuine = verify(ticket.signature, signedMessage(ticket.body), *key);
    return isGenuine ? TicketVerdict::Valid : TicketVerdict::Forged;
}

}  // namespace muster::scan
