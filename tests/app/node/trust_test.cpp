// Goal: a device that was taken over gets no more than its role, and harms nobody else.
// Method: whole nodes over loopback; one of them is made to do what no program of ours does.
#include "core/venue/devices/devices.h"
#include "core/venue/guests/answers.h"
#include "core/venue/guests/sessions.h"
#include "tests/app/node/node_fixture.h"

#include <QDir>

using namespace muster;
using namespace muster::test;

namespace {

bool hasAlert(Node &node, const QString &kind)
{
    return std::ranges::any_of(node.day().alerts, [&](const auto &alert) { return alert.kind == kind; });
}

void write(Node &node, const std::function<Draft(LocalDevice &, State &)> &make)
{
    Status stored;
    Venue2::inside(node, [&](LocalDevice &local) {
        stored = local.device().append(
            [&](State &state, const EventSetup &) { return std::vector<Draft>{make(local, state)}; });
    });
    REQUIRE(stored);
}

/// A kiosk's wish to be a greeter, signed with the only key that it has.
Draft promotion(LocalDevice &local, State &state)
{
    auto self = *devices::find(state, local.device().journal().device());
    self.role = QStringLiteral("greeter");
    ++self.version;
    return devices::enrolled(self, local.membership().trust.event, local.folder().deviceKeys()->operations);
}

QString roleAtHub(Venue2 &venue, const DeviceId &device)
{
    for (const auto &view : venue.hub->day().devices) {
        if (view.id == device) {
            return view.role;
        }
    }
    return {};
}

}  // namespace

SCENARIO("a kiosk that was taken over writes what a kiosk may not", "[node][trust]")
{
    Venue2 venue(2);
    auto &bad = *venue.kiosks[0];
    auto &good = *venue.kiosks[1];
    GIVEN("that it is a greeter")
    {
        write(bad, promotion);
        THEN("the coordinator sets its data aside, says so, and gives it no phone number")
        {
            CHECK(waitFor([&] { return hasAlert(*venue.hub, QStringLiteral("device_quarantine")); }));
            CHECK(roleAtHub(venue, bad.identity().device) == QStringLiteral("kiosk"));
            const auto told = Venue2::signIn(bad, QStringLiteral("CODE-2"));
            REQUIRE(told.guest);
            CHECK(told.guest->phone.isEmpty());
            CHECK(waitFor([&] { return bad.day().link.notYetSafe > 0; }));
        }
    }
    GIVEN("that the session is over")
    {
        write(bad, [](LocalDevice &, State &state) { return sessions::set(state, QStringLiteral("day"), false); });
        THEN("the other kiosk works on, and what it does arrives")
        {
            CHECK(waitFor([&] { return hasAlert(*venue.hub, QStringLiteral("device_quarantine")); }));
            CHECK(Venue2::signIn(good, QStringLiteral("CODE-3")).outcome == Outcome::Admitted);
            CHECK(waitFor([&] { return venue.hub->day().headcount == 1; }));
            CHECK(Venue2::digest(good) == Venue2::digest(*venue.hub));
        }
    }
}

SCENARIO("a kiosk is shut out", "[node][trust]")
{
    Venue2 venue(1);
    auto *kiosk = venue.kiosks[0].get();
    const auto id = kiosk->identity().device;
    CHECK(Venue2::signIn(*kiosk, QStringLiteral("CODE-1")).outcome == Outcome::Admitted);
    const bool isAway = GENERATE(false, true);
    if (isAway) {
        kiosk->cutNetwork();
        REQUIRE(waitFor([&] { return kiosk->day().link.isCutOff; }));
    }
    std::optional<Answer> revoked;
    venue.hub->submit({{}, {}, RevokeDevice{id, QStringLiteral("stolen")}},
                      [&](const Answer &answer) { revoked = answer; });
    REQUIRE(waitFor([&] { return revoked.has_value(); }));
    REQUIRE(revoked->outcome == Outcome::Done);
    kiosk->restoreNetwork();
    REQUIRE(waitFor([&] { return kiosk->day().link.isShutOut; }));
    CHECK(waitFor([&] { return kiosk->identity().isShutOut; }));
    THEN("it lets nobody in, knows nobody's name, and stays so after a restart")
    {
        for (int start = 0; start < 2; ++start) {
            CHECK(Venue2::signIn(*kiosk, QStringLiteral("CODE-2")).outcome == Outcome::NotAllowed);
            Venue2::inside(*kiosk, [](LocalDevice &local) {
                CHECK(local.keyring().isPurged());
                CHECK(local.keyring().counts()->display == 0);
            });
            venue.kiosks[0].reset();
            venue.kiosks[0] = venue.start(1);
            kiosk = venue.kiosks[0].get();
            CHECK(kiosk->identity().isShutOut);
        }
        CHECK(venue.hub->day().headcount == 1);
    }
    THEN("it can come back, as a new device with new keys")
    {
        kiosk->enrol(venue.hub->enrolUri());
        REQUIRE(waitFor([&] { return !kiosk->identity().isShutOut && !kiosk->day().link.isCutOff; }));
        CHECK(kiosk->identity().device != id);
        CHECK(waitFor([&] { return kiosk->day().expected == 50; }));
        CHECK(Venue2::signIn(*kiosk, QStringLiteral("CODE-3")).outcome == Outcome::Admitted);
        CHECK(waitFor([&] { return venue.hub->day().headcount == 2; }));
    }
}

