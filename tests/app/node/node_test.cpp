// Goal: devices in one hall enrol, sign guests in through the coordinator, go on when cut off, and converge.
// Method: whole nodes with their own threads, folders and TLS links over loopback, in one process.
#include "app/net/certificate_authority.h"
#include "app/node/node.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

using namespace muster;
using namespace std::chrono_literals;

namespace {

bool waitFor(const std::function<bool()> &condition, std::chrono::milliseconds limit = 20s)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > limit.count()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    return true;
}

EventSetup plan()
{
    EventSetup setup;
    setup.name = {QStringLiteral("认筹开盘日"), QStringLiteral("Opening day")};
    setup.timeZone = QStringLiteral("Asia/Shanghai");
    setup.day = QStringLiteral("2026-11-28");
    setup.zones.push_back(
        {QStringLiteral("A"), {QStringLiteral("签到"), QStringLiteral("Sign-in")}, {}, {}, {}, {}, {}});
    TicketClass buyer;
    buyer.code = QStringLiteral("buyer");
    setup.classes.push_back(buyer);
    setup.sessions.push_back({QStringLiteral("day"), {}, true});
    for (int i = 1; i <= 2; ++i) {
        Station station;
        station.code = QStringLiteral("gate-%1").arg(i);
        station.role = QStringLiteral("kiosk");
        setup.stations.push_back(station);
    }
    return setup;
}

std::vector<GuestEntry> guestList(int count)
{
    std::vector<GuestEntry> list;
    for (int i = 0; i < count; ++i) {
        GuestEntry guest;
        guest.key = QStringLiteral("G%1").arg(i);
        guest.codes = {QStringLiteral("CODE-%1").arg(i)};
        guest.name = QStringLiteral("王小明%1").arg(i);
        guest.phone = QStringLiteral("1000000%1").arg(i, 4, 10, QLatin1Char('0'));
        guest.classCode = QStringLiteral("buyer");
        list.push_back(guest);
    }
    return list;
}

Result<NewAuthority> newAuthority(const DeviceId &hub)
{
    SystemRandom random;
    const auto ca = net::CertificateAuthority::create(random);
    const auto key = net::LinkKey::create();
    const auto certificate = ca.issue(key.publicKeyDer(), hub);
    if (!certificate) {
        return fail(certificate);
    }
    return NewAuthority{ca.certificatePem(), ca.privateKeyPem(), key.privateKeyPem(), *certificate};
}

/// A hub and its kiosks, each in a folder of its own.
class Venue2 {
public:
    explicit Venue2(int kioskCount)
    {
        const auto made = makeEvent(folder(0), plan(), guestList(50), newAuthority);
        INFO((made ? QString() : made.error().detail).toStdString());
        REQUIRE(made);
        startHub();
        hub->openEnrolment();
        REQUIRE(waitFor([&] { return !hub->enrolUri().isEmpty(); }));
        for (int i = 1; i <= kioskCount; ++i) {
            auto &kiosk = kiosks.emplace_back(start(i));
            kiosk->enrol(hub->enrolUri());
            REQUIRE(waitFor([&] { return kiosk->identity().isEnrolled && !kiosk->day().link.isCutOff; }));
        }
        REQUIRE(waitFor([&] {
            return std::ranges::all_of(kiosks, [](const auto &kiosk) { return kiosk->day().expected == 50; });
        }));
    }

    QString folder(int i) const { return dir.file(QStringLiteral("device-%1").arg(i)); }
    void startHub()
    {
        Node::Options options;
        options.dataFolder = folder(0);
        options.role = QStringLiteral("coordinator");
        options.listenAddress = QHostAddress(QHostAddress::LocalHost);
        options.listenPort = 0;
        options.isAutoApproving = true;
        auto node = Node::open(options);
        INFO((node ? QString() : node.error().detail).toStdString());
        REQUIRE(node);
        hub = std::move(*node);
    }
    std::unique_ptr<Node> start(int i) const
    {
        Node::Options options;
        options.dataFolder = folder(i);
        options.role = QStringLiteral("kiosk");
        options.name = QStringLiteral("kiosk %1").arg(i);
        auto node = Node::open(options);
        INFO((node ? QString() : node.error().detail).toStdString());
        REQUIRE(node);
        return std::move(*node);
    }
    static Answer signIn(Node &node, const QString &code)
    {
        SignIn command;
        command.payload = code.toUtf8();
        command.isEachQuestionAsked = true;
        std::optional<Answer> told;
        node.submit({{}, {}, command}, [&told](const Answer &answer) { told = answer; });
        REQUIRE(waitFor([&] { return told.has_value(); }));
        return *told;
    }
    static QByteArray digest(Node &node)
    {
        QByteArray bytes;
        bool isDone = false;
        node.call([&](LocalDevice &local) { bytes = local.device().journal().digest().toBytes(); },
                  [&] { isDone = true; });
        REQUIRE(waitFor([&] { return isDone; }));
        return bytes;
    }
    bool converges()
    {
        return waitFor([&] {
            return std::ranges::all_of(kiosks, [&](const auto &kiosk) { return digest(*kiosk) == digest(*hub); });
        });
    }

