#pragma once
#include "core/base/result.h"

#include <QString>

namespace muster::net {

/// Where to connect: an IP address or a host name, and a port.
struct Endpoint {
    QString host;
    quint16 port = 0;

    /// "192.168.1.5:4711", "[fd00::5]:4711", "hub.local:4711".
    [[nodiscard]] QString toString() const;
    /// The inverse of toString(), strictly: Invalid unless the host is an IPv4 address, an IPv6 address in brackets
    /// or a host name of at most 253 characters, and the port is 1 to 65535.
    [[nodiscard]] static Result<Endpoint> parse(const QString &text);

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

}  // namespace muster::net
