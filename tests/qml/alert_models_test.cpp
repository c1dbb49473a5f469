// Goal: whoever works in a zone, at a counter or a prize desk sees what calls them, says by name that they see to it,
// and an exit says that it looks out, from where people stand.
// Method: a node that answers as told, a day with alerts and a missing child, and Qt's own checker on every list.
#include "app/models/counter_controller.h"
#include "app/models/course_model.h"
#include "app/models/greeter_controller.h"
#include "app/models/prize_controller.h"
#include "app/models/zone_controller.h"
#include "tests/qml/fake_node.h"
#include "tests/qml/sample_course.h"
#include "tests/qml/sample_desks.h"
#include "tests/support/catch.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QSignalSpy>

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;

namespace {

QString q(const char *text) { return QString::fromUtf8(text); }

void settle()
{
    for (int i = 0; i < 10; ++i) {
        QCoreApplication::processEvents();
    }
}

QVariant read(ListModel *list, int row, const char *role)
{
    return list->data(list->index(row, 0), list->roleNames().key(role));
}

Answer answerOf(Outcome outcome)
{
    Answer told;
    told.outcome = outcome;
    told.reason = {q("不行"), q("Not here")};
    return told;
}

template<class Model>
struct AlertRig {
    FakeNode node;
    Settings settings;
    std::unique_ptr<Model> model;

    AlertRig(const Identity &identity, const DayView &day)
    {
        node.setNow(sampleNow());
        node.setIdentity(identity);
        node.setDay(day);
        node.decide = [](const Act &) { return answerOf(Outcome::Done); };
        settings.setLanguage(q("en"));
        settings.adopt(sampleEvent());
        model = std::make_unique<Model>(node, settings, q("S-30"));
        settle();
    }
    template<class Command>
    [[nodiscard]] Command last() const
    {
        REQUIRE(!node.acts.empty());
        const auto *command = std::get_if<Command>(&node.acts.back().command);
        REQUIRE(command != nullptr);
        CHECK(node.acts.back().actor == q("S-30"));
        return *command;
    }
};

/// A day on which something is wrong at @p station, and something lighter too.
DayView troubledDay(DayView day, const QString &station)
{
    AlertView grave;
    grave.kind = q("incident_urgent");
    grave.id = q("incident_urgent:1");
    grave.station = station;
    grave.weight = 95;
    grave.text = {q("紧急事件"), q("Urgent: incident 21")};
    grave.since = sampleNow() - 40s;
    AlertView light = grave;
    light.kind = light.id = q("task_late");
    light.weight = 52;
    AlertView elsewhere = grave;
    elsewhere.id = q("incident_urgent:2");
    elsewhere.station = q("far-away");
    day.alerts = {grave, elsewhere, light};
    return day;
}

Identity doorOfD()
{
    auto identity = courseIdentity(q("greeter"));
    Station door;
    door.code = q("gate-d");
    door.role = q("greeter");
    door.zone = q("D");
    identity.event.stations.push_back(door);
    identity.station = door.code;
    return identity;
}

const auto isTested = QAbstractItemModelTester::FailureReportingMode::Fatal;

}  // namespace

SCENARIO("a zone's lead sees what calls them, and says that they see to it", "[models][alerts]")
{
    AlertRig<ZoneController> rig(courseIdentity(q("zone")), alertedDay());
    StaffAlerts &alerts = *rig.model->alerts();
    const QAbstractItemModelTester open(alerts.open(), isTested);
    const QAbstractItemModelTester inHand(alerts.inHand(), isTested);
    THEN("only this zone's are listed, the gravest first, with what to do")
    {
        REQUIRE(alerts.count() == 2);
        CHECK(alerts.graveCount() == 1);
        CHECK(read(alerts.open(), 0, "title").toString() == q("Urgent: incident 21, Medical, zone D"));
        CHECK(read(alerts.open(), 0, "isEscalated").toBool());
        CHECK(read(alerts.open(), 0, "ageSeconds").toInt() == 40);
        CHECK(read(alerts.open(), 1, "isGrave").toBool() == false);
        CHECK_FALSE(read(alerts.open(), 1, "toDo").toString().isEmpty());
        CHECK(read(alerts.open(), 1, "recheckMinutes").toInt() == 5);
    }
    THEN("what somebody sees to is named with who and until when")
    {
        REQUIRE(alerts.inHand()->count() == 1);
        CHECK(read(alerts.inHand(), 0, "title").toString() == q("Relief is overdue: Usher 1"));
        CHECK_FALSE(read(alerts.inHand(), 0, "by").toString().isEmpty());
        CHECK(read(alerts.inHand(), 0, "again").toString() == rig.settings.clockOf(sampleNow() + 7min));
    }
    THEN("seen is seen until its kind comes again, or as long as was chosen")
    {
        alerts.acknowledge(q("post_gap:D"), 0);
        settle();
        CHECK(rig.last<AcknowledgeAlert>().alert == q("post_gap:D"));
        CHECK_FALSE(rig.last<AcknowledgeAlert>().recheckMinutes);
        alerts.acknowledge(q("post_gap:D"), 15);
        settle();
        CHECK(rig.last<AcknowledgeAlert>().recheckMinutes == 15);
        CHECK(alerts.count() == 2);  // Until the day says so, it is not in hand.
    }
    THEN("what was not taken is told")
    {
        rig.node.decide = [](const Act &) { return answerOf(Outcome::NotAllowed); };
        alerts.acknowledge(q("post_gap:D"), 0);
        settle();
        CHECK(alerts.refusal() == q("Not here"));
        CHECK(rig.model->reason() == q("Not here"));
    }
    THEN("a grave one is heard once, a light one is not")
    {
        QSignalSpy called(&alerts, &StaffAlerts::called);
        DayView day = alertedDay();
        rig.node.setDay(day);
        CHECK(called.isEmpty());
        AlertView light = day.alerts[1];
        light.id = q("task_late:D");
        day.alerts.push_back(light);
        rig.node.setDay(day);
        CHECK(called.isEmpty());
        AlertView grave = day.alerts[0];
        grave.id = q("zone_evacuated:D");
        grave.isEscalated = false;
        day.alerts.push_back(grave);
        rig.node.setDay(day);
        rig.node.setDay(day);
        CHECK(called.size() == 1);
    }
    THEN("it is silent here as soon as somebody saw it elsewhere")
    {
        rig.node.setDay(courseDay());
        CHECK(alerts.count() == 0);
        CHECK(alerts.first()->count() == 0);
    }
}

