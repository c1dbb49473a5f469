#include "app/net/addresses.h"

#include <QNetworkInterface>

#include <algorithm>

namespace muster::net {
namespace {

bool isUsable(const QHostAddress &address, Loopback loopback)
{
    if (address.isNull() || address.isLinkLocal() || address.isMulticast() || address.isBroadcast() ||
        address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6)) {
        return false;
    }
    return loopback == Loopback::Include || !address.isLoopback();
}

int rank(const QHostAddress &address)
{
    return (address.isLoopback() ? 2 : 0) + (address.protocol() == QAbstractSocket::IPv4Protocol ? 0 : 1);
}

}  // namespace

QList<QHostAddress> usableAddresses(const QList<QHostAddress> &candidates, Loopback loopback)
{
    QList<QHostAddress> usable;
    for (const auto &address : candidates) {
        if (isUsable(address, loopback) && !usable.contains(address)) {
            usable.append(address);
        }
    }
    std::stable_sort(usable.begin(), usable.end(),
                     [](const auto &left, const auto &right) { return rank(left) < rank(right); });
    return usable.first(std::min(usable.size(), addressesMax));
}

QList<QHostAddress> localAddresses(Loopback loopback)
{
    QList<QHostAddress> all;
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const auto &interface : interfaces) {
        if (!interface.flags().testFlags(QNetworkInterface::IsUp | QNetworkInterface::IsRunning)) {
            continue;
        }
        const auto entries = interface.addressEntries();
        for (const auto &entry : entries) {
            all.append(entry.ip());
        }
    }
    return usableAddresses(all, loopback);
}

}  // namespace muster::net
