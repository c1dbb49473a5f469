// Goal: the hub's machine is lost at the doors and never comes back: a standby takes over, and the people's rooms go on
//       as if nothing had been.
// Method: a hub, a standby, a kiosk and a zone's device in the sample's hours; the hub is killed with -9 while the
// doors
//         open. What is done while nobody is the hub counts as what is done after; at the end status, report and
//         digests are compared with the script's own count.
#include "tests/e2e/day_script.h"
#include "tests/e2e/standby.h"

#include <QElapsedTimer>

using namespace muster::test;

namespace {

constexpr int guestsMax = 40;
constexpr auto words = "heron-6120";

const QStringList &everybody()
{
    static const QStringList names{q("hub"), q("standby"), q("kiosk-1"), q("zone-d")};
    return names;
}

/// Who is left.
QStringList others() { return everybody().mid(1); }

/// Until the doors; returns the incident that is not for all.
QString untilDoors(DayScript &day)
{
    auto &rig = day.rig();
    day.postIn(q("hub"), q("command"), q("S001"), q("S001"));
    day.postIn(q("zone-d"), q("D-lead"), q("S008"), q("S008"));
    day.signIn(q("kiosk-1"), 4);
    const auto ill = day.incident(q("zone-d"), q("--type illness --zone D --as S008"), q("heron-6120 fainted"));
    day.check(q("zone-d"), ill, q("scene"), q("S008"));
    day.task(q("chk-network"), q("S169"));
    day.goTo(q("08:50"));
    day.cue(q("doors"), q("go"));
    REQUIRE(eventually([&] { return rig.areEqual(everybody()); }, std::chrono::seconds(60)));
    CHECK(rig.act(q("hub"), {q("incident-show"), ill}).json.value(q("summary")).toString().contains(q(words)));
    return ill;
}

/// Nobody is the hub.
void alone(DayScript &day)
{
    day.signIn(q("kiosk-1"), 3);
    CHECK(day.count().provisional == 3);
    day.postIn(q("zone-d"), q("D-deputy"), q("S043"), q("S008"));
    const auto number = day.incident(q("zone-d"), q("--zone D --as S008"), q("the lane is too short"));
    day.note(q("zone-d"), number, q("two more bends"));
    day.closeIncident(q("zone-d"), number, q("S008"));
}

/// Each mode is obeyed where it holds.
void checkModes(DayScript &day)
{
    auto &rig = day.rig();
    day.must(q("standby"), q("mode D evacuate --as S001"), {q("--reason"), q("the ceiling drips")});
    CHECK(eventually([&] { return modeOf(rig.status(q("zone-d")), q("D")) == q("evacuate"); }));
    CHECK(eventually([&] { return modeOf(rig.status(q("kiosk-1")), q("D")) == q("evacuate"); }));
    const auto next = rig.codes().last();
    CHECK(day.mustNot(q("kiosk-1"), q("sign-in %1 --zone D").arg(next)).json.value(q("why")) == q("evacuate"));
    day.must(q("zone-d"), q("mode D normal --as S008"), {q("--reason"), q("it was the air conditioning")});
    CHECK(eventually([&] { return modeOf(rig.status(q("standby")), q("D")) == q("normal"); }));
    day.must(q("standby"), q("mode hall hold --as S001"), {q("--reason"), q("until the lane is longer")});
    CHECK(eventually([&] { return rig.status(q("kiosk-1")).value(q("mode")) == q("hold"); }));
    day.mustNot(q("kiosk-1"), q("sign-in"), {next});
    day.must(q("standby"), q("mode hall normal --as S001"));
    CHECK(eventually([&] { return rig.status(q("kiosk-1")).value(q("mode")) == q("normal"); }));
}

/// The standby is the hub.
void goOn(DayScript &day, const QString &ill)
{
    auto &rig = day.rig();
    day.moveDesk(q("standby"));
    const auto shown = rig.act(q("standby"), {q("incident-show"), ill}).json;
    CHECK(shown.value(q("summary")).toString().contains(q(words)));  // The keys came along.
    checkModes(day);
    day.cue(q("doors"), q("done"));
    day.cue(q("sign-in"), q("go"));
    day.task(q("chk-parking"), q("S124"));
    day.postIn(q("standby"), q("A-lead"), q("S005"), q("S001"));
    day.lend(q("zone-d"), q("R01"), q("S008"), q("S008"));
    const auto first = day.incident(q("standby"), q("--zone A --as S001"), q("a bag was left"));
    const auto second = day.incident(q("zone-d"), q("--zone D --as S008"), q("a bench broke"));
    CHECK(eventually([&] { return rig.act(q("zone-d"), {q("incident-show"), first}).exit == 0; }));
    day.note(q("zone-d"), first, q("it is ours"));
    CHECK(eventually([&] { return rig.act(q("standby"), {q("incident-show"), second}).exit == 0; }));
    day.closeIncident(q("standby"), second, q("S001"));
    const auto provisional = day.count().provisional;
    day.signIn(q("kiosk-1"), 5);
    CHECK(day.count().provisional == provisional);  // The new hub was asked.
}

void checkEnd(const DayScript &day, const EventRig &rig, const QString &ill)
{
    const auto &count = day.count();
    const std::map<QString, int> wanted{{q("signed_in"), count.signedIn},
                                        {q("provisional"), count.provisional},
                                        {q("last_present"), count.persons},
                                        {q("incidents"), count.incidents},
                                        {q("incidents_urgent"), 1},
                                        {q("incidents_open"), count.incidents - count.incidentsClosed},
                                        {q("staff"), int(count.stood.size())},
                                        {q("tasks_done"), int(count.tasksDone.size())}};
    // (Minutes that posts are short go on with the clock: two reports are never of one moment.)
    for (const auto &name : {q("standby"), q("zone-d")}) {
        const auto figures = figuresOf(rig, name);
        for (const auto &[key, value] : wanted) {
            INFO(name.toStdString() << " reports " << key.toStdString());
            CHECK(figures.value(key).toInt(-1) == value);
        }
    }
    for (const auto &name : others()) {
        INFO(name.toStdString());
        const auto shown = rig.status(name);
        CHECK(shown.value(q("signed_in")) == count.signedIn);
        CHECK(headcount(shown) == count.persons);
        CHECK(standingIn(shown) == count.standing);
        CHECK(shown.value(q("incidents_open")) == count.incidents - count.incidentsClosed);
        CHECK(doneIn(shown) == count.tasksDone);
        CHECK(row(shown.value(q("cues")), "code", q("doors")).value(q("state")) == q("done"));
        CHECK(row(shown.value(q("cues")), "code", q("sign-in")).value(q("state")) == q("running"));
        CHECK(personIn(shown, q("S008")).value(q("gear")).toArray().first() == q("R01"));
        CHECK_FALSE(rig.isInFilesOf(name, words));
        const auto summary = row(shown.value(q("incidents")), "incident", ill).value(q("summary"));
        CHECK(summary.isNull() == (name != q("standby")));
    }
}

}  // namespace

