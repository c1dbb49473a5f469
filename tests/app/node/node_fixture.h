#pragma once
#include "app/net/certificate_authority.h"
#include "app/node/node.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

namespace muster::test {

using namespace std::chrono_literals;

inline bool waitFor(const std::function<bool()> &condition, std::chrono::milliseconds limit = 20s)
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

inline EventSetup plan()
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

inline std::vector<GuestEntry> guestList(int count)
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

inline Result<NewAuthority> newAuthority(const DeviceId &hub)
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
    /// Runs @p work with the device, on its own thread, and waits for it.
    static void inside(Node &node, const std::function<void(LocalDevice &)> &work)
    {
        bool isDone = false;
        node.call(work, [&] { isDone = true; });
        REQUIRE(waitFor([&] { return isDone; }));
    }
    static QByteArray digest(Node &node)
    {
        QByteArray bytes;
        inside(node, [&](LocalDevice &local) { bytes = local.device().journal().digest().toBytes(); });
        return bytes;
    }
    bool converges()
    {
        return waitFor([&] {
            return std::ranges::all_of(kiosks, [&](const auto &kiosk) { return digest(*kiosk) == digest(*hub); });
        });
    }

    TempDir dir;
    std::unique_ptr<Node> hub;
    std::vector<std::unique_ptr<Node>> kiosks;
};

}  // namespace muster::test