TEMPLATE_TEST_CASE("a desk shows the gravest alert of its place and how many more there are", "[models][alerts]",
                   CounterController, PrizeController)
{
    const bool isCounter = std::is_same_v<TestType, CounterController>;
    const auto identity = deskIdentity(isCounter ? q("counter") : q("prize"));
    AlertRig<TestType> rig(identity, troubledDay(queueDay(true, 3), identity.station));
    StaffAlerts &alerts = *rig.model->alerts();
    REQUIRE(alerts.first()->count() == 1);
    CHECK(read(alerts.first(), 0, "title").toString() == q("Urgent: incident 21"));
    CHECK(read(alerts.first(), 0, "isGrave").toBool());
    CHECK(alerts.count() == 2);
    alerts.acknowledge(read(alerts.first(), 0, "key").toString(), 0);
    settle();
    CHECK(rig.template last<AcknowledgeAlert>().alert == q("incident_urgent:1"));
}

SCENARIO("an exit answers from the zone's device and from the greeter's", "[models][incidents]")
{
    const auto check = [](auto &rig, StaffAlerts &alerts) {
        REQUIRE(alerts.watches()->count() == 1);  // Other exits are others' business.
        CHECK(alerts.watchesOpen() == 1);
        CHECK(read(alerts.watches(), 0, "exitName").toString() == q("Exit west"));
        CHECK(read(alerts.watches(), 0, "lookOut").toString() == q("男孩，5 岁，红色外套"));
        alerts.lookOut(q("19"), q("exit-west"));
        settle();
        const auto answered = rig.template last<incidents::AcknowledgeWatch>();
        CHECK(answered.incident == q("19"));
        CHECK(answered.post == q("exit-west"));
        DayView day = alertedDay();
        ExitView &exit = day.incidents.front().exits.front();
        exit.isWatching = true;
        exit.by = q("王芳");
        exit.at = sampleNow();
        rig.node.setDay(day);
        CHECK(alerts.watchesOpen() == 0);
        CHECK(read(alerts.watches(), 0, "isWatching").toBool());
        CHECK(read(alerts.watches(), 0, "by").toString() == q("王芳"));
        QSignalSpy called(&alerts, &StaffAlerts::called);
        day.incidents.front().exits.front().isWatching = false;  // What to look for changed.
        rig.node.setDay(day);
        CHECK(called.size() == 1);
        day.incidents.front().state = incidents::State::Closed;
        rig.node.setDay(day);
        CHECK(alerts.watches()->count() == 0);
    };
    GIVEN("the device of the zone")
    {
        AlertRig<ZoneController> rig(courseIdentity(q("zone")), alertedDay());
        check(rig, *rig.model->alerts());
    }
    GIVEN("a greeter's tablet at the door of that zone")
    {
        AlertRig<GreeterController> rig(doorOfD(), alertedDay());
        check(rig, *rig.model->watch());
    }
}

SCENARIO("the coordinator sees which exits look out, and tells them what for", "[models][incidents]")
{
    AlertRig<CourseModel> rig(courseIdentity(q("coordinator")), courseDay());
    IncidentSheet &sheet = *rig.model->incident();
    const QAbstractItemModelTester tester(sheet.exits(), isTested);
    rig.model->openIncident(q("19"));
    settle();
    REQUIRE(sheet.isWatch());
    CHECK(sheet.lookOut() == q("男孩，5 岁，红色外套"));
    CHECK(sheet.exitsOpen() == 2);
    REQUIRE(sheet.exits()->count() == 3);
    CHECK(read(sheet.exits(), 0, "name").toString() == q("West gate"));
    CHECK(read(sheet.exits(), 2, "isWatching").toBool());
    CHECK(read(sheet.exits(), 2, "by").toString() == q("周敏"));
    CHECK(read(sheet.exits(), 2, "time").toString() == rig.settings.clockOf(sampleNow() - 1min));
    rig.model->setLookOut(q(" boy, 5, blue coat "));
    settle();
    const auto change = rig.last<incidents::Change>();
    CHECK(change.incident == q("19"));
    CHECK(change.lookOut == q("boy, 5, blue coat"));
    CHECK_FALSE(change.state);
}
