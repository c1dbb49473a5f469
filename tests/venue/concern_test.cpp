// Goal: an alert is shown where somebody can do something about it, and nowhere is it hidden before that is done.
// Method: alerts of a hall on real journals, asked about from devices of every role; and alerts made by hand.
#include "core/venue/day/alert_kinds.h"
#include "core/venue/day/alert_list.h"
#include "core/venue/day/concern.h"
#include "tests/venue/incident_hall.h"

using namespace muster;
using namespace muster::test;
using namespace std::chrono_literals;
using day_query::Place;

namespace {

EventSetup plan()
{
    auto plan = incidentPlan();
    Station unitDesk;
    unitDesk.code = q("unit-desk-1");
    unitDesk.role = q("counter");
    unitDesk.zone = q("D");
    plan.stations.push_back(unitDesk);
    return plan;
}

Place at(const char *role, const char *zone, const char *station = "") { return {q(role), q(station), q(zone)}; }

AlertView alertFor(const char *roles, const char *zone = "", const char *station = "")
{
    AlertView alert;
    alert.kind = q("any");
    alert.firstRoles = q(roles).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    alert.roles = alert.firstRoles;
    alert.zone = q(zone);
    alert.station = q(station);
    return alert;
}

QStringList kindsAt(IncidentHall &hall, int device, const Place &place)
{
    QStringList kinds;
    for (const auto &alert : day_query::concerning(hall.day(device).alerts, plan(), place)) {
        kinds << alert.kind;
    }
    return kinds;
}

}  // namespace

SCENARIO("an urgent incident calls the lead of its zone", "[alerts][concern]")
{
    IncidentHall hall(Hall::Disk::Memory, plan());
    incidents::Open open;
    open.zone = q("D");
    open.types = {q("medical")};
    REQUIRE(hall.then(desk, open).outcome == Outcome::Done);
    hall.syncAll();
    const auto urgent = q("incident_urgent");
    THEN("it stands on that zone's device and on the desks there, first of all")
    {
        CHECK(kindsAt(hall, other, at("zone", "D")).value(0) == urgent);
        CHECK(kindsAt(hall, other, at("counter", "D")).value(0) == urgent);
        CHECK(kindsAt(hall, other, at("prize", "D")).value(0) == urgent);
    }
    THEN("it stands nowhere else")
    {
        for (const char *role : {"zone", "counter", "prize"}) {
            CHECK_FALSE(kindsAt(hall, other, at(role, "A")).contains(urgent));
            CHECK_FALSE(kindsAt(hall, other, at(role, "")).contains(urgent));
        }
        for (const char *role : {"kiosk", "board", "greeter", "nonsense"}) {
            CHECK(kindsAt(hall, other, at(role, "D")).isEmpty());
        }
    }
    THEN("it stays there when it comes to the commander unanswered")
    {
        hall.clock().advance(30s);
        const auto alerts = day_query::concerning(hall.day(other).alerts, plan(), at("zone", "D"));
        REQUIRE_FALSE(alerts.empty());
        CHECK(alerts.front().kind == urgent);
        CHECK(alerts.front().isEscalated);
        CHECK(alerts.front().roles == QStringList{q("commander")});
    }
    THEN("seen at one device it goes from all, is in hand there, and comes again as its kind does")
    {
        hall.clock().advance(1s);
        const auto id = hall.day(desk).alerts.front().id;
        REQUIRE(hall.decide(desk, AcknowledgeAlert{id, {}}, q("S1")).outcome == Outcome::Done);
        hall.syncAll();
        CHECK_FALSE(kindsAt(hall, other, at("zone", "D")).contains(urgent));
        CHECK_FALSE(kindsAt(hall, other, at("counter", "D")).contains(urgent));
        const auto inHand = day_query::concerning(hall.day(other).inHand, plan(), at("zone", "D"));
        REQUIRE(inHand.size() == 1);
        CHECK(inHand[0].acknowledgedBy == q("S1"));
        CHECK(inHand[0].againAt == hall.clock().wall() + 5min);
        CHECK(day_query::concerning(hall.day(other).inHand, plan(), at("zone", "A")).empty());
        hall.clock().advance(5min);
        CHECK(kindsAt(hall, other, at("zone", "D")).contains(urgent));
    }
}

TEST_CASE("a zone's device shows what calls its lead or deputy", "[alerts][concern]")
{
    const auto setup = plan();
    const auto isShown = [&](const AlertView &alert) { return day_query::concerns(alert, setup, at("zone", "D")); };
    CHECK(isShown(alertFor("lead", "D")));
    CHECK(isShown(alertFor("deputy security", "D")));
    CHECK(isShown(alertFor("technician lead")));  // Of no zone: every lead is called.
    CHECK_FALSE(isShown(alertFor("technician", "D")));
    CHECK_FALSE(isShown(alertFor("lead", "A")));
    CHECK(isShown(alertFor("technician lead", "", "unit-desk-1")));  // About a device: where it stands.
    CHECK_FALSE(isShown(alertFor("technician lead", "", "gate-1")));
    auto escalated = alertFor("host", "D");
    escalated.roles = {q("lead"), q("commander")};
    CHECK(isShown(escalated));
}

TEST_CASE("a desk shows what is about it, its zone or its people", "[alerts][concern]")
{
    const auto setup = plan();
    const auto counter = at("counter", "D", "unit-desk-1");
    CHECK(day_query::concerns(alertFor("technician", "", "unit-desk-1"), setup, counter));
    auto inZone = alertFor("security lead", "D");
    CHECK_FALSE(day_query::concerns(inZone, setup, counter));  // The lead's to see to.
    inZone.weight = day_query::graveFrom;
    CHECK(day_query::concerns(inZone, setup, counter));
    CHECK(day_query::concerns(alertFor("unit_desk"), setup, counter));
    CHECK_FALSE(day_query::concerns(alertFor("technician", "", "gate-1"), setup, counter));
    CHECK_FALSE(day_query::concerns(alertFor("lead", "A"), setup, counter));
    CHECK_FALSE(day_query::concerns(alertFor("lead"), setup, counter));
    CHECK(day_query::concerns(alertFor("prize logistics"), setup, at("prize", "K")));
    CHECK_FALSE(day_query::concerns(alertFor("prize logistics"), setup, counter));
    CHECK_FALSE(day_query::concerns(alertFor("technician"), setup, at("counter", "")));  // No station is no match.
}

TEST_CASE("whoever leads a zone or stands at a desk is told what to do about whatever calls them", "[alerts][concern]")
{
    for (const auto &kind : alert_kinds::all()) {
        CAPTURE(kind.code);
        AlertView alert;
        alert.kind = kind.code;
        alert.firstRoles = kind.roles;
        const bool isCalled = day_query::concerns(alert, {}, at("zone", "A")) ||
                              day_query::concerns(alert, {}, at("counter", "A")) ||
                              day_query::concerns(alert, {}, at("prize", "A"));
        CHECK((!isCalled || !alert_kinds::toDo(kind.code).zh.isEmpty()));
        CHECK(alert_kinds::toDo(kind.code).zh.isEmpty() == alert_kinds::toDo(kind.code).en.isEmpty());
    }
    CHECK(alert_kinds::toDo(q("nonsense")) == Words{});
}
