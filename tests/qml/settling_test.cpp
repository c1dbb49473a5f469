// Goal: what was recorded but perhaps never shown, and what a lost device keeps, is on the wall and can be settled.
// Method: the coordinator's model over a node that remembers what it was asked.
#include "app/models/coordinator_model.h"
#include "tests/qml/fake_node.h"
#include "tests/qml/sample_day.h"
#include "tests/support/catch.h"

#include <QAbstractItemModelTester>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

const auto lostDevice = sampleId<DeviceId>(4);

OpenGrantView openGrant(int number, int guest)
{
    OpenGrantView open;
    open.grant = sampleId<OperationHash>(number);
    open.guest = sampleGuest(guest);
    open.station = QStringLiteral("gate-1");
    open.stationName = {QStringLiteral("东门"), QStringLiteral("East gate")};
    open.zone = QStringLiteral("C");
    open.at = sampleNow() - 3min;
    return open;
}

QVariant read(ListModel &list, int row, const char *role)
{
    return list.data(list.index(row), list.roleNames().key(role));
}

}  // namespace

SCENARIO("the commander settles what nobody knows the end of", "[models][coordinator]")
{
    FakeNode node;
    Settings settings;
    settings.setHomeLanguage(QStringLiteral("en"));
    node.setNow(sampleNow());
    node.setIdentity(sampleIdentity(QStringLiteral("coordinator")));
    DayView day = busyDay();
    day.openGrants = {openGrant(1, 0), openGrant(2, 1)};
    day.openGrants[1].guest.isNameHere = false;
    day.openGrants[1].stationName = {};
    AlertView frozen;
    frozen.id = QStringLiteral("frozen");
    frozen.losing = lostDevice;
    day.alerts = {frozen, busyDay().alerts.front()};
    node.setDay(day);
    CoordinatorModel wall(node, settings, QStringLiteral("C-01"));
    const QAbstractItemModelTester tester(wall.openGrants(), QAbstractItemModelTester::FailureReportingMode::Fatal);

    THEN("each open grant says whose it is, where and when, and no name that is not here")
    {
        REQUIRE(wall.openGrants()->count() == 2);
        CHECK(read(*wall.openGrants(), 0, "name").toString() == sampleGuest(0).name);
        CHECK(read(*wall.openGrants(), 0, "station").toString() == QStringLiteral("East gate"));
        CHECK(read(*wall.openGrants(), 0, "time").toString() == settings.clockOf(sampleNow() - 3min));
        CHECK(read(*wall.openGrants(), 1, "name").toString().isEmpty());
        CHECK(read(*wall.openGrants(), 1, "station").toString() == QStringLiteral("gate-1"));
    }
    THEN("only the alert about the lost device offers to declare it lost")
    {
        CHECK(read(*wall.alerts(), 0, "losing").toString() == lostDevice.toHex());
        CHECK(read(*wall.alerts(), 1, "losing").toString().isEmpty());
    }
    WHEN("one is done, one is void and the device is declared lost")
    {
        wall.confirmGrant(sampleId<OperationHash>(1).toHex());
        wall.voidGrant(sampleId<OperationHash>(2).toHex(), QStringLiteral("went home"));
        wall.declareLost(lostDevice.toHex(), QStringLiteral(" recounted by Zhou "));
        THEN("each act names what is meant, who and why")
        {
            REQUIRE(node.acts.size() == 3);
            CHECK(node.acts[0].actor == QStringLiteral("C-01"));
            CHECK(std::get<ConfirmGrant>(node.acts[0].command).grant == sampleId<OperationHash>(1));
            CHECK(std::get<VoidGrant>(node.acts[1].command).grant == sampleId<OperationHash>(2));
            CHECK(std::get<VoidGrant>(node.acts[1].command).reason == QStringLiteral("went home"));
            CHECK(std::get<DeclareLost>(node.acts[2].command).device == lostDevice);
            CHECK(std::get<DeclareLost>(node.acts[2].command).reason == QStringLiteral("recounted by Zhou"));
        }
    }
    WHEN("no reason is given, or nothing that exists is named")
    {
        wall.voidGrant(sampleId<OperationHash>(2).toHex(), QStringLiteral(" "));
        wall.declareLost(lostDevice.toHex(), {});
        wall.confirmGrant(QStringLiteral("not a grant"));
        THEN("nothing happens") { CHECK(node.acts.empty()); }
    }
    WHEN("the grants are settled")
    {
        day.openGrants.clear();
        node.setDay(day);
        THEN("none is on the wall any more") { CHECK(wall.openGrants()->count() == 0); }
    }
}
