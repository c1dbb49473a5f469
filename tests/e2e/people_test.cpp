// Goal: people sign on where they work, what the commander orders is obeyed in all rooms, alerts fall silent in all of
//       them, and a plan that changes on the morning reaches every device.
// Method: a coordinator, a zone's device, a counter and a kiosk as real processes; the command line as witness.
#include "tests/e2e/event_rig.h"

#include <QDate>
#include <QElapsedTimer>
#include <QJsonDocument>

using namespace muster::test;

namespace {

QJsonObject rowOf(const QJsonValue &rows, const char *key, const QString &value)
{
    for (const auto &row : rows.toArray()) {
        if (row.toObject().value(q(key)) == value) {
            return row.toObject();
        }
    }
    return {};
}

QString codeOf(const Said &refused) { return refused.json.value(q("why")).toString(); }

/// Milliseconds until @p holds; -1: it never did.
qint64 waitedFor(const std::function<bool()> &holds)
{
    QElapsedTimer timer;
    timer.start();
    return eventually(holds) ? timer.elapsed() : -1;
}

}  // namespace

SCENARIO("a lead signs on at the zone's device with a PIN", "[e2e][people]")
{
    EventRig rig(4, EventRig::Zones::Open);
    const auto zone = q("zone-d");
    rig.startHub();
    rig.open(q("zone"), {zone});
    const auto count = [&] { return rig.act(zone, {q("count"), q("D"), q("5"), q("--as"), q("S008")}); };
    REQUIRE(count().exit == 0);  // Without a PIN the name is enough.
    CHECK(codeOf(rig.act(zone, {q("set-pin"), q("S008"), q("--pin"), q("4711")})) == q("ask_coordinator"));
    REQUIRE(rig.act(q("hub"), {q("set-pin"), q("S008"), q("--pin"), q("4711")}).exit == 0);
    rig.mustConverge({q("hub"), zone}, 0);
    CHECK(count().exit == 1);  // Whoever says the name need not be them any more.
    CHECK(codeOf(rig.act(zone, {q("sign-on"), q("S008"), q("--pin"), q("1111")})) == q("wrong_pin"));
    CHECK(count().exit == 1);
    REQUIRE(rig.act(zone, {q("sign-on"), q("S008"), q("--pin"), q("4711")}).exit == 0);
    CHECK(count().exit == 0);
    WHEN("the coordinator says something to who they are, and to who is nowhere")
    {
        rig.mustConverge({q("hub"), zone}, 0);
        const auto lead = rig.act(q("hub"), {q("say"), q("role:lead"), q("come to the desk")});
        CHECK(lead.json.value(q("subjects")).toArray().size() == 1);
        const auto cleaner = rig.act(q("hub"), {q("say"), q("role:cleaner"), q("water in D")});
        CHECK(cleaner.exit == 0);
        CHECK(why(cleaner) == q("shown_nowhere"));
    }
    WHEN("they sign off")
    {
        REQUIRE(rig.act(zone, {q("sign-off"), q("S008")}).exit == 0);
        CHECK(count().exit == 1);
    }
}

SCENARIO("what the commander orders is obeyed in all rooms", "[e2e][people][modes]")
{
    EventRig rig(4, EventRig::Zones::Open);
    rig.startHub();
    rig.startKiosk(q("kiosk-1"));
    rig.open(q("counter"), {q("verify-1")});
    REQUIRE(eventually([&] { return rig.isReady(q("kiosk-1")); }));
    const auto modeAt = [&](const QString &device) { return rig.status(device).value(q("mode")).toString(); };
    REQUIRE(rig.act(q("hub"), {q("mode"), q("hall"), q("hold"), q("--reason"), q("smoke")}).exit == 0);
    const auto held =
        waitedFor([&] { return modeAt(q("kiosk-1")) == q("hold") && modeAt(q("verify-1")) == q("hold"); });
    INFO("held after " << held << " ms");
    CHECK(held >= 0);
    const auto atDoor = rig.signIn(q("kiosk-1"), rig.codes().at(0));
    CHECK(atDoor.exit == 1);
    CHECK(headcount(rig.status(q("hub"))) == 0);
    REQUIRE(rig.act(q("hub"), {q("mode"), q("hall"), q("normal")}).exit == 0);
    CHECK(eventually([&] { return modeAt(q("kiosk-1")) == q("normal"); }));
    CHECK(rig.signIn(q("kiosk-1"), rig.codes().at(0)).exit == 0);
}

