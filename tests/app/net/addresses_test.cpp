// Goal: the enrolment code offers addresses that another device can reach, and reads back what people type.
// Method: lists of addresses as venues have them; texts right and wrong.
#include "app/net/addresses.h"
#include "app/net/endpoint.h"
#include "tests/support/catch.h"

using namespace muster::net;

namespace {

QStringList usable(const QStringList &candidates, Loopback loopback)
{
    QList<QHostAddress> addresses;
    for (const auto &text : candidates) {
        addresses.append(QHostAddress(text));
    }
    QStringList texts;
    for (const auto &address : usableAddresses(addresses, loopback)) {
        texts.append(address.toString());
    }
    return texts;
}

}  // namespace

TEST_CASE("only addresses that another device can reach are offered, the likeliest first", "[net][addresses]")
{
    const QStringList machine{
        QStringLiteral("127.0.0.1"),   QStringLiteral("::1"),         QStringLiteral("fe80::1"),
        QStringLiteral("169.254.7.7"), QStringLiteral("fd00::5"),     QStringLiteral("192.168.1.5"),
        QStringLiteral("224.0.0.1"),   QStringLiteral("192.168.1.5"), QStringLiteral("0.0.0.0")};
    CHECK(usable(machine, Loopback::Skip) == QStringList{QStringLiteral("192.168.1.5"), QStringLiteral("fd00::5")});
    CHECK(usable(machine, Loopback::Include) == QStringList{QStringLiteral("192.168.1.5"), QStringLiteral("fd00::5"),
                                                            QStringLiteral("127.0.0.1"), QStringLiteral("::1")});
}

TEST_CASE("a machine with many addresses offers a bounded number", "[net][addresses]")
{
    QStringList many;
    for (int i = 1; i < 40; ++i) {
        many.append(QStringLiteral("10.0.0.%1").arg(i));
    }
    CHECK(usable(many, Loopback::Skip).size() == addressesMax);
}

TEST_CASE("this machine's own addresses never include loopback unasked", "[net][addresses]")
{
    for (const auto &address : localAddresses(Loopback::Skip)) {
        CHECK_FALSE(address.isLoopback());
    }
    CHECK(localAddresses(Loopback::Include).contains(QHostAddress(QHostAddress::LocalHost)));
}

TEST_CASE("an address is read as it is written, and only so", "[net][addresses]")
{
    for (const auto *good : {"192.168.1.5:4711", "[fd00::5]:1", "hub.local:65535", "kasse-2:80"}) {
        const auto text = QString::fromLatin1(good);
        const auto endpoint = Endpoint::parse(text);
        INFO(good);
        REQUIRE(endpoint);
        CHECK(endpoint->toString() == text);
    }
    for (const auto *bad : {"", ":", "hub", "hub:", ":80", "hub:0", "hub:65536", "hub:080", "hub:+80", "hub:80 ",
                            "fd00::5:80", "[fd00::5]", "[hub]:80", "[fe80::1%eth0]:80", "a b:80", "-hub:80",
                            "hub..local:80", "hub/x:80", "hub:99999999999999999999"}) {
        INFO(bad);
        CHECK_FALSE(Endpoint::parse(QString::fromLatin1(bad)).has_value());
    }
    CHECK_FALSE(Endpoint::parse(QString(300, u'a') + QStringLiteral(":80")).has_value());
}
