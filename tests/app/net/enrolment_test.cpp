// Goal: a new device gets its certificate when, and only when, the coordinator said yes to it within the window.
// Method: a coordinator's window and devices on loopback; people's decisions in every order, cables cut at bad moments.
#include "app/net/link_connector.h"
#include "app/net/link_listener.h"
#include "tests/app/net/enrolment_fixture.h"

using namespace muster;
using namespace muster::net;
using namespace muster::net::test;

SCENARIO("a device scans the code and is approved", "[net][enrolment]")
{
    Event event;
    Desk desk(event);
    Newcomer device(7);
    const auto uri = desk.open();
    CHECK(uri.eventName == QStringLiteral("认筹开盘日"));
    device.client->start(uri);
    REQUIRE(eventually([&] { return desk.candidates.size() == 1 && !device.code.isEmpty(); }));

    THEN("both screens show the same code and the coordinator sees who it is")
    {
        const auto &candidate = desk.candidates.first();
        CHECK(candidate.code == device.code);
        CHECK(candidate.code.size() == 6);
        CHECK(candidate.name == QStringLiteral("自助机 3"));
        CHECK(candidate.role == QStringLiteral("kiosk"));
        CHECK(candidate.station == QStringLiteral("gate-2"));
        CHECK(candidate.device == deviceIdOf(device.operationsKey.publicKey));
        CHECK(candidate.operationsKey == device.operationsKey.publicKey);
        CHECK(candidate.path == Candidate::Path::Scanned);
        CHECK(candidate.address == QStringLiteral("127.0.0.1"));
        CHECK_FALSE(device.isAnswered());
    }
    WHEN("the coordinator approves")
    {
        const QByteArray bundle(bundleMax, 'b');
        REQUIRE(desk.server.approve(desk.candidates.first().id, bundle).has_value());
        REQUIRE(eventually([&] { return device.isAnswered() && desk.enrolled.size() == 1; }));
        THEN("the device can link to the hub with what it got")
        {
            REQUIRE(device.result.has_value());
            CHECK(device.result->bundle == bundle);
            const auto hub = event.member();
            const auto listener = LinkListener::listen(QHostAddress::LocalHost, 0, hub.identity, [&](const auto &id) {
                                      return desk.enrolled.contains(id) ? LinkVerdict::Accepted : LinkVerdict::Unknown;
                                  }).value();
            const TlsIdentity identity{device.result->certificatePem, device.linkKey.privateKeyPem(),
                                       device.result->caPem};
            const auto connector =
                LinkConnector::create(identity, hub.id, {loopback(listener->port())}, event.random).value();
            connector->start();
            REQUIRE(eventually([&] { return connector->link() != nullptr; }));
            CHECK(listener->linkTo(device.result->device) != nullptr);
        }
        THEN("it cannot be approved again, and the next device needs the next code")
        {
            const auto again = desk.server.approve(desk.candidates.first().id, {});
            REQUIRE_FALSE(again);
            CHECK(again.error().code == ErrorCode::NotFound);
            CHECK(desk.uri().token != uri.token);
        }
    }
    WHEN("the coordinator refuses")
    {
        REQUIRE(desk.server.refuse(desk.candidates.first().id, QStringLiteral("请找小李")).has_value());
        REQUIRE(eventually([&] { return device.isAnswered(); }));
        CHECK(device.failure == EnrolmentFailure::Refused);
        CHECK(device.words == QStringLiteral("请找小李"));
        CHECK(desk.uri().token == uri.token);
    }
    WHEN("the coordinator closes the window")
    {
        desk.server.close();
        REQUIRE(eventually([&] { return device.isAnswered(); }));
        CHECK(device.failure == EnrolmentFailure::WindowClosed);
        CHECK(desk.server.uri().isEmpty());
    }
    WHEN("the bundle is too long")
    {
        const auto refused = desk.server.approve(desk.candidates.first().id, QByteArray(bundleMax + 1, 'x'));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Invalid);
        CHECK(desk.server.approve(desk.candidates.first().id, "short").has_value());
    }
    WHEN("the device gives up")
    {
        device.client->cancel();
        CHECK(device.failure == EnrolmentFailure::CodeDenied);
        REQUIRE(eventually([&] { return desk.left.size() == 1; }));
        CHECK_FALSE(desk.server.approve(desk.candidates.first().id, {}).has_value());
        CHECK(desk.uri().token == uri.token);
    }
}

