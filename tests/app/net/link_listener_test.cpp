// Goal: only devices of this event get a link, and peers that mean harm or say nothing do not keep others out.
// Method: a listener on loopback; clients honest, strange, revoked, silent and many.
#include "app/net/link_connector.h"
#include "app/net/link_listener.h"
#include "tests/app/net/net_fixture.h"

using namespace muster;
using namespace muster::net;
using namespace muster::net::test;

namespace {

struct Hub {
    explicit Hub(Event &hubEvent, const ListenLimits &limits = {}) : event(hubEvent), self(event.member())
    {
        listener = LinkListener::listen(
                       QHostAddress::LocalHost, 0, self.identity,
                       [this](const DeviceId &device) {
                           return revoked.contains(device) ? LinkVerdict::ShutOut : LinkVerdict::Accepted;
                       },
                       limits)
                       .value();
        QObject::connect(listener.get(), &LinkListener::linkReady, [this](FrameLink *link) {
            ready.append(link->peerId());
            QObject::connect(link, &FrameLink::frameReceived, link,
                             [link](const QByteArray &payload) { link->send("echo " + payload); });
        });
    }

    std::unique_ptr<LinkConnector> connector(const Member &member) const
    {
        return LinkConnector::create(member.identity, self.id, {loopback(listener->port())}, event.random).value();
    }

    Event &event;
    Member self;
    QList<DeviceId> revoked;
    QList<DeviceId> ready;
    std::unique_ptr<LinkListener> listener;
};

}  // namespace

TEST_CASE("a device of the event gets a link that carries frames both ways", "[net][listener]")
{
    Event event;
    Hub hub(event);
    const auto device = event.member();
    const auto connector = hub.connector(device);
    QByteArray answer;
    QObject::connect(connector.get(), &LinkConnector::linkUp, [&](FrameLink *link) {
        CHECK(link->peerId() == hub.self.id);
        QObject::connect(link, &FrameLink::frameReceived, [&](const QByteArray &payload) { answer = payload; });
        link->send("hello");
    });
    connector->start();
    REQUIRE(eventually([&] { return answer == "echo hello"; }));
    CHECK(hub.ready == QList<DeviceId>{device.id});
    CHECK(hub.listener->linkTo(device.id) != nullptr);
}

TEST_CASE("nobody without a certificate of this event gets a link", "[net][listener]")
{
    Event event(1);
    Event other(2);
    Hub hub(event);
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    SECTION("no certificate") {}
    SECTION("one of another event") { configuration = linkConfiguration(other.member().identity).value(); }
    SECTION("one of another event that shows our CA beside it")
    {
        configuration = linkConfiguration(other.member().identity).value();
        configuration.setLocalCertificateChain(
            {configuration.localCertificate(), QSslCertificate(event.authority.certificatePem())});
    }
    SECTION("the right one, but an older TLS")
    {
        configuration = linkConfiguration(event.member().identity).value();
        configuration.setProtocol(QSsl::TlsV1_2);
    }
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);  // This client would take any server.
    const auto socket = connectRaw(configuration, hub.listener->port(), hub.self.id.toHex());
    REQUIRE(eventually([&] { return socket->state() == QAbstractSocket::UnconnectedState; }));
    letPass(50ms);
    CHECK(socket->readAll().isEmpty());
    CHECK(hub.ready.isEmpty());
    CHECK(hub.listener->linkCount() == 0);
}

TEST_CASE("bytes that are no TLS are shut out, and the next client is served", "[net][listener]")
{
    Event event;
    Hub hub(event);
    QTcpSocket socket;
    bool isConnected = false;
    QObject::connect(&socket, &QTcpSocket::connected, [&] {
        isConnected = true;
        socket.write("GET / HTTP/1.1\r\n\r\n");
    });
    socket.connectToHost(QHostAddress::LocalHost, hub.listener->port());
    REQUIRE(eventually([&] { return isConnected && socket.state() == QAbstractSocket::UnconnectedState; }));
    const auto connector = hub.connector(event.member());
    connector->start();
    CHECK(eventually([&] { return connector->link() != nullptr; }));
}

TEST_CASE("a revoked device is told so at the door, and loses the link that it has", "[net][listener]")
{
    Event event;
    Hub hub(event);
    const auto device = event.member();
    const auto connector = hub.connector(device);
    QList<LinkVerdict> verdicts;
    int ups = 0;
    QObject::connect(connector.get(), &LinkConnector::turnedAway, [&](LinkVerdict verdict) { verdicts << verdict; });
    QObject::connect(connector.get(), &LinkConnector::linkUp, [&] { ++ups; });
    SECTION("before it connects")
    {
        hub.revoked.append(device.id);
        connector->start();
    }
    SECTION("while it is connected")
    {
        connector->start();
        REQUIRE(eventually([&] { return ups == 1; }));
        const auto neighbour = hub.connector(event.member());
        neighbour->start();
        REQUIRE(eventually([&] { return hub.listener->linkCount() == 2; }));
        hub.revoked.append(device.id);
        hub.listener->recheck();
        REQUIRE(eventually([&] { return connector->link() == nullptr; }));
        CHECK(hub.listener->linkCount() == 1);
        CHECK(neighbour->link() != nullptr);
    }
    REQUIRE(eventually([&] { return !verdicts.isEmpty(); }));
    CHECK(verdicts.first() == LinkVerdict::ShutOut);
    CHECK(connector->link() == nullptr);
    CHECK(hub.listener->linkTo(device.id) == nullptr);
}

