// Goal: nobody who is not of this event gets in or learns anything, and nobody, member or not, keeps the coordinator
//       from its kiosks.
// Method: a real coordinator with a real kiosk that goes on letting guests in; beside it sockets played by hand with no
//         certificate, another event's, and a member's own.
#include "app/net/enrolment_uri.h"
#include "app/net/tls_identity.h"
#include "app/node/data_folder.h"
#include "tests/e2e/event_rig.h"
#include "tests/support/seeded_random.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QSslSocket>
#include <QTcpServer>
#include <QThread>

using namespace muster;
using namespace muster::test;

namespace {

constexpr int patienceMsecs = 25'000;  // The longest silence that is borne is 15 s.

net::Endpoint linkAddress(const EventRig &rig)
{
    const auto kiosk = DataFolder(rig.folder(q("kiosk-1"))).membership();
    REQUIRE(kiosk);
    REQUIRE_FALSE(kiosk->trust.epoch.addresses.isEmpty());
    return net::Endpoint::parse(kiosk->trust.epoch.addresses.front()).value();
}

net::Endpoint enrolmentAddress(const EventRig &rig)
{
    return net::EnrolmentUri::parse(rig.enrolUri()).value().addresses.front();
}

net::TlsIdentity identityOf(const EventRig &rig, const QString &device)
{
    const DataFolder folder(rig.folder(device));
    const auto keys = folder.deviceKeys();
    const auto membership = folder.membership();
    REQUIRE((keys && membership));
    return {keys->certificatePem, keys->linkKeyPem, membership->trust.caPem};
}

QString hubIdOf(const EventRig &rig)
{
    return DataFolder(rig.folder(q("kiosk-1"))).membership().value().trust.epoch.hub.toHex();
}

/// A connection as TLS client; without @p identity one that trusts anybody and shows nothing.
std::unique_ptr<QSslSocket> connectTls(const net::Endpoint &to, const QString &hub,
                                       const std::optional<net::TlsIdentity> &identity)
{
    auto socket = std::make_unique<QSslSocket>();
    if (identity) {
        socket->setSslConfiguration(net::linkConfiguration(*identity).value());
    } else {
        socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    socket->connectToHostEncrypted(to.host, to.port, hub);
    return socket;
}

/// What arrives until the other side ends it; nothing if it never does.
std::optional<QByteArray> heardUntilClosed(QTcpSocket &socket)
{
    QElapsedTimer watch;
    watch.start();
    QByteArray heard;
    while (socket.state() != QAbstractSocket::UnconnectedState && watch.elapsed() < patienceMsecs) {
        socket.waitForReadyRead(200);
        heard += socket.readAll();
    }
    heard += socket.readAll();
    return socket.state() == QAbstractSocket::UnconnectedState ? std::optional(heard) : std::nullopt;
}

qint64 residentKib(qint64 process)
{
    QFile file(q("/proc/%1/status").arg(process));
    REQUIRE(file.open(QIODevice::ReadOnly));
    for (const auto &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.simplified().split(' ').value(1).toLongLong();
        }
    }
    return 0;
}

QByteArray garbage(SeededRandom &random, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (auto &byte : bytes) {
        byte = char(random.step());
    }
    return bytes;
}

const QByteArray twoGigabytes = QByteArray::fromHex("80000000") + "and so on";

struct Venue {
    EventRig rig{12, EventRig::Zones::Open};
    int next = 0;

    Venue()
    {
        rig.startHub();
        for (const auto &name : {q("kiosk-1"), q("kiosk-2")}) {
            rig.startKiosk(name);
            REQUIRE(rig.isReady(name));
        }
        rig.device(q("kiosk-2")).stop();  // Its certificate is played by hand from here on.
    }

    /// Guests come in at the kiosk with the coordinator's word, not only by the rule of a cut cable.
    void checkDoor()
    {
        bool isAsked = false;
        for (int tries = 0; tries < 5 && !isAsked; ++tries) {  // A busy machine may be slower than a door can wait.
            const auto said = rig.signIn(q("kiosk-1"), rig.codes().at(next++));
            REQUIRE(outcome(said) == q("admitted"));
            isAsked = !said.json.value(q("provisional")).toBool(true);
        }
        CHECK(isAsked);
        CHECK(eventually([&] { return headcount(rig.status(q("hub"))) == next; }));
    }
};

}  // namespace