TEST_CASE("a code serves one device; that same device may ask again for an answer that it lost", "[net][enrolment]")
{
    Event event;
    Desk desk(event);
    desk.approvesAll = true;
    const auto uri = desk.open();
    Newcomer first(1);
    first.client->start(uri);
    REQUIRE(eventually([&] { return first.result.has_value(); }));

    Newcomer second(2);
    second.client->start(uri);
    REQUIRE(eventually([&] { return second.isAnswered(); }));
    CHECK(second.failure == EnrolmentFailure::TokenUsed);

    first.result.reset();
    first.renew();
    first.client->start(uri);
    REQUIRE(eventually([&] { return first.isAnswered(); }));
    REQUIRE(first.result.has_value());
    CHECK(first.result->bundle == "bundle");
    CHECK(desk.candidates.size() == 1);

    // The same name with another link key is somebody who copied half of a device.
    first.result.reset();
    first.linkKey = LinkKey::create();
    first.renew();
    first.client->start(uri);
    REQUIRE(eventually([&] { return first.isAnswered(); }));
    CHECK(first.failure == EnrolmentFailure::TokenUsed);
}

TEST_CASE("of two devices with one code the approved one gets in, the other is told", "[net][enrolment]")
{
    Event event;
    Desk desk(event);
    const auto uri = desk.open();
    Newcomer first(1);
    Newcomer second(2);
    first.client->start(uri);
    second.client->start(uri);
    REQUIRE(eventually([&] { return desk.candidates.size() == 2; }));
    const bool isFirst = desk.candidates[0].operationsKey == first.operationsKey.publicKey;
    REQUIRE(desk.server.approve(desk.candidates[0].id, {}).has_value());
    REQUIRE(eventually([&] { return first.isAnswered() && second.isAnswered(); }));
    CHECK((isFirst ? first : second).result.has_value());
    CHECK((isFirst ? second : first).failure == EnrolmentFailure::TokenUsed);
}

TEST_CASE("a reusable code serves many devices at once", "[net][enrolment]")
{
    Event event;
    Desk desk(event);
    desk.approvesAll = true;
    desk.window.tokenUse = TokenUse::Many;
    const auto uri = desk.open();
    std::vector<std::unique_ptr<Newcomer>> devices;
    for (quint64 i = 0; i < 40; ++i) {
        devices.push_back(std::make_unique<Newcomer>(i + 1));
        devices.back()->client->start(uri);
    }
    REQUIRE(eventually(
        [&] { return std::all_of(devices.begin(), devices.end(), [](const auto &d) { return d->isAnswered(); }); },
        20s));
    CHECK(std::all_of(devices.begin(), devices.end(), [](const auto &d) { return d->result.has_value(); }));
}

TEST_CASE("answers are kept for a bounded number of devices", "[net][enrolment]")
{
    Event event;
    Desk desk(event);
    desk.approvesAll = true;
    desk.window.tokenUse = TokenUse::Many;
    const auto uri = desk.open();
    std::vector<std::unique_ptr<Newcomer>> devices;
    const auto enrol = [&](Newcomer &device) {
        device.result.reset();
        device.renew();
        device.client->start(uri);
        REQUIRE(eventually([&] { return device.isAnswered(); }));
        REQUIRE(device.result.has_value());
    };
    for (int i = 0; i <= EnrolmentServer::answersMax; ++i) {
        devices.push_back(std::make_unique<Newcomer>(quint64(i) + 1));
        enrol(*devices.back());
    }
    const auto seen = desk.candidates.size();
    enrol(*devices[1]);
    CHECK(desk.candidates.size() == seen);
    enrol(*devices[0]);  // Its answer was the oldest: it is asked about again.
    CHECK(desk.candidates.size() == seen + 1);
}

