#pragma once
#include "core/base/crypto.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <unordered_map>

/// Signed tickets: an invitation that a device can judge with no guest list and no network.
///
/// Text form: "MU1:" + Base45 of: version (1 byte), key id (2, big endian), event mark (4), guest (16), issue (varint),
/// companions (1), class code and sessions (each length + ASCII), Ed25519 signature (64) over all before it under a
/// domain of its own. Every ticket has exactly one form; about 145 characters, a QR code of version 6 or 7.
namespace muster::scan {

inline constexpr QByteArrayView ticketPrefix("MU1:");
inline constexpr qsizetype ticketTextMax = 640;  ///< Characters, prefix included.
inline constexpr int ticketCodeMax = 32;         ///< Characters of a class or session code.
inline constexpr int ticketSessionsMax = 8;
inline constexpr int ticketCompanionsMax = 99;
inline constexpr quint32 ticketIssueMax = 1'000'000;
inline constexpr std::size_t ticketKeysMax = 64;

/// Names a signing key of the event; a new one is added when a key must no longer sign.
enum class KeyId : quint16 {};
/// Short name of the event on its tickets, so that another day's ticket says so.
using EventMark = Id<struct EventMarkTag, 4>;
[[nodiscard]] EventMark eventMarkOf(const EventId &event);

/// Names one printing of one guest's ticket; what a revocation or block list holds.
struct TicketSerial {
    GuestId guest;
    quint32 issue = 1;  ///< 1 for the first; each reissue is one more.
    friend auto operator<=>(const TicketSerial &, const TicketSerial &) = default;
};

/// What a ticket says.
struct Ticket {
    EventMark event{};
    TicketSerial serial;
    QString classCode{};  ///< ASCII letters, digits, '-', '_'; may be empty.
    int companions = 0;
    QStringList sessions{};  ///< Codes the ticket is for, sorted, none twice; empty: all.
    friend bool operator==(const Ticket &, const Ticket &) = default;
};

/// A ticket as read: well-formed, not yet judged.
struct SignedTicket {
    Ticket ticket;
    KeyId key{};
    QByteArray body;  ///< What was signed.
    Signature signature;
};

/// The event's public keys by id; all are good for verifying.
class KeyRing {
public:
    /// Invalid: the id already names another key, or there are ticketKeysMax.
    [[nodiscard]] Status add(KeyId id, const PublicKey &key);
    [[nodiscard]] const PublicKey *find(KeyId id) const;

private:
    std::unordered_map<quint16, PublicKey> m_keys;
};

enum class TicketVerdict {
    Valid,       ///< Signed by the event. Whether it was revoked or blocked is the caller's to look up (serial).
    Forged,      ///< The signature is not the named key's.
    WrongEvent,  ///< Says itself that it is for another event.
    UnknownKey,  ///< Signed with a key that this device does not have; it may arrive later.
};

/// The ticket's text, ready for a QR code. Invalid: a field beyond its limit.
[[nodiscard]] Result<QByteArray> signTicket(const Ticket &ticket, KeyId id, const SigningKey &key);
/// Reads a text that begins with ticketPrefix. Invalid: anything that signTicket would not have written.
[[nodiscard]] Result<SignedTicket> parseTicket(QByteArrayView text);
[[nodiscard]] TicketVerdict verifyTicket(const SignedTicket &ticket, const KeyRing &keys, const EventMark &event);

}  // namespace muster::scan
