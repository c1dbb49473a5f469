// Goal: a hall falls apart, a standby is promoted in its half while the hub goes on in the other; when the halves meet
//       again, the old hub steps down, and nothing was given twice.
// Method: real processes at two switches that are joined, parted and joined; both halves let guests in, give numbers,
//         prizes and places; then all journals are compared and read.
#include "tests/e2e/standby.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSet>
#include <QThread>

using namespace muster::test;

namespace {

const QStringList everyone{q("hub"), q("kiosk-1"), q("prize-1"), q("standby"), q("kiosk-2"), q("prize-2")};

/// Signs in @p codes at @p kiosk, not all of them provisionally; their numbers go to @p numbers, none twice.
void letIn(const EventRig &rig, const QString &kiosk, const QStringList &codes, QSet<QString> &numbers)
{
    for (const auto &code : codes) {
        const auto said = rig.signIn(kiosk, code);
        CHECK(outcome(said) == q("admitted"));
        INFO(number(said).toStdString());
        CHECK_FALSE(number(said).isEmpty());
        CHECK_FALSE(numbers.contains(number(said)));
        numbers.insert(number(said));
    }
}

/// Acts at @p kiosk until its hub answers, for at most @p within.
bool isAnswered(const EventRig &rig, const QString &kiosk, QStringList &codes, QSet<QString> &numbers,
                std::chrono::milliseconds within)
{
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < within.count() && !codes.isEmpty()) {
        const auto said = rig.signIn(kiosk, codes.takeFirst());
        CHECK(outcome(said) == q("admitted"));
        CHECK_FALSE(numbers.contains(number(said)));
        numbers.insert(number(said));
        if (!isProvisional(said)) {
            WARN("the new hub answers " << kiosk.toStdString() << " after " << since.elapsed() << " ms");
            return true;
        }
        QThread::msleep(500);
    }
    return false;
}

int inZone(const QJsonObject &day, const QString &zone)
{
    return day.value(q("headcount")).toObject().value(q("zones")).toObject().value(zone).toInt(-1);
}

}  // namespace

SCENARIO("two hubs while the hall is in two parts", "[e2e][promote]")
{
    EventRig rig(80, EventRig::Zones::AsPlanned,
                 {{q("zones.csv"), "C,排号区,Numbering,80,,,", "C,排号区,Numbering,8,20,B,"},
                  {q("prizes.csv"), "Stamp gift,stamps,,,\"B;H;I\",1,refuse,", "Stamp gift,sign-in,,,,1,refuse,"}});
    rig.wire();
    if (!rig.isWired()) {
        return;  // A hub cannot hang up by itself; promote_test has what can be had without cables.
    }
    rig.startHub();
    Standby standby(rig);
    rig.open(q("kiosk"), {q("kiosk-1"), q("kiosk-2")});
    rig.open(q("prize"), {q("prize-1"), q("prize-2")});
    auto codes = rig.codes();
    const auto some = [&](int count) {
        const auto taken = codes.mid(0, count);
        codes = codes.mid(count);
        return taken;
    };
    QSet<QString> numbers;
    const auto early = some(4);
    letIn(rig, q("kiosk-1"), early, numbers);
    REQUIRE(eventually([&] { return rig.areEqual(everyone); }));

    rig.split({q("standby"), q("kiosk-2"), q("prize-2")});
    REQUIRE(standby.promote().exit == 0);
    auto spare = some(30);
    REQUIRE(isAnswered(rig, q("kiosk-2"), spare, numbers, std::chrono::seconds(30)));
    const auto here = some(12);
    const auto there = some(12);
    const auto both = some(1);
    letIn(rig, q("kiosk-1"), here + both, numbers);
    letIn(rig, q("kiosk-2"), there + both, numbers);
    CHECK(isHub(rig.status(q("hub"))));
    CHECK(isHub(rig.status(q("standby"))));
    CHECK(outcome(rig.signIn(q("kiosk-1"), here.first())) == q("already_in"));
    CHECK(outcome(rig.signIn(q("kiosk-2"), there.first())) == q("already_in"));
    // What there is one of lies in one part, whichever.
    int given = 0;
    for (const auto &desk : {q("prize-1"), q("prize-2")}) {
        given += outcome(rig.act(desk, {q("redeem"), q("stamps"), early.first()})) == q("granted") ? 1 : 0;
    }
    CHECK(given <= 1);

    // Links that are still half open go on; after their silence everybody must find everybody again.
    QThread::sleep(GENERATE(0, 17));
    rig.heal();
    CHECK(eventually([&] { return !isHub(rig.status(q("hub"))); }, std::chrono::seconds(60)));
    rig.mustConverge(everyone, 1);  // The guest who came in on both sides.
    CHECK(isHub(rig.status(q("standby"))));
    CHECK(inZone(rig.status(q("standby")), q("C")) <= 20);
    QStringList rest = codes;
    REQUIRE(isAnswered(rig, q("kiosk-1"), rest, numbers, std::chrono::seconds(30)));
    for (const auto &code : {here.first(), there.first(), both.first()}) {
        CHECK(outcome(rig.signIn(q("kiosk-1"), code)) == q("already_in"));
        CHECK(outcome(rig.signIn(q("kiosk-2"), code)) == q("already_in"));
    }
}

SCENARIO("the hub's machine burns without a word to anybody", "[e2e][promote]")
{
    EventRig rig(40);
    rig.wire();
    if (!rig.isWired()) {
        return;
    }
    rig.startHub();
    Standby standby(rig);
    rig.open(q("kiosk"), {q("kiosk-1")});
    auto codes = rig.codes();
    REQUIRE(outcome(rig.signIn(q("kiosk-1"), codes.takeFirst())) == q("admitted"));
    REQUIRE(eventually([&] { return rig.areEqual({q("hub"), q("kiosk-1"), q("standby")}); }));
    rig.split({q("standby"), q("kiosk-1")});
    // Its links stay open: the command waits until they are seen to be dead, and guests do not.
    const auto said = standby.promote({q("--lost")});
    INFO(said.trouble.toStdString());
    CHECK(said.exit == 0);
    QSet<QString> numbers;
    CHECK(isAnswered(rig, q("kiosk-1"), codes, numbers, std::chrono::seconds(10)));
    CHECK_FALSE(hasAlert(rig.status(q("standby")), q("hub_left_behind")));
    CHECK(rig.isSound(q("standby")));
}