    test::TempDir dir;
    std::unique_ptr<Node> hub;
    std::vector<std::unique_ptr<Node>> kiosks;
};

}  // namespace

SCENARIO("kiosks sign guests in through the coordinator", "[node]")
{
    Venue2 venue(2);
    auto &one = *venue.kiosks[0];
    auto &two = *venue.kiosks[1];
    CHECK(one.identity().station == QStringLiteral("gate-1"));
    CHECK(two.identity().station == QStringLiteral("gate-2"));

    const auto first = Venue2::signIn(one, QStringLiteral("CODE-1"));
    CHECK(first.outcome == Outcome::Admitted);
    CHECK_FALSE(first.isProvisional);
    REQUIRE(first.guest);
    CHECK(waitFor(
        [&] { return Venue2::signIn(two, QStringLiteral("CODE-1")).guest->name == QStringLiteral("王小明1"); }));
    const auto second = Venue2::signIn(two, QStringLiteral("CODE-1"));
    CHECK(second.outcome == Outcome::AlreadyIn);
    REQUIRE(second.earlier);
    CHECK(second.earlier->station == QStringLiteral("gate-1"));
    CHECK(second.guest->phone.isEmpty());  // A kiosk holds names only.

    CHECK(Venue2::signIn(two, QStringLiteral("NOBODY")).outcome == Outcome::Unknown);
    CHECK(waitFor([&] { return venue.hub->day().headcount == 1; }));
    CHECK(venue.converges());
    CHECK(waitFor([&] {
        const auto devices = venue.hub->day().devices;
        return std::ranges::count_if(devices, [](const auto &d) {
                   return d.isLinked && d.lagMsecs && d.digest == DigestComparison::Equal;
               }) == 2;
    }));
}

SCENARIO("two kiosks are cut off and admit the same guest", "[node]")
{
    Venue2 venue(2);
    for (auto &kiosk : venue.kiosks) {
        kiosk->cutNetwork();
        REQUIRE(waitFor([&] { return kiosk->day().link.isCutOff; }));
        CHECK(Venue2::signIn(*kiosk, QStringLiteral("CODE-7")).isProvisional);
        CHECK(waitFor([&] { return kiosk->day().link.notYetSafe > 0; }));
    }
    WHEN("the network comes back")
    {
        for (auto &kiosk : venue.kiosks) {
            kiosk->restoreNetwork();
        }
        THEN("every device shows exactly one conflict and nothing is unsafe")
        {
            CHECK(waitFor([&] { return venue.hub->day().conflicts.size() == 1; }));
            CHECK(venue.converges());
            for (auto &kiosk : venue.kiosks) {
                CHECK(waitFor([&] { return kiosk->day().conflicts.size() == 1 && kiosk->day().link.notYetSafe == 0; }));
            }
            CHECK(venue.hub->day().headcount == 1);
        }
    }
}

SCENARIO("the coordinator is gone and comes back", "[node]")
{
    Venue2 venue(1);
    auto &kiosk = *venue.kiosks[0];
    venue.hub.reset();
    REQUIRE(waitFor([&] { return kiosk.day().link.isCutOff; }));
    CHECK(Venue2::signIn(kiosk, QStringLiteral("CODE-3")).isProvisional);
    venue.startHub();
    CHECK(waitFor([&] { return venue.hub->day().headcount == 1; }));
    CHECK(venue.converges());
}

SCENARIO("a device restarts", "[node]")
{
    Venue2 venue(1);
    CHECK(Venue2::signIn(*venue.kiosks[0], QStringLiteral("CODE-4")).outcome == Outcome::Admitted);
    venue.kiosks[0].reset();
    venue.kiosks[0] = venue.start(1);
    CHECK(venue.kiosks[0]->identity().isEnrolled);
    CHECK(Venue2::signIn(*venue.kiosks[0], QStringLiteral("CODE-4")).outcome == Outcome::AlreadyIn);
    CHECK(waitFor([&] { return !venue.kiosks[0]->day().link.isCutOff; }));

    WHEN("its database is replaced by an old copy")
    {
        const auto file = venue.folder(1) + QStringLiteral("/journal.db");
        venue.kiosks[0].reset();
        REQUIRE(QFile::copy(file, file + QStringLiteral(".old")));
        venue.kiosks[0] = venue.start(1);
        for (int i = 10; i < 30; ++i) {
            std::ignore = Venue2::signIn(*venue.kiosks[0], QStringLiteral("CODE-%1").arg(i));
        }
        CHECK(venue.converges());
        venue.kiosks[0].reset();
        REQUIRE(QFile::remove(file));
        QFile::remove(file + QStringLiteral("-wal"));
        REQUIRE(QFile::rename(file + QStringLiteral(".old"), file));
        venue.kiosks[0] = venue.start(1);
        THEN("it comes back to what it told, under a new incarnation, and the coordinator is alarmed")
        {
            CHECK(venue.converges());
            CHECK(waitFor([&] {
                const auto alerts = venue.hub->day().alerts;
                return std::ranges::any_of(alerts,
                                           [](const auto &a) { return a.kind == QStringLiteral("device_restored"); });
            }));
            CHECK(venue.hub->day().headcount == 21);
        }
    }
}
