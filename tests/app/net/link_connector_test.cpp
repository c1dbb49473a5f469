// Goal: a device finds its hub again after anything, without hammering it, and is never fooled by another machine.
// Method: hubs that come, go, move and lie; a cable that is pulled and put back.
#include "app/net/link_connector.h"
#include "app/net/link_listener.h"
#include "tests/app/net/net_fixture.h"
#include "tests/support/pace.h"

#include <QTcpServer>

#include <set>

using namespace muster;
using namespace muster::net;
using namespace muster::net::test;

namespace {

std::unique_ptr<LinkListener> listenAs(const Member &self, quint16 port = 0)
{
    return LinkListener::listen(QHostAddress::LocalHost, port, self.identity,
                                [](const DeviceId &) { return LinkVerdict::Accepted; })
        .value();
}

ConnectLimits quick()
{
    ConnectLimits limits;
    limits.backoffMin = 20ms;
    limits.backoffMax = 200ms;
    return limits;
}

/// A port at which nobody listens.
quint16 deadPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

}  // namespace

TEST_CASE("a device reconnects after the hub was restarted", "[net][connector]")
{
    Event event;
    const auto hub = event.member();
    auto listener = listenAs(hub);
    const auto port = listener->port();
    const auto connector =
        LinkConnector::create(event.member().identity, hub.id, {loopback(port)}, event.random, quick()).value();
    int ups = 0;
    int downs = 0;
    QObject::connect(connector.get(), &LinkConnector::linkUp, [&] { ++ups; });
    QObject::connect(connector.get(), &LinkConnector::linkDown, [&] { ++downs; });
    connector->start();
    REQUIRE(eventually([&] { return ups == 1; }));
    listener.reset();
    REQUIRE(eventually([&] { return downs == 1; }));
    CHECK(connector->link() == nullptr);
    letPass(300ms);
    CHECK(ups == 1);
    listener = listenAs(hub, port);
    REQUIRE(eventually([&] { return ups == 2; }));
    CHECK(downs == 1);
}

