// Goal: no device can give itself a role, shut out another one, or write what its role never writes.
// Method: devices on journals in memory; one of them writes what no device of ours would, and all hear of it.
#include "core/venue/devices/devices.h"
#include "core/venue/devices/roles.h"
#include "core/venue/devices/vacancies.h"
#include "core/venue/guests/forgetting.h"
#include "tests/venue/hall.h"

using namespace muster;
using namespace muster::test;

namespace {

devices::Device enrolmentOf(Hall &hall, int device)
{
    return *devices::find(hall.at(0).journal->state(), hall.at(device).journal->device());
}

QString roleAt(Hall &hall, int at, int device)
{
    const auto found = devices::find(hall.at(at).journal->state(), hall.at(device).journal->device());
    return found ? found->role : QString();
}

bool isRevokedAt(Hall &hall, int at, int device)
{
    return devices::isRevoked(hall.at(at).journal->state(), hall.at(device).journal->device());
}

}  // namespace

SCENARIO("a device writes an enrolment of its own", "[devices]")
{
    Hall hall(3);
    auto wish = enrolmentOf(hall, 2);
    wish.role = QStringLiteral("coordinator");
    ++wish.version;
    GIVEN("it signs with its own key")
    {
        hall.write(2, devices::enrolled(wish, hall.event(), hall.at(2).journal->options().key));
        hall.syncAll();
        THEN("nobody believes it, and staff can see what it wrote")
        {
            for (int i = 0; i < hall.count(); ++i) {
                CHECK(roleAt(hall, i, 2) == QStringLiteral("greeter"));
                REQUIRE(hall.at(i).journal->deadLetters());
                CHECK(hall.at(i).journal->deadLetters()->size() == 1);
            }
            CHECK(hall.isEqual());
        }
    }
    GIVEN("it uses the signature of its earlier enrolment for another role")
    {
        auto draft = devices::enrolled(enrolmentOf(hall, 2), hall.event(), hall.eventKey());
        draft.body[QStringLiteral("role")] = QStringLiteral("coordinator");
        draft.body[QStringLiteral("version")] = 7;
        hall.write(2, draft);
        hall.syncAll();
        THEN("it stays what it was")
        {
            CHECK(roleAt(hall, 0, 2) == QStringLiteral("greeter"));
            CHECK(hall.isEqual());
        }
    }
    GIVEN("it was made a kiosk, and passes its former enrolment on again, later")
    {
        const auto former = devices::enrolled(enrolmentOf(hall, 2), hall.event(), hall.eventKey());
        wish.role = QStringLiteral("kiosk");
        hall.write(0, devices::enrolled(wish, hall.event(), hall.eventKey()));
        hall.syncAll();
        hall.clock().advance(std::chrono::hours(1));
        hall.write(2, former);
        hall.syncAll();
        THEN("it stays a kiosk everywhere, though what it wrote as a greeter stays rightful")
        {
            for (int i = 0; i < hall.count(); ++i) {
                CHECK(roleAt(hall, i, 2) == QStringLiteral("kiosk"));
            }
            CHECK(devices::rolesOf(hall.at(0).journal->state(), hall.at(2).journal->device()) ==
                  QStringList{QStringLiteral("greeter"), QStringLiteral("kiosk")});
            CHECK(hall.isEqual());
        }
    }
}

SCENARIO("a device is shut out", "[devices]")
{
    Hall hall(3);
    GIVEN("a kiosk writes that the coordinator is revoked")
    {
        hall.write(1, devices::revoked(hall.at(0).journal->device(), QStringLiteral("mine now"), hall.event(),
                                       hall.at(1).journal->options().key));
        hall.syncAll();
        THEN("nobody turns away from the coordinator")
        {
            for (int i = 0; i < hall.count(); ++i) {
                CHECK_FALSE(isRevokedAt(hall, i, 0));
            }
            CHECK(hall.isEqual());
        }
    }
    GIVEN("who holds the event key writes it")
    {
        hall.write(
            0, devices::revoked(hall.at(2).journal->device(), QStringLiteral("lost"), hall.event(), hall.eventKey()));
        hall.syncAll();
        THEN("everybody knows, the device itself too")
        {
            for (int i = 0; i < hall.count(); ++i) {
                CHECK(isRevokedAt(hall, i, 2));
            }
            CHECK(hall.isEqual());
        }
    }
}