TEST_CASE("the window ends by the hub's own watch, whatever the wall clocks say", "[net][enrolment]")
{
    Event event;
    Desk desk(event);
    desk.approvesAll = true;
    const auto uri = desk.open();
    Newcomer device(1);
    SECTION("a clock that is a day off changes nothing")
    {
        desk.clock.stepWall(std::chrono::hours(GENERATE(-24, 24, -500'000)));
        device.client->start(uri);
        REQUIRE(eventually([&] { return device.isAnswered(); }));
        CHECK(device.result.has_value());
    }
    SECTION("nine minutes later it is open")
    {
        desk.clock.advance(std::chrono::minutes(9));
        device.client->start(uri);
        REQUIRE(eventually([&] { return device.isAnswered(); }));
        CHECK(device.result.has_value());
    }
    SECTION("ten minutes later it is over")
    {
        desk.clock.advance(std::chrono::minutes(10));
        CHECK_FALSE(desk.server.isOpen());
        device.client->start(uri);
        REQUIRE(eventually([&] { return device.isAnswered(); }));
        CHECK(device.failure == EnrolmentFailure::WindowClosed);
        CHECK(desk.candidates.isEmpty());
    }
}

TEST_CASE("a window closes by itself", "[net][enrolment]")
{
    Event event;
    Desk desk(event);
    desk.window.duration = 200ms;
    const auto port = desk.open().addresses.first().port;
    bool isClosed = false;
    QObject::connect(&desk.server, &EnrolmentServer::closed, [&] { isClosed = true; });
    REQUIRE(eventually([&] { return isClosed; }, 2s));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    CHECK_FALSE(socket.waitForConnected(500));
}

SCENARIO("a device whose address was typed", "[net][enrolment]")
{
    Event event;
    EnrolmentLimits limits;
    limits.visit.receivedMax = 100ms;  // Of devices that scanned: a person may take longer to walk over and compare.
    Desk desk(event, limits);
    Newcomer device(3);
    const auto port = desk.open().addresses.first().port;
    device.client->startTyped(loopback(port));
    REQUIRE(eventually([&] { return desk.candidates.size() == 1 && !device.code.isEmpty(); }));
    CHECK(desk.candidates.first().path == Candidate::Path::Typed);
    CHECK(desk.candidates.first().code == device.code);
    WHEN("the coordinator approves before the person has compared the codes")
    {
        REQUIRE(desk.server.approve(desk.candidates.first().id, "bundle").has_value());
        letPass(200ms);
        CHECK_FALSE(device.isAnswered());
        AND_WHEN("the person says that they are the same")
        {
            device.client->confirmCode(QStringLiteral("000000"));  // Of a connection that was lost.
            CHECK_FALSE(device.isAnswered());
            device.client->confirmCode(device.code);
            CHECK(device.result.has_value());
            CHECK(eventually([&] { return desk.enrolled.size() == 1; }));
        }
        AND_WHEN("the person says that they differ")
        {
            device.client->cancel();
            CHECK(device.failure == EnrolmentFailure::CodeDenied);
            CHECK_FALSE(device.result.has_value());
        }
    }
    WHEN("the person confirms first")
    {
        device.client->confirmCode(device.code);
        letPass(50ms);
        CHECK_FALSE(device.isAnswered());
        REQUIRE(desk.server.approve(desk.candidates.first().id, "bundle").has_value());
        CHECK(eventually([&] { return device.result.has_value(); }));
    }
}

TEST_CASE("people may take longer to decide than a silent peer is borne", "[net][enrolment]")
{
    Event event;
    EnrolmentLimits limits;
    limits.visit.frame.silenceMax = 400ms;
    Desk desk(event, limits);
    EnrolmentClientLimits clientLimits;
    clientLimits.frame.silenceMax = 400ms;
    clientLimits.heartbeat = 100ms;
    Newcomer device(1, clientLimits);
    device.client->start(desk.open());
    REQUIRE(eventually([&] { return desk.candidates.size() == 1; }));
    letPass(1500ms);
    CHECK(desk.left.isEmpty());
    REQUIRE(desk.server.approve(desk.candidates.first().id, {}).has_value());
    CHECK(eventually([&] { return device.result.has_value(); }));
}

TEST_CASE("nobody decides: the device says so in time", "[net][enrolment]")
{
    Event event;
    Desk desk(event);
    EnrolmentClientLimits limits;
    limits.decisionMax = 300ms;
    Newcomer device(1, limits);
    device.client->start(desk.open());
    REQUIRE(eventually([&] { return device.isAnswered(); }, 3s));
    CHECK(device.failure == EnrolmentFailure::TimedOut);
}

TEST_CASE("an absent coordinator is reported in time", "[net][enrolment]")
{
    Event event;
    Desk desk(event);
    const auto uri = desk.open();
    desk.server.close();
    EnrolmentClientLimits limits;
    limits.reachMax = 300ms;
    Newcomer device(1, limits);
    device.client->start(uri);
    REQUIRE(eventually([&] { return device.isAnswered(); }, 3s));
    CHECK(device.failure == EnrolmentFailure::Unreachable);
}

TEST_CASE("a device that loses its connection while it waits comes back as one row", "[net][enrolment]")
{
    Event event;
    Desk desk(event);
    const auto uri = desk.open();
    Newcomer device(1);
    device.client->start(uri);
    REQUIRE(eventually([&] { return desk.candidates.size() == 1; }));
    device.renew();  // The first client dies with its connection; the same keys start again.
    device.client->start(uri);
    REQUIRE(eventually([&] { return desk.candidates.size() == 2 && desk.left.size() == 1; }));
    CHECK(desk.left.first() == desk.candidates[0].id);
    REQUIRE(desk.server.approve(desk.candidates[1].id, {}).has_value());
    CHECK(eventually([&] { return device.result.has_value(); }));
}

TEST_CASE("a window without an address to advertise does not open", "[net][enrolment]")
{
    Event event;
    Desk desk(event);
    desk.window.advertised.clear();
    const auto opened = desk.server.open(desk.window);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::Invalid);
}
