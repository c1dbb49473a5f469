// Goal: devices in one hall enrol, sign guests in through the coordinator, go on when cut off, and converge.
// Method: whole nodes with their own threads, folders and TLS links over loopback, in one process.
#include "core/venue/guests/sessions.h"
#include "tests/app/node/node_fixture.h"

using namespace muster;
using namespace muster::test;

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

SCENARIO("a kiosk is enrolled in the middle of a long day", "[node]")
{
    Venue2 venue(1);
    Venue2::signIn(*venue.kiosks[0], QStringLiteral("CODE-7"));
    Venue2::inside(*venue.hub, [](LocalDevice &local) {
        for (int part = 0; part < 30; ++part) {
            std::ignore = local.device().append([](State &state, const EventSetup &) {
                return std::vector<Draft>(100, sessions::set(state, QStringLiteral("day"), true));
            });
        }
    });
    auto &late = *venue.kiosks.emplace_back(venue.start(2));
    late.enrol(venue.hub->enrolUri());
    REQUIRE(waitFor([&] { return late.identity().isEnrolled && late.day().expected == 50; }));
    CHECK(venue.converges());
    WHEN("a guest comes to it")
    {
        const auto in = Venue2::signIn(late, QStringLiteral("CODE-8"));
        CHECK(in.outcome == Outcome::Admitted);
        REQUIRE(in.guest);
        CHECK_FALSE(in.guest->name.isEmpty());
        CHECK(Venue2::signIn(late, QStringLiteral("CODE-7")).outcome == Outcome::AlreadyIn);
        CHECK(venue.converges());
    }
    WHEN("it restarts")
    {
        venue.kiosks.back().reset();
        venue.kiosks.back() = venue.start(2);
        auto &again = *venue.kiosks.back();
        CHECK(waitFor([&] { return !again.day().link.isCutOff; }));
        CHECK(Venue2::signIn(again, QStringLiteral("CODE-9")).outcome == Outcome::Admitted);
        CHECK(venue.converges());
        CHECK(std::ranges::none_of(venue.hub->day().alerts,
                                   [](const auto &alert) { return alert.kind == QStringLiteral("device_restored"); }));
    }
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

SCENARIO("the coordinator lets in a device that has gone meanwhile", "[node]")
{
    Venue2 venue(1);
    QStringList said;
    QObject::connect(venue.hub.get(), &Node::actFailed, venue.hub.get(),
                     [&said](const QString &what) { said << what; });
    std::optional<Status> settled;
    venue.hub->approve(QStringLiteral("999"), {}, {}, [&settled](const Status &status) { settled = status; });
    REQUIRE(waitFor([&] { return settled.has_value(); }));
    CHECK(settled->error().code == ErrorCode::NotFound);
    CHECK(said.size() == 1);
    venue.kiosks[0]->openEnrolment();
    QObject::connect(venue.kiosks[0].get(), &Node::actFailed, venue.hub.get(),
                     [&said](const QString &what) { said << what; });
    CHECK(waitFor([&] { return said.size() == 2; }));
}

SCENARIO("a guest rings at a kiosk, and the coordinator answers", "[node][alerts]")
{
    Venue2 venue(1);
    const auto isRinging = [&venue] {
        const auto alerts = venue.hub->day().alerts;
        return std::ranges::any_of(alerts, [](const auto &a) { return a.kind == QStringLiteral("staff_called"); });
    };
    const auto act = [](Node &node, Command command) {
        std::optional<Answer> told;
        node.submit({{}, {}, std::move(command)}, [&told](const Answer &answer) { told = answer; });
        REQUIRE(waitFor([&] { return told.has_value(); }));
        return told->outcome;
    };
    CHECK(act(*venue.kiosks[0], CallStaff{QStringLiteral("unknown")}) == Outcome::Done);
    CHECK(waitFor(isRinging, 2s));
    CHECK(act(*venue.hub, AcknowledgeAlert{QStringLiteral("staff_called:gate-1"), 0}) == Outcome::Done);
    CHECK(waitFor([&] { return !isRinging(); }, 2s));
}
