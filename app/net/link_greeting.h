#pragma once
#include "core/base/result.h"

#include <QByteArray>

namespace muster::net {

/// What the hub says first on every link. In TLS 1.3 the client's handshake ends before the server has judged it:
/// without this word a device that was shut out would believe itself connected, again and again.
enum class LinkVerdict : quint8 {
    Accepted = 0,
    ShutOut = 1,  ///< This device is revoked, for good.
    Full = 2,     ///< The hub has as many links as it can carry; trying again is right.
    Unknown = 3,  ///< This hub does not know the device: it may run on an old copy of its data. Trying again is right.
};

/// The version of the link's framing, not of what travels in it.
inline constexpr quint8 linkVersion = 1;

[[nodiscard]] QByteArray encodeGreeting(LinkVerdict verdict);
/// Invalid if it is no greeting, or of another version.
[[nodiscard]] Result<LinkVerdict> decodeGreeting(const QByteArray &payload);
/// For the log, in English.
[[nodiscard]] QString toString(LinkVerdict verdict);

}  // namespace muster::net
