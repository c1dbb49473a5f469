// Goal: what goes wrong in the hall is known everywhere, cut off or not; its pictures follow; restricted words stay
//       with the coordinator.
// Method: a coordinator and two zone devices as real processes; the command line as witness; files read as a thief
//       would.
#include "tests/e2e/event_rig.h"

#include <QFile>

using namespace muster::test;

namespace {

QString incidentOf(const Said &said) { return said.json.value(q("incident")).toString(); }

QJsonObject shown(const EventRig &rig, const QString &device, const QString &number)
{
    return rig.act(device, {q("incident-show"), number}).json;
}

QString entry(const QJsonObject &incident, int index, const char *field)
{
    return incident.value(q("entries")).toArray().at(index).toObject().value(q(field)).toString();
}

}  // namespace

SCENARIO("incidents of a split hall", "[e2e][incidents]")
{
    EventRig rig(4, EventRig::Zones::Open);
    const auto &one = q("zone-1");
    const auto &two = q("zone-2");
    rig.startHub();
    rig.startDevice(q("zone"), one);
    rig.startDevice(q("zone"), two);
    REQUIRE(eventually([&] { return rig.isReady(one) && rig.isReady(two); }));
    rig.cut({one});
    const auto first = rig.act(one, {q("incident"), q("--zone"), q("A"), q("--urgent"), q("the lamp fell")});
    CHECK(outcome(first) == q("done"));
    const auto number = incidentOf(first);
    CHECK_FALSE(number.isEmpty());
    const auto second =
        rig.act(two, {q("incident"), q("--zone"), q("A"), q("--restricted"), q("fainted-in-the-queue")});
    CHECK(outcome(second) == q("done"));
    CHECK(incidentOf(second) != number);
    QFile picture(rig.folder(q("lamp.jpg")));
    REQUIRE(picture.open(QIODevice::WriteOnly));
    picture.write(QByteArray(200'000, 'L'));
    picture.close();
    const auto added = rig.act(one, {q("incident-picture"), number, picture.fileName()});
    const auto blob = added.json.value(q("picture")).toString();
    CHECK(outcome(added) == q("done"));
    rig.heal();
    rig.mustConverge({q("hub"), one, two}, 0);
    THEN("all know both, and the coordinator what was written")
    {
        for (const auto &name : {q("hub"), one, two}) {
            CHECK(rig.status(name).value(q("incidents_open")).toInt() == 2);
            CHECK(entry(shown(rig, name, number), 0, "text") == q("the lamp fell"));
            CHECK(hasAlert(rig.status(name), q("incident_urgent")));
        }
        CHECK(entry(shown(rig, q("hub"), incidentOf(second)), 0, "text") == q("fainted-in-the-queue"));
        CHECK(entry(shown(rig, two, incidentOf(second)), 0, "text").isEmpty());
        CHECK_FALSE(rig.isInFilesOf(one, "fainted-in-the-queue"));
        CHECK_FALSE(rig.isInFilesOf(two, "fainted-in-the-queue"));
        CHECK(rig.isInFilesOf(two, "the lamp fell"));
    }
    THEN("the picture comes to the hub, and to who asks for it")
    {
        const auto isHere = [&] {
            const auto pictures = shown(rig, q("hub"), number).value(q("pictures")).toArray();
            return pictures.first().toObject().value(q("here")).toBool();
        };
        CHECK(eventually(isHere));
        const auto out = rig.folder(q("copy.jpg"));
        CHECK(rig.act(two, {q("incident-picture"), q("--get"), blob, q("--out"), out}).exit == 0);
        QFile copy(out);
        REQUIRE(copy.open(QIODevice::ReadOnly));
        CHECK(copy.readAll() == QByteArray(200'000, 'L'));
    }
    THEN("it goes its way, and back")
    {
        for (const auto *state : {"in_hand", "closed", "open"}) {
            CHECK(rig.act(q("hub"), {q("incident-state"), number, q(state)}).exit == 0);
            CHECK(shown(rig, q("hub"), number).value(q("state")).toString() == q(state));
        }
        CHECK(rig.act(two, {q("incident-note"), number, q("glass everywhere")}).exit == 0);
        CHECK(rig.act(two, {q("incident-link"), incidentOf(second), number}).exit == 0);
        CHECK(rig.act(q("hub"), {q("incident-note"), q("999"), q("x")}).exit == 1);
    }
}