SCENARIO("the hub is lost at the doors and a standby takes over", "[e2e][day]")
{
    DayScript day(guestsMax);
    if (!day.canBePlayed()) {
        WARN("skipped: needs the package faketime, and a program without sanitizers");
        return;
    }
    QElapsedTimer took;
    took.start();
    auto &rig = day.rig();
    day.goTo(q("08:30"));
    rig.startHub();
    Standby standby(rig);
    rig.startDevice(q("zone"), q("zone-d"), q("zone-d"));
    rig.open(q("kiosk"), {q("kiosk-1")});
    REQUIRE(rig.isReady(q("zone-d")));
    const auto ill = untilDoors(day);
    rig.hub().kill();
    REQUIRE(eventually([&] { return isCutOff(rig.status(q("kiosk-1"))) && isCutOff(rig.status(q("zone-d"))); }));
    alone(day);
    const auto said = standby.promote({q("--lost"), q("--as"), q("S001")});
    INFO(said.trouble.toStdString());
    REQUIRE(said.exit == 0);
    CHECK(isHub(rig.status(q("standby"))));
    REQUIRE(eventually([&] { return !isCutOff(rig.status(q("kiosk-1"))) && !isCutOff(rig.status(q("zone-d"))); },
                       std::chrono::seconds(40)));
    REQUIRE(eventually([&] { return rig.areEqual(others()); }, std::chrono::seconds(60)));
    goOn(day, ill);
    rig.mustConverge(others(), 0);
    checkEnd(day, rig, ill);
    WARN("played in " << took.elapsed() / 1'000 << " s");
}
