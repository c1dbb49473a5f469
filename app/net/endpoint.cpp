#include "app/net/endpoint.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace muster::net {
namespace {

constexpr qsizetype hostMax = 253;

bool isHost(const QString &host)
{
    static const QRegularExpression name(QStringLiteral(
        "\\A[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\\z"));
    return !host.isEmpty() && host.size() <= hostMax && name.match(host).hasMatch();
}

bool isIpv6(const QString &host)
{
    QHostAddress address;
    return !host.contains(u'%') && host.size() <= hostMax && address.setAddress(host) &&
           address.protocol() == QAbstractSocket::IPv6Protocol;
}

}  // namespace

QString Endpoint::toString() const
{
    return (host.contains(u':') ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(host).arg(port);
}

Result<Endpoint> Endpoint::parse(const QString &text)
{
    static const QRegularExpression digits(QStringLiteral("\\A[1-9][0-9]{0,4}\\z"));
    const auto colon = text.lastIndexOf(u':');
    auto host = text.left(std::max(colon, qsizetype(0)));
    const auto port = text.mid(colon + 1);
    const bool isBracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (isBracketed) {
        host = host.mid(1, host.size() - 2);
    }
    const auto number = digits.match(port).hasMatch() ? port.toUInt() : 0;
    if (colon < 0 || number == 0 || number > 65535 || !(isBracketed ? isIpv6(host) : isHost(host))) {
        return fail(ErrorCode::Invalid, QStringLiteral("not an address: write it as 192.168.1.5:4711"));
    }
    return Endpoint{host, quint16(number)};
}

}  // namespace muster::net