SCENARIO("a revoked device that does not know of it asks to be enrolled again", "[node][trust]")
{
    Venue2 venue(1);
    const auto id = venue.kiosks[0]->identity().device;
    venue.kiosks[0].reset();
    std::optional<Answer> revoked;
    venue.hub->submit({{}, {}, RevokeDevice{id, QStringLiteral("lost")}},
                      [&](const Answer &answer) { revoked = answer; });
    REQUIRE(waitFor([&] { return revoked.has_value(); }));
    // Somebody emptied the folder, but for the keys.
    for (const char *name : {"membership.cbor", "journal.db", "journal.db-wal", "journal.db-shm", "high-water"}) {
        QFile::remove(venue.folder(1) + QLatin1Char('/') + QLatin1String(name));
    }
    venue.kiosks[0] = venue.start(1);
    auto &kiosk = *venue.kiosks[0];
    QStringList words;
    QObject::connect(&kiosk, &Node::enrolmentNews, [&](const EnrolmentNews &news) {
        if (news.kind == EnrolmentNews::Kind::Failed) {
            words << news.words;
        }
    });
    kiosk.enrol(venue.hub->enrolUri());
    REQUIRE(waitFor([&] { return !words.isEmpty(); }));
    CHECK(words.front().contains(QStringLiteral("shut out")));
    kiosk.enrol(venue.hub->enrolUri());
    REQUIRE(waitFor([&] { return kiosk.identity().isEnrolled && !kiosk.day().link.isCutOff; }));
    CHECK(kiosk.identity().device != id);
}

SCENARIO("a device asks to be enrolled as what it may not be", "[node][trust]")
{
    Venue2 venue(0);
    Node::Options options;
    options.dataFolder = venue.folder(5);
    options.role = QStringLiteral("owner");
    auto node = Node::open(options);
    REQUIRE(node);
    QStringList words;
    QObject::connect(node->get(), &Node::enrolmentNews, [&](const EnrolmentNews &news) {
        if (news.kind == EnrolmentNews::Kind::Failed) {
            words << news.words;
        }
    });
    (*node)->enrol(venue.hub->enrolUri());
    REQUIRE(waitFor([&] { return !words.isEmpty(); }));
    CHECK(words.front().contains(QStringLiteral("kiosk, greeter")));
    CHECK_FALSE((*node)->identity().isEnrolled);
    CHECK(venue.hub->day().devices.size() == 1);
}

SCENARIO("a device asks to be a coordinator where everybody is let in", "[node][trust]")
{
    Venue2 venue(0);
    Node::Options options;
    options.dataFolder = venue.folder(5);
    options.role = QStringLiteral("coordinator");
    options.listenAddress = QHostAddress(QHostAddress::LocalHost);
    options.listenPort = 0;
    auto node = Node::open(options);
    REQUIRE(node);
    (*node)->enrol(venue.hub->enrolUri());
    THEN("it waits for a person, and then stands beside the hub")
    {
        REQUIRE(waitFor([&] { return !venue.hub->day().candidates.empty(); }));
        CHECK_FALSE((*node)->identity().isEnrolled);
        venue.hub->approve(venue.hub->day().candidates.front().id, {});
        REQUIRE(waitFor([&] { return (*node)->identity().isEnrolled && !(*node)->day().link.isCutOff; }));
        CHECK_FALSE((*node)->day().link.isHub);
        CHECK(waitFor([&] { return Venue2::digest(**node) == Venue2::digest(*venue.hub); }));
    }
}