SCENARIO("an alert that one has seen falls silent everywhere", "[e2e][people][alerts]")
{
    EventRig rig(4, EventRig::Zones::Open);
    const auto zone = q("zone-d");
    rig.startHub();
    rig.open(q("zone"), {zone});
    REQUIRE(rig.act(zone, {q("incident"), q("--zone"), q("D"), q("--urgent"), q("a shelf fell")}).exit == 0);
    REQUIRE(eventually([&] { return hasAlert(rig.status(q("hub")), q("incident_urgent")); }));
    REQUIRE(eventually([&] { return hasAlert(rig.status(zone), q("incident_urgent")); }));
    const auto alert = rowOf(rig.status(q("hub")).value(q("alerts")), "kind", q("incident_urgent"));
    REQUIRE(
        rig.act(q("hub"), {q("ack"), alert.value(q("id")).toString(), q("--recheck"), q("20"), q("--as"), q("S001")})
            .exit == 0);
    const auto silent = waitedFor([&] { return !hasAlert(rig.status(zone), q("incident_urgent")); });
    INFO("silent after " << silent << " ms");
    CHECK(silent >= 0);
    const auto inHand = rowOf(rig.status(zone).value(q("in_hand")), "kind", q("incident_urgent"));
    CHECK_FALSE(inHand.isEmpty());
    WHEN("the devices start again")
    {
        rig.device(zone).kill();
        rig.startDevice(q("zone"), zone, zone);
        REQUIRE(eventually([&] { return rig.isReady(zone); }));
        CHECK_FALSE(hasAlert(rig.status(zone), q("incident_urgent")));  // Nothing stale.
    }
}

SCENARIO("what was written of an incident is mended in the open", "[e2e][people][incidents]")
{
    EventRig rig(2, EventRig::Zones::Open);
    rig.startHub();
    const auto hub = q("hub");
    const auto number = rig.act(hub, {q("incident"), q("--zone"), q("A"), q("--type"), q("lost-property"),
                                      q("a red umbrella"), q("--as"), q("S001")})
                            .json.value(q("incident"))
                            .toString();
    REQUIRE_FALSE(number.isEmpty());
    REQUIRE(rig.act(hub, {q("incident-note"), number, q("with a dog on it"), q("--as"), q("S001")}).exit == 0);
    const auto shown = [&] { return rig.act(hub, {q("incident-show"), number}).json; };
    const auto entry = shown().value(q("entries")).toArray().last().toObject();
    REQUIRE(entry.value(q("text")) == q("with a dog on it"));
    const auto id = entry.value(q("id")).toString();
    CHECK(
        rig.act(hub, {q("incident-strike"), id, q("--reason"), q("that was another one"), q("--as"), q("S001")}).exit ==
        0);
    const auto struck = rowOf(shown().value(q("entries")), "id", id);
    CHECK(struck.value(q("struck")).toBool());
    CHECK(struck.value(q("text")) == q("with a dog on it"));  // Struck through, not away.
    CHECK(rig.act(hub, {q("incident-return"), number, q("--to"), q("Mr Li"), q("--proof"), q("identity card"),
                        q("--signature"), q("LI"), q("--as"), q("S001")})
              .exit == 0);
    CHECK(QJsonDocument(shown()).toJson().contains("Mr Li"));
}

SCENARIO("who stands where is told by card and by log", "[e2e][people][posts]")
{
    EventRig rig(2, EventRig::Zones::Open);
    rig.startHub();
    const auto hub = q("hub");
    REQUIRE(rig.act(hub, {q("post-in"), q("D-lead"), q("--staff"), q("S008"), q("--as"), q("S001"), q("--ticks"),
                          q("uniform,badge,briefing,radio")})
                .exit == 0);
    const auto card = rig.act(hub, {q("post-card"), q("D-lead")});
    CHECK(card.exit == 0);
    CHECK(QJsonDocument(card.json).toJson().contains("D-lead"));
    REQUIRE(rig.act(hub, {q("post-out"), q("D-lead"), q("--staff"), q("S008"), q("--as"), q("S001"), q("--reason"),
                          q("the day is over")})
                .exit == 0);
    const auto log = rig.act(hub, {q("post-log"), q("D-lead")});
    CHECK(log.exit == 0);
    CHECK(QJsonDocument(log.json).toJson().contains("S008"));
    CHECK(rig.act(hub, {q("post-card"), q("no-such-post")}).exit == 1);
}

SCENARIO("the plan changes while the event is on", "[e2e][people][plan]")
{
    EventRig rig(4, EventRig::Zones::Open);
    const auto zone = q("zone-d");
    rig.startHub();
    rig.open(q("zone"), {zone});
    const auto dueOf = [&](const QString &device) {
        return rowOf(rig.status(device).value(q("tasks")), "code", q("chk-weather")).value(q("due")).toString();
    };
    const auto before = dueOf(zone);
    REQUIRE_FALSE(before.isEmpty());
    const auto later = QDate::fromString(before.left(10), Qt::ISODate).addDays(7).toString(Qt::ISODate);
    const auto tried = rig.at(q("hub"), {q("plan"), q("apply"), q("--day"), later, q("--dry-run")});
    CHECK(tried.json.value(q("changes")).toArray().size() == 1);  // The day is one entry of the plan.
    CHECK(dueOf(q("hub")) == before);
    CHECK(rig.at(zone, {q("plan"), q("apply"), q("--day"), later}).exit == 1);  // Not theirs to change.
    CHECK(rig.at(q("hub"), {q("plan"), q("apply"), q("--day"), q("soon")}).exit != 0);
    REQUIRE(rig.at(q("hub"), {q("plan"), q("apply"), q("--day"), later}).exit == 0);
    CHECK(eventually([&] {
        return QDate::fromString(before.left(10), Qt::ISODate)
                   .daysTo(QDate::fromString(dueOf(zone).left(10), Qt::ISODate)) == 7;
    }));
    CHECK(rig.at(q("hub"), {q("plan"), q("apply"), q("--day"), later}).json.value(q("changes")).toArray().isEmpty());
}