TEST_CASE("forty silent sockets do not delay an honest device", "[net][listener]")
{
    Event event;
    ListenLimits limits;
    SECTION("with room for all") {}
    SECTION("with room for few: the oldest silent ones make way") { limits.accept.halfOpenPerAddressMax = 4; }
    SECTION("with room for few of all addresses") { limits.accept.halfOpenMax = 4; }
    Hub hub(event, limits);
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < 40; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(QHostAddress::LocalHost, hub.listener->port());
    }
    REQUIRE(eventually([&] {
        return std::all_of(silent.begin(), silent.end(),
                           [](const auto &socket) { return socket->state() != QAbstractSocket::ConnectingState; });
    }));
    const auto connector = hub.connector(event.member());
    QElapsedTimer watch;
    watch.start();
    connector->start();
    REQUIRE(eventually([&] { return connector->link() != nullptr; }));
    CHECK(watch.elapsed() < 400);  // Less than one back-off: the first attempt got through.
}

TEST_CASE("silent peers hold a bounded number of handshakes open", "[net][listener]")
{
    Event event;
    const auto self = event.member();
    AcceptLimits limits;
    SECTION("of one address") { limits.halfOpenPerAddressMax = 4; }
    SECTION("of all") { limits.halfOpenMax = 4; }
    const auto acceptor =
        TlsAcceptor::listen(QHostAddress::LocalHost, 0, linkConfiguration(self.identity).value(), limits).value();
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < 40; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(QHostAddress::LocalHost, acceptor->serverPort());
    }
    const auto dropped = [&] {
        return std::count_if(silent.begin(), silent.end(),
                             [](const auto &socket) { return socket->state() == QAbstractSocket::UnconnectedState; });
    };
    CHECK(eventually([&] { return dropped() == 36; }, 2s));
    CHECK(acceptor->halfOpenCount() == 4);
}

TEST_CASE("an unfinished handshake ends in time", "[net][listener]")
{
    Event event;
    const auto self = event.member();
    AcceptLimits limits;
    limits.handshakeMax = 200ms;
    const auto acceptor =
        TlsAcceptor::listen(QHostAddress::LocalHost, 0, linkConfiguration(self.identity).value(), limits).value();
    QTcpSocket silent;
    silent.connectToHost(QHostAddress::LocalHost, acceptor->serverPort());
    REQUIRE(eventually([&] { return acceptor->halfOpenCount() == 1; }));
    REQUIRE(eventually([&] { return acceptor->halfOpenCount() == 0; }, 2s));
    CHECK(eventually([&] { return silent.state() == QAbstractSocket::UnconnectedState; }));
}

TEST_CASE("a hub with all its links taken says so, and keeps those that it has", "[net][listener]")
{
    Event event;
    ListenLimits limits;
    limits.linksMax = 2;
    Hub hub(event, limits);
    const auto first = hub.connector(event.member());
    const auto second = hub.connector(event.member());
    first->start();
    second->start();
    REQUIRE(eventually([&] { return hub.listener->linkCount() == 2; }));
    const auto third = hub.connector(event.member());
    std::optional<LinkVerdict> verdict;
    QObject::connect(third.get(), &LinkConnector::turnedAway, [&](LinkVerdict said) { verdict = said; });
    third->start();
    REQUIRE(eventually([&] { return verdict.has_value(); }));
    CHECK(verdict == LinkVerdict::Full);
    CHECK(first->link() != nullptr);
    CHECK(second->link() != nullptr);
}

TEST_CASE("a device that comes back before its old link is known dead has one link", "[net][listener]")
{
    Event event;
    Hub hub(event);
    const auto device = event.member();
    const auto raw = connectRaw(linkConfiguration(device.identity).value(), hub.listener->port(), hub.self.id.toHex());
    REQUIRE(eventually([&] { return hub.ready.size() == 1; }));
    const auto connector = hub.connector(device);
    connector->start();
    REQUIRE(eventually([&] { return connector->link() != nullptr; }));
    REQUIRE(eventually([&] { return raw->state() == QAbstractSocket::UnconnectedState; }));
    CHECK(hub.listener->linkCount() == 1);
    REQUIRE(hub.listener->linkTo(device.id) != nullptr);
    CHECK(hub.listener->linkTo(device.id)->isOpen());
}

TEST_CASE("a port that is taken is reported with what to do", "[net][listener]")
{
    Event event;
    Hub hub(event);
    const auto second = LinkListener::listen(QHostAddress::LocalHost, hub.listener->port(), hub.self.identity,
                                             [](const DeviceId &) { return LinkVerdict::Accepted; });
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::Network);
    CHECK(second.error().detail.contains(QString::number(hub.listener->port())));
    CHECK(second.error().detail.contains(QStringLiteral("another port")));
}