SCENARIO("what was set aside is still known after a restart, until it is mended", "[node][trust]")
{
    Venue2 venue(1);
    const auto id = venue.kiosks[0]->identity().device;
    write(*venue.kiosks[0],
          [](LocalDevice &, State &state) { return sessions::set(state, QStringLiteral("day"), false); });
    REQUIRE(waitFor([&] { return hasAlert(*venue.hub, QStringLiteral("device_quarantine")); }));
    venue.kiosks[0].reset();
    venue.hub.reset();
    venue.startHub();
    CHECK(waitFor([&] { return hasAlert(*venue.hub, QStringLiteral("device_quarantine")); }));
    REQUIRE(waitFor([&] { return !venue.hub->day().findings.empty(); }));
    const auto finding = venue.hub->day().findings.front();
    CHECK(finding.kind == FindingView::Kind::Quarantine);
    CHECK(finding.device == id);
    CHECK(finding.why.contains(QStringLiteral("sessions.set")));
    // The coordinator finds that it was no kiosk.
    Venue2::inside(*venue.hub, [&](LocalDevice &local) {
        const auto stored = local.device().append([&](State &state, const EventSetup &) {
            auto known = *devices::find(state, id);
            known.role = QStringLiteral("coordinator");
            ++known.version;
            return std::vector<Draft>{
                devices::enrolled(known, local.membership().trust.event, local.folder().hubKeys()->event)};
        });
        CHECK(stored);
    });
    venue.kiosks[0] = venue.start(1);
    CHECK(waitFor([&] { return venue.hub->day().findings.empty(); }));
    CHECK_FALSE(hasAlert(*venue.hub, QStringLiteral("device_quarantine")));
}

SCENARIO("a guest answers at a kiosk, and is forgotten", "[node][trust]")
{
    Venue2 venue(1);
    auto &kiosk = *venue.kiosks[0];
    SignIn signIn;
    signIn.payload = "CODE-5";
    signIn.isEachQuestionAsked = true;
    signIn.answers = {{QStringLiteral("income"), QStringLiteral("much")}};
    const RequestId request = [] {
        RequestId id;
        id.bytes.fill(3);
        return id;
    }();
    std::optional<Answer> told;
    kiosk.submit({request, {}, signIn}, [&](const Answer &answer) { told = answer; });
    REQUIRE(waitFor([&] { return told.has_value(); }));
    REQUIRE(told->outcome == Outcome::Admitted);
    REQUIRE(told->guest);
    const auto guest = told->guest->id;
    const auto keyName = answers::keyNameOf(guest, request);
    const auto keysAt = [&](Node &node) {
        std::size_t count = 0;
        Venue2::inside(node, [&](LocalDevice &local) { count = local.keyring().keysOf(keyName)->size(); });
        return count;
    };
    REQUIRE(waitFor([&] { return keysAt(*venue.hub) == 1; }));
    CHECK(waitFor([&] { return kiosk.day().link.notYetSafe == 0; }));
    std::optional<Answer> done;
    venue.hub->submit({{}, {}, ForgetGuest{guest, QStringLiteral("asked for it")}},
                      [&](const Answer &answer) { done = answer; });
    REQUIRE(waitFor([&] { return done.has_value(); }));
    CHECK(keysAt(*venue.hub) == 0);
    CHECK(waitFor([&] { return keysAt(kiosk) == 0; }));
}

SCENARIO("who stands at a kiosk looks for names", "[node][trust]")
{
    Venue2 venue(1);
    auto &kiosk = *venue.kiosks[0];
    REQUIRE(waitFor([&] { return Venue2::signIn(kiosk, QStringLiteral("CODE-1")).guest->isNameHere; }));
    Venue2::inside(kiosk, [](LocalDevice &local) {
        CHECK(local.device().search(QStringLiteral("王")).empty());
        CHECK(local.device().rollCall({}).entries.empty());
        CHECK(local.device().forEachGuest([](const GuestId &, const GuestEntry &) { FAIL("a guest"); }).error().code ==
              ErrorCode::Refused);
    });
    Venue2::inside(*venue.hub,
                   [](LocalDevice &local) { CHECK_FALSE(local.device().search(QStringLiteral("王")).empty()); });
    for (int i = 0; i < 2; ++i) {
        for (const auto &entry : QDir(venue.folder(i)).entryInfoList(QDir::Files)) {
            INFO(entry.fileName().toStdString());
            CHECK((entry.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
        }
    }
}