TEST_CASE("five hundred reconnects leave nothing behind", "[net][connector]")
{
    Event event;
    const auto hub = event.member();
    const auto listener = listenAs(hub);
    const auto connector =
        LinkConnector::create(event.member().identity, hub.id, {loopback(listener->port())}, event.random).value();
    connector->start();
    const auto reconnect = [&](int times) {
        for (int i = 0; i < times; ++i) {
            REQUIRE(eventually([&] { return connector->link() != nullptr; }));
            connector->cut();
            connector->restore();
        }
    };
    reconnect(50);
    const auto files = openFiles();
    const auto memory = residentBytes();
    QElapsedTimer watch;
    watch.start();
    reconnect(450);
    CHECK(watch.elapsed() < 30'000 * muster::test::timeSlack);
    REQUIRE(eventually([&] { return connector->link() != nullptr && listener->linkCount() == 1; }));
    letPass(50ms);
    CHECK(openFiles() <= files + 4);
    CHECK(residentBytes() - memory < 16 * 1024 * 1024);
}

TEST_CASE("attempts at an absent hub are spread between the bounds", "[net][connector]")
{
    Event event;
    const auto connector =
        LinkConnector::create(event.member().identity, event.member().id, {loopback(deadPort())}, event.random, quick())
            .value();
    std::vector<qint64> times;
    QElapsedTimer watch;
    QObject::connect(connector.get(), &LinkConnector::attemptFailed, [&] { times.push_back(watch.elapsed()); });
    watch.start();
    connector->start();
    letPass(3s);
    REQUIRE(times.size() >= 12);  // Never further apart than 200 ms …
    CHECK(times.size() <= 80);    // … and mostly much more than 20 ms.
    std::set<qint64> gaps;
    for (std::size_t i = 1; i < times.size(); ++i) {
        gaps.insert((times[i] - times[i - 1]) / 10);
        CHECK(times[i] - times[i - 1] >= 15);
    }
    CHECK(gaps.size() >= 4);
}

TEST_CASE("a device whose address list begins with dead ones gets through, and remembers which was good",
          "[net][connector]")
{
    Event event;
    const auto hub = event.member();
    const auto listener = listenAs(hub);
    const auto connector =
        LinkConnector::create(
            event.member().identity, hub.id,
            {loopback(deadPort()), {QStringLiteral("no-such-host.invalid"), 1}, loopback(listener->port())},
            event.random, quick())
            .value();
    int failed = 0;
    QObject::connect(connector.get(), &LinkConnector::attemptFailed, [&] { ++failed; });
    connector->start();
    REQUIRE(eventually([&] { return connector->link() != nullptr; }, 10s));
    CHECK(failed == 2);
    connector->cut();
    connector->restore();
    REQUIRE(eventually([&] { return connector->link() != nullptr; }));
    CHECK(failed == 2);
}

TEST_CASE("a cut cable stays cut until it is restored", "[net][connector]")
{
    Event event;
    const auto hub = event.member();
    const auto listener = listenAs(hub);
    const auto connector =
        LinkConnector::create(event.member().identity, hub.id, {loopback(listener->port())}, event.random, quick())
            .value();
    connector->start();
    REQUIRE(eventually([&] { return connector->link() != nullptr; }));
    QString reason;
    QObject::connect(connector.get(), &LinkConnector::linkDown, [&](const QString &why) { reason = why; });
    connector->cut();
    CHECK_FALSE(reason.isEmpty());
    letPass(400ms);
    CHECK(connector->link() == nullptr);
    CHECK(listener->linkCount() == 0);
    connector->start();
    connector->setAddresses({loopback(listener->port()), loopback(deadPort())});
    letPass(100ms);
    CHECK(connector->link() == nullptr);
    connector->restore();
    CHECK(eventually([&] { return connector->link() != nullptr; }));
}

TEST_CASE("another machine cannot pass for the hub", "[net][connector]")
{
    Event event(1);
    Event other(2);
    const auto hub = event.member();
    const auto impostor = GENERATE(0, 1);
    const auto listener = listenAs(impostor == 0 ? event.member() : other.member());
    const auto connector =
        LinkConnector::create(event.member().identity, hub.id, {loopback(listener->port())}, event.random, quick())
            .value();
    int failed = 0;
    int ups = 0;
    QObject::connect(connector.get(), &LinkConnector::attemptFailed, [&] { ++failed; });
    QObject::connect(connector.get(), &LinkConnector::linkUp, [&] { ++ups; });
    connector->start();
    REQUIRE(eventually([&] { return failed >= 3; }));
    CHECK(ups == 0);
    CHECK(listener->linkCount() == 0);
}

TEST_CASE("a machine that is no hub, or says nothing, does not hold the device up", "[net][connector]")
{
    Event event;
    const auto hub = event.member();
    const auto acceptor =
        TlsAcceptor::listen(QHostAddress::LocalHost, 0, linkConfiguration(hub.identity).value()).value();
    const bool isTalking = GENERATE(false, true);
    QObject::connect(acceptor.get(), &TlsAcceptor::accepted, [&](QSslSocket *socket) {
        if (isTalking) {
            socket->write(encodeFrame("I am a toaster"));
        }
    });
    const auto listener = listenAs(hub);
    auto limits = quick();
    limits.attemptMax = 300ms;
    const auto connector =
        LinkConnector::create(event.member().identity, hub.id,
                              {loopback(acceptor->serverPort()), loopback(listener->port())}, event.random, limits)
            .value();
    connector->start();
    CHECK(eventually([&] { return connector->link() != nullptr; }, 2s));
}

TEST_CASE("after a promotion the device leaves the old hub for the new one", "[net][connector]")
{
    Event event;
    const auto oldHub = event.member();
    const auto newHub = event.member();
    const auto oldListener = listenAs(oldHub);
    const auto newListener = listenAs(newHub);
    const auto connector = LinkConnector::create(event.member().identity, oldHub.id, {loopback(oldListener->port())},
                                                 event.random, quick())
                               .value();
    connector->start();
    REQUIRE(eventually([&] { return connector->link() != nullptr; }));
    connector->setHub(newHub.id, {loopback(newListener->port())});
    REQUIRE(eventually([&] { return newListener->linkCount() == 1 && oldListener->linkCount() == 0; }));
    REQUIRE(eventually([&] { return connector->link() != nullptr; }));
    CHECK(connector->link()->peerId() == newHub.id);
}

TEST_CASE("a hub that freezes is noticed by its silence", "[net][connector]")
{
    Event event;
    const auto hub = event.member();
    const auto listener = listenAs(hub);
    auto limits = quick();
    limits.frame.silenceMax = 200ms;
    const auto connector =
        LinkConnector::create(event.member().identity, hub.id, {loopback(listener->port())}, event.random, limits)
            .value();
    QString reason;
    QObject::connect(connector.get(), &LinkConnector::linkDown, [&](const QString &why) { reason = why; });
    connector->start();
    REQUIRE(eventually([&] { return !reason.isEmpty(); }, 2s));
    CHECK(reason.contains(QStringLiteral("silent")));
}

TEST_CASE("a device knows a bounded number of addresses", "[net][connector]")
{
    Event event;
    const auto hub = event.member();
    const auto listener = listenAs(hub);
    const QList<Endpoint> dead(LinkConnector::endpointsMax - 1, loopback(deadPort()));
    const auto right = loopback(listener->port());
    const auto lucky =
        LinkConnector::create(event.member().identity, hub.id, dead + QList{right}, event.random, quick()).value();
    const auto unlucky =
        LinkConnector::create(event.member().identity, hub.id, dead + QList{dead.first(), right}, event.random, quick())
            .value();
    lucky->start();
    unlucky->start();
    REQUIRE(eventually([&] { return lucky->link() != nullptr; }));
    letPass(300ms);
    CHECK(unlucky->link() == nullptr);
}
