#pragma once
#include "app/net/certificate_authority.h"
#include "app/net/endpoint.h"

#include <QList>

namespace muster::net {

/// 128 random bits that let one device ask to be enrolled.
using EnrolmentToken = Id<struct EnrolmentTokenTag, 16>;

/// What the coordinator's QR says:
/// `muster://enrol?a=host:port&a=…&h=<CA hash>&t=<token>&e=<expiry>&n=<event name>`, hash and token in base64url.
struct EnrolmentUri {
    static constexpr qsizetype textMax = 1024;
    static constexpr qsizetype addressesMax = 8;
    static constexpr qsizetype eventNameMax = 64;

    QList<Endpoint> addresses;  ///< 1 to addressesMax.
    AuthorityHash caHash;
    EnrolmentToken token;
    qint64 expiry = 0;  ///< Seconds since 1970 by the hub's clock. For people: only the hub judges it.
    QString eventName;  ///< At most eventNameMax characters, none of them a control character; may be empty.

    [[nodiscard]] QString toString() const;
    /// Invalid unless @p text is exactly such a URI: every part once (`a` up to addressesMax times), no other part.
    [[nodiscard]] static Result<EnrolmentUri> parse(const QString &text);

    friend bool operator==(const EnrolmentUri &, const EnrolmentUri &) = default;
};

}  // namespace muster::net
