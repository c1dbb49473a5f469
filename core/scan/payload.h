#pragma once
#include "core/scan/ticket.h"

#include <variant>

/// What a scan means. The one door for everything that was read from outside: camera, wedge scanner, typed code,
/// command line.
namespace muster::scan {

inline constexpr qsizetype payloadMax = 4096;   ///< Bytes.
inline constexpr qsizetype plainCodeMax = 512;  ///< Bytes of UTF-8 after normalising.
inline constexpr QByteArrayView enrolPrefix("muster://enrol");

/// A code of an imported list.
struct PlainCode {
    QString text;
    friend bool operator==(const PlainCode &, const PlainCode &) = default;
};

/// The coordinator's invitation to a new device, as it was scanned.
struct EnrolUri {
    QString uri;
    friend bool operator==(const EnrolUri &, const EnrolUri &) = default;
};

enum class RejectReason { Empty, TooLong, Binary, MalformedTicket };

struct Rejected {
    RejectReason reason = RejectReason::Empty;
    friend bool operator==(const Rejected &, const Rejected &) = default;
};

using ScannedCode = std::variant<SignedTicket, PlainCode, EnrolUri, Rejected>;

/// Never fails otherwise than by Rejected; safe on any bytes.
[[nodiscard]] ScannedCode parsePayload(QByteArrayView payload);

/// The form in which codes are compared: trimmed, Unicode NFC, no invisible formatting characters. Importing a list
/// and scanning both go through it. A control character inside makes it Binary, nothing left makes it Empty.
[[nodiscard]] std::variant<PlainCode, Rejected> normaliseCode(const QString &text);

/// "empty", "too_long", "binary", "malformed_ticket".
[[nodiscard]] QString toString(RejectReason reason);

}  // namespace muster::scan
