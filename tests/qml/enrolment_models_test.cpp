// Goal: a new device is led in step by step, and says what went wrong; the coordinator sees who asks, and how.
// Method: the models over an enrolment and a node that go as they are told to.
#include "app/models/coordinator_model.h"
#include "app/models/enrolment_controller.h"
#include "tests/qml/fake_node.h"
#include "tests/qml/sample_day.h"
#include "tests/support/catch.h"

using namespace muster;
using namespace muster::test;

SCENARIO("a device asks to be let in", "[models][enrolment]")
{
    FakeEnrolment port;
    EnrolmentController enrolment(&port);
    enrolment.submit(QStringLiteral("L-0042"));
    CHECK(enrolment.state() == EnrolmentController::Failed);
    CHECK(enrolment.failure() == EnrolmentController::BadUri);
    CHECK(port.started.isEmpty());
    enrolment.submit(QStringLiteral(" muster://10.0.0.1/ "));
    enrolment.submit(QStringLiteral("muster://10.0.0.2/"));
    CHECK(port.started == QStringList{QStringLiteral("muster://10.0.0.1/")});
    port.wait(QStringLiteral("4719"));
    CHECK(enrolment.checkCode() == QStringLiteral("4719"));
    enrolment.startOver();
    CHECK(port.cancelled == 1);
}

SCENARIO("a device without a camera asks to be let in by a typed address", "[models][enrolment]")
{
    FakeEnrolment port;
    EnrolmentController enrolment(&port);
    const QString address = QStringLiteral("192.168.8.10:40123");
    WHEN("it is no address, or a guest's code that was scanned looks like one")
    {
        enrolment.enter(QStringLiteral("192.168.8.10"));
        CHECK(enrolment.failure() == EnrolmentController::BadAddress);
        enrolment.submit(address);
        CHECK(enrolment.failure() == EnrolmentController::BadUri);
        CHECK(port.started.isEmpty());
    }
    WHEN("it is the coordinator's code after all")
    {
        enrolment.enter(QStringLiteral(" muster://enrol?x "));
        CHECK(port.started == QStringList{QStringLiteral("muster://enrol?x")});
        CHECK_FALSE(enrolment.isTyped());
        port.wait(QStringLiteral("407193"));
        enrolment.confirm();
        CHECK(port.confirmed.isEmpty());
    }
    WHEN("the node does not understand the address")
    {
        enrolment.enter(QStringLiteral("venue:hall:7"));
        port.fail(EnrolmentFailure::BadUri);
        CHECK(enrolment.failure() == EnrolmentController::BadAddress);
    }
    WHEN("it is typed on a Chinese keyboard, and the coordinator answers")
    {
        enrolment.enter(QStringLiteral(u" １９２.168。8.10：40123 "));
        CHECK(port.started == QStringList{address});
        enrolment.confirm();  // Nothing is there to compare.
        CHECK(port.confirmed.isEmpty());
        port.compare(QStringLiteral("407193"));
        CHECK(enrolment.state() == EnrolmentController::Comparing);
        CHECK(enrolment.isTyped());
        THEN("the same code on both screens lets it wait for the coordinator")
        {
            enrolment.confirm();
            CHECK(port.confirmed == QStringList{QStringLiteral("407193")});
            CHECK(enrolment.state() == EnrolmentController::WaitingForApproval);
            port.wait(QStringLiteral("407193"));
            AND_THEN("a new connection has a new code to compare")
            {
                port.compare(QStringLiteral("862055"));
                CHECK(enrolment.state() == EnrolmentController::Comparing);
                CHECK(enrolment.checkCode() == QStringLiteral("862055"));
            }
            port.finish();
            CHECK(enrolment.state() == EnrolmentController::Enrolled);
        }
        THEN("different codes end it, whatever is touched afterwards")
        {
            enrolment.deny();
            enrolment.confirm();
            CHECK(port.denied == 1);
            CHECK(port.confirmed.isEmpty());
            CHECK(enrolment.failure() == EnrolmentController::CodesDiffer);
            enrolment.enter(address);
            CHECK(port.started.size() == 2);
        }
    }
}

SCENARIO("a coordinator sees which device typed the address", "[models][enrolment]")
{
    FakeNode node;
    Settings settings;
    node.setNow(sampleNow());
    node.typed = {QStringLiteral("c1")};
    CoordinatorModel wall(node, settings, QStringLiteral("C-01"));
    node.setDay(busyDay());
    REQUIRE(wall.candidates()->rowCount() == 1);
    const auto roles = wall.candidates()->roleNames();
    CHECK(wall.candidates()->data(wall.candidates()->index(0, 0), roles.key("isTyped")).toBool());
    CHECK(wall.enrolAddresses().isEmpty());
    wall.openEnrolment();
    CHECK(wall.enrolAddresses() == QStringLiteral("192.168.8.10:40123\n10.20.0.4:40123"));
    wall.approve(QStringLiteral("c1"), QStringLiteral("407193"));
    CHECK(node.compared == QStringList{QStringLiteral("407193")});
}
