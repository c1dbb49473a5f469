#pragma once
#include <QHostAddress>
#include <QList>

namespace muster::net {

enum class Loopback { Skip, Include };

/// At most this many addresses are offered: each makes the enrolment QR denser.
inline constexpr qsizetype addressesMax = 6;

/// Of @p candidates those that another device could reach, best first: IPv4 before IPv6, no duplicates, no link-local,
/// multicast, broadcast or "any" address; loopback, when asked for, comes last.
[[nodiscard]] QList<QHostAddress> usableAddresses(const QList<QHostAddress> &candidates, Loopback loopback);

/// The usable addresses of this machine's interfaces that are up.
[[nodiscard]] QList<QHostAddress> localAddresses(Loopback loopback);

}  // namespace muster::net