SCENARIO("a guest who answered at a kiosk wants to be forgotten", "[forgetting]")
{
    Hall hall(2);
    hall.invite(QStringLiteral("one"));
    hall.invite(QStringLiteral("two"));
    hall.syncAll();
    const auto guest = hall.guest(QStringLiteral("one"));
    const auto other = hall.guest(QStringLiteral("two"));
    RequestId request;
    request.bytes.fill(7);
    const auto keyName = answers::keyNameOf(guest, request);
    auto answered = answers::answered(guest, {keyName, QByteArrayLiteral("sealed")});
    answered.request = request;
    const auto forgotten = forgetting::forgotten(guest, QStringLiteral("asked for it"));
    const auto takeForgotten = [&] {
        auto taken = hall.at(0).venue.takeForgotten();
        std::ranges::sort(taken);
        return taken;
    };
    auto both = std::vector{guest, keyName};
    std::ranges::sort(both);
    GIVEN("the answers came first")
    {
        hall.write(1, answered);
        hall.sync(1, 0);
        hall.write(0, forgotten);
        THEN("both keys are to be destroyed") { CHECK(takeForgotten() == both); }
    }
    GIVEN("the answers come afterwards")
    {
        hall.write(0, forgotten);
        CHECK(takeForgotten() == std::vector{guest});
        hall.write(1, answered);
        hall.sync(1, 0);
        THEN("their key is too, now and at every start")
        {
            CHECK(takeForgotten() == both);
            CHECK(forgetting::buried(hall.at(0).journal->state()) == both);
        }
    }
    GIVEN("answers that name another guest's key")
    {
        auto wicked = answered;
        wicked.body[QStringLiteral("key")] = other.toBytes();
        hall.write(1, wicked);
        hall.sync(1, 0);
        hall.write(0, forgotten);
        THEN("that guest's key stays") { CHECK(takeForgotten() == std::vector{guest}); }
    }
}

TEST_CASE("a role writes what its people and its screens do, and no more", "[devices][roles]")
{
    const auto may = [](const char *role, const char *kind) {
        return roles::mayWrite({QString::fromLatin1(role)}, QString::fromLatin1(kind));
    };
    for (const auto *kind : {"plan.set", "sessions.set", "day.reset", "day.emptied", "conflicts.resolved",
                             "guests.forgotten", "authority.granted", "rights.moved", "devices.enrolled"}) {
        CAPTURE(kind);
        CHECK(may("coordinator", kind));
        CHECK_FALSE(may("greeter", kind));
        CHECK_FALSE(may("kiosk", kind));
    }
    for (const auto *kind : {"guests.listed", "guests.walked_in"}) {
        CAPTURE(kind);
        CHECK(may("greeter", kind));
        CHECK_FALSE(may("zone", kind));
        CHECK_FALSE(may("kiosk", kind));
    }
    CHECK(may("kiosk", "guests.told"));
    CHECK(may("kiosk", "guests.answered"));
    CHECK(may("kiosk", "authority.declined"));
    CHECK(may("kiosk", "later.invented"));
    CHECK(roles::mayWrite({QStringLiteral("greeter"), QStringLiteral("kiosk")}, QStringLiteral("guests.walked_in")));
}

SCENARIO("a device that does not say where it stands takes the place of one that is gone", "[devices]")
{
    auto plan = Hall::samplePlan();
    for (const auto *code : {"desk-1", "desk-2", "desk-3"}) {
        Station station;
        station.code = QString::fromLatin1(code);
        station.role = QStringLiteral("prize");
        plan.stations.push_back(station);
    }
    Hall hall(3, plan);
    const auto vacancy = [&] { return vacancies::find(hall.at(0).journal->state(), plan, QStringLiteral("prize")); };
    const auto put = [&](int device, const char *station) {
        auto enrolment = enrolmentOf(hall, device);
        enrolment.role = QStringLiteral("prize");
        enrolment.station = QString::fromLatin1(station);
        ++enrolment.version;
        hall.write(0, devices::enrolled(enrolment, hall.event(), hall.eventKey()));
        hall.syncAll();
    };
    CHECK(vacancy() == QStringLiteral("desk-1"));
    put(1, "desk-2");
    CHECK(vacancy() == QStringLiteral("desk-1"));
    put(2, "desk-1");
    CHECK(vacancy() == QStringLiteral("desk-3"));
    CHECK(vacancies::find(hall.at(0).journal->state(), plan, QStringLiteral("board")).isEmpty());
    hall.settleRights();
    hall.unlinked = {1};
    const auto gone = hall.at(1).journal->device();
    WHEN("one is shut out")
    {
        REQUIRE(hall.decide(0, RevokeDevice{gone, QStringLiteral("stolen")}).outcome == Outcome::Done);
        THEN("the next device goes there, though another place was never used")
        {
            CHECK(vacancy() == QStringLiteral("desk-2"));
            put(1, "desk-2");
            CHECK(vacancy() == QStringLiteral("desk-2"));  // It is shut out for good.
        }
    }
    WHEN("one is declared lost")
    {
        REQUIRE(hall.decide(0, DeclareLost{gone, {}, QStringLiteral("broken")}).outcome == Outcome::Done);
        THEN("the next device goes there") { CHECK(vacancy() == QStringLiteral("desk-2")); }
    }
}
