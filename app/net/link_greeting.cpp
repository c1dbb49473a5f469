#include "app/net/link_greeting.h"

namespace muster::net {
namespace {

constexpr QByteArrayView magic = "muster";

}  // namespace

QByteArray encodeGreeting(LinkVerdict verdict)
{
    return magic.toByteArray().append(char(linkVersion)).append(char(verdict));
}

Result<LinkVerdict> decodeGreeting(const QByteArray &payload)
{
    if (payload.size() != magic.size() + 2 || !payload.startsWith(magic)) {
        return fail(ErrorCode::Invalid, QStringLiteral("the peer is no hub of Muster"));
    }
    const auto version = quint8(payload[magic.size()]);
    const auto verdict = quint8(payload[magic.size() + 1]);
    if (version != linkVersion || verdict > quint8(LinkVerdict::Unknown)) {
        return fail(ErrorCode::Invalid,
                    QStringLiteral("the hub speaks version %1 of the link, this device version %2; update the older")
                        .arg(version)
                        .arg(linkVersion));
    }
    return LinkVerdict(verdict);
}

QString toString(LinkVerdict verdict)
{
    switch (verdict) {
    case LinkVerdict::Accepted: return QStringLiteral("accepted");
    case LinkVerdict::ShutOut: return QStringLiteral("the hub has shut this device out");
    case LinkVerdict::Unknown: return QStringLiteral("the hub does not know this device; it is tried again");
    case LinkVerdict::Full: return QStringLiteral("the hub has no link left; it is tried again");
    }
    Q_UNREACHABLE();
}

}  // namespace muster::net