SCENARIO("strangers connect to the coordinator", "[e2e]")
{
    Venue venue;
    SeededRandom random(20);
    const auto links = linkAddress(venue.rig);
    const auto door = enrolmentAddress(venue.rig);
    for (const auto &address : {links, door}) {
        const std::string listener = address.port == links.port ? "links" : "enrolment";
        GIVEN("one that speaks no TLS to the listener of " + listener)
        {
            QTcpSocket socket;
            socket.connectToHost(address.host, address.port);
            REQUIRE(socket.waitForConnected(5'000));
            socket.write(garbage(random, 200'000));
            CHECK(heardUntilClosed(socket).has_value());
        }
        GIVEN("fifty that say nothing to the listener of " + listener)
        {
            std::vector<std::unique_ptr<QTcpSocket>> sockets;
            for (int i = 0; i < 50; ++i) {
                sockets.push_back(std::make_unique<QTcpSocket>());
                sockets.back()->connectToHost(address.host, address.port);
                REQUIRE(sockets.back()->waitForConnected(5'000));
            }
            venue.rig.startKiosk(q("kiosk-1"));
            CHECK(venue.rig.isReady(q("kiosk-1")));
            CHECK(heardUntilClosed(*sockets.front()).value_or("never closed").isEmpty());
        }
    }
    GIVEN("one that shows no certificate")
    {
        const auto socket = connectTls(links, hubIdOf(venue.rig), std::nullopt);
        socket->waitForEncrypted(5'000);
        CHECK(heardUntilClosed(*socket).value_or("never closed").isEmpty());
    }
    GIVEN("one with a device's certificate of another event, that ignores whom it talks to")
    {
        EventRig other(3);
        other.startHub();
        other.startKiosk(q("kiosk-1"));
        REQUIRE(other.isReady(q("kiosk-1")));
        auto socket = std::make_unique<QSslSocket>();
        auto configuration = net::linkConfiguration(identityOf(other, q("kiosk-1"))).value();
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket->setSslConfiguration(configuration);
        socket->connectToHostEncrypted(links.host, links.port);
        socket->waitForEncrypted(5'000);
        CHECK(heardUntilClosed(*socket).value_or("never closed").isEmpty());
    }
    GIVEN("one that applies with 2 GB")
    {
        const auto socket = connectTls(door, hubIdOf(venue.rig), std::nullopt);
        REQUIRE(socket->waitForEncrypted(5'000));
        socket->write(twoGigabytes);
        CHECK(heardUntilClosed(*socket).has_value());
    }
    venue.checkDoor();
    CHECK(venue.rig.status(q("hub")).value(q("devices")).toArray().size() == 3);
    CHECK(venue.rig.isSound(q("hub")));
}

SCENARIO("a member's certificate is in bad hands", "[e2e]")
{
    Venue venue;
    SeededRandom random(21);
    const auto connect = [&] {
        auto socket = connectTls(linkAddress(venue.rig), hubIdOf(venue.rig), identityOf(venue.rig, q("kiosk-2")));
        REQUIRE(socket->waitForEncrypted(5'000));
        return socket;
    };
    const auto process = venue.rig.hub().id();
    const auto residentBefore = residentKib(process);
    GIVEN("frames that claim 2 GB")
    {
        for (int i = 0; i < 20; ++i) {
            const auto socket = connect();
            socket->write(twoGigabytes);
            CHECK(heardUntilClosed(*socket).has_value());
        }
    }
    GIVEN("frames of garbage")
    {
        const auto socket = connect();
        for (int i = 0; i < 200 && socket->state() == QAbstractSocket::ConnectedState; ++i) {
            socket->write(QByteArray::fromHex("00000400") + garbage(random, 0x400));
            socket->waitForBytesWritten(100);
        }
        CHECK(heardUntilClosed(*socket).has_value());
    }
    GIVEN("nothing at all")
    {
        const auto socket = connect();
        CHECK(heardUntilClosed(*socket).has_value());
    }
    venue.checkDoor();
    CHECK(residentKib(process) < residentBefore + 64 * 1024);
    CHECK(venue.rig.isSound(q("hub")));
    AND_THEN("the device itself may come back")
    {
        venue.rig.startKiosk(q("kiosk-2"));
        CHECK(venue.rig.isReady(q("kiosk-2")));
    }
}

SCENARIO("a device of another event is sent to this coordinator", "[e2e]")
{
    EventRig other(3, EventRig::Zones::Open);
    QString address;
    {
        QTcpServer free;
        REQUIRE(free.listen(QHostAddress::LocalHost));
        address = q("127.0.0.1:%1").arg(free.serverPort());
    }
    other.startHub(EventRig::Approval::ByItself, address);
    other.startKiosk(q("kiosk-1"));
    REQUIRE(other.isReady(q("kiosk-1")));
    other.hub().kill();
    EventRig rig(3);
    rig.startHub(EventRig::Approval::ByItself, address);
    rig.startKiosk(q("kiosk-1"));
    REQUIRE(rig.isReady(q("kiosk-1")));
    THEN("it stays cut off, works on alone, and this event knows nothing of it")
    {
        QThread::sleep(5);
        CHECK(isCutOff(other.status(q("kiosk-1"))));
        const auto said = other.signIn(q("kiosk-1"), other.codes().first());
        CHECK(outcome(said) == q("admitted"));
        CHECK(said.json.value(q("provisional")).toBool());
        CHECK(rig.status(q("hub")).value(q("devices")).toArray().size() == 2);
        CHECK(headcount(rig.status(q("hub"))) == 0);
    }
}

SCENARIO("an enrolment code is not what it was", "[e2e]")
{
    EventRig rig(3);
    rig.startHub();
    auto uri = net::EnrolmentUri::parse(rig.enrolUri()).value();
    SeededRandom random(22);
    GIVEN("another token") { uri.token = net::EnrolmentToken::make(random); }
    GIVEN("another coordinator's key") { uri.caHash = net::AuthorityHash::make(random); }
    MusterProcess kiosk(
        {q("kiosk"), q("--data"), rig.folder(q("kiosk-1")), q("--frames"), q("none"), q("--enrol"), uri.toString()});
    const auto lines = kiosk.linesToEnd();
    CHECK(kiosk.exitCode() == 1);
    REQUIRE(lines.size() == 1);
    const auto error = lines.first().value(q("error")).toObject();
    CHECK(error.value(q("code")) == q("refused"));
    CHECK_FALSE(error.value(q("detail")).toString().isEmpty());
    CHECK(rig.status(q("hub")).value(q("devices")).toArray().size() == 1);
    CHECK(rig.at(q("kiosk-1"), {q("status")}).exit == 1);
}
