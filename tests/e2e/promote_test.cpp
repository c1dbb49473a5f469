// Goal: an event outlives its hub's machine: a standby is promoted, the first guest is let in within ten seconds, and
//       nothing is lost or doubled when the old hub comes back.
// Method: real processes; the hub is killed with -9, a standby is promoted from the command line.
#include "tests/e2e/standby.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>

using namespace muster::test;

SCENARIO("the hub's machine is gone", "[e2e][promote]")
{
    EventRig rig(40);
    rig.startHub();
    Standby standby(rig);
    const QStringList kiosks{q("kiosk-1"), q("kiosk-2")};
    for (const auto &kiosk : kiosks) {
        rig.startKiosk(kiosk);
        REQUIRE(rig.isReady(kiosk));
    }
    for (int i = 0; i < 6; ++i) {
        REQUIRE(outcome(rig.signIn(kiosks.at(i % 2), rig.codes().at(i))) == q("admitted"));
    }
    REQUIRE(eventually([&] { return rig.areEqual({q("hub"), q("standby"), q("kiosk-1"), q("kiosk-2")}); }));
    GIVEN("the hub lets one more in that nobody else hears of, and dies")
    {
        for (const auto &kiosk : kiosks) {
            REQUIRE(rig.at(kiosk, {q("do"), q("network"), q("cut")}).exit == 0);
        }
        standby.process().kill();
        REQUIRE(outcome(rig.signIn(q("hub"), rig.codes().at(6))) == q("admitted"));
        rig.hub().kill();
        standby.start();
        for (const auto &kiosk : kiosks) {
            REQUIRE(rig.at(kiosk, {q("do"), q("network"), q("restore")}).exit == 0);
        }
        REQUIRE(eventually([&] { return !rig.status(q("standby")).isEmpty(); }));
        QElapsedTimer sinceCommand;
        sinceCommand.start();
        REQUIRE(standby.promote().exit == 0);
        WHEN("the standby was promoted")
        {
            THEN("a guest is let in within ten seconds, checked at the new hub")
            {
                Said said;
                for (int i = 7; i < 30 && sinceCommand.elapsed() < 10'000; ++i) {
                    said = rig.signIn(q("kiosk-1"), rig.codes().at(i));
                    REQUIRE(outcome(said) == q("admitted"));
                    if (!said.json.value(q("provisional")).toBool()) {
                        break;
                    }
                }
                WARN("first sign-in checked by the new hub after " << sinceCommand.elapsed() << " ms");
                CHECK(sinceCommand.elapsed() < 10'000);
                CHECK_FALSE(said.json.value(q("provisional")).toBool());
                CHECK(isHub(rig.status(q("standby"))));
                CHECK(eventually([&] { return hasAlert(rig.status(q("standby")), q("hub_left_behind")); }));

                MusterProcess back(
                    {q("coordinator"), q("--data"), rig.folder(q("hub")), q("--listen"), q("127.0.0.1:0")});
                CHECK(eventually(
                    [&] {
                        const auto day = rig.status(q("hub"));
                        return !day.isEmpty() && !isHub(day);
                    },
                    std::chrono::seconds(60)));
                CHECK(eventually(
                    [&] {
                        return rig.areEqual({q("hub"), q("standby"), q("kiosk-1"), q("kiosk-2")});
                    },
                    std::chrono::seconds(60)));
                CHECK(outcome(rig.signIn(q("kiosk-2"), rig.codes().at(6))) == q("already_in"));
                CHECK_FALSE(hasAlert(rig.status(q("standby")), q("hub_left_behind")));
                CHECK(openConflicts(rig.status(q("standby"))) == 0);
                for (const auto &name : {"hub", "standby", "kiosk-1", "kiosk-2"}) {
                    CHECK(rig.isSound(q(name)));
                }
            }
        }
    }
}

SCENARIO("the hub dies while the standby runs", "[e2e][promote]")
{
    EventRig rig(20);
    rig.startHub();
    Standby standby(rig);
    rig.startKiosk(q("kiosk-1"));
    REQUIRE(rig.isReady(q("kiosk-1")));
    REQUIRE(outcome(rig.signIn(q("kiosk-1"), rig.codes().at(0))) == q("admitted"));
    REQUIRE(eventually([&] { return rig.areEqual({q("hub"), q("standby"), q("kiosk-1")}); }));
    rig.hub().kill();
    GIVEN("a wrong passphrase")
    {
        QFile wrong(rig.folder(q("wrong")));
        REQUIRE(wrong.open(QIODevice::WriteOnly));
        wrong.write("three loud lanterns\n");
        wrong.close();
        CHECK(rig.at(q("standby"), {q("promote"), q("--passphrase-file"), wrong.fileName()}).exit == 1);
        CHECK_FALSE(isHub(rig.status(q("standby"))));
    }
    GIVEN("the right one, and that the old hub is off for good")
    {
        QElapsedTimer sinceCommand;
        sinceCommand.start();
        const auto said = standby.promote({q("--lost")});
        INFO(said.trouble.toStdString());
        CHECK(said.exit == 0);
        Said first;
        int next = 1;
        do {
            first = rig.signIn(q("kiosk-1"), rig.codes().at(next++));
            REQUIRE(outcome(first) == q("admitted"));
        } while (first.json.value(q("provisional")).toBool() && next < 20);
        WARN("first sign-in checked by the new hub " << sinceCommand.elapsed() << " ms after the command");
        CHECK(sinceCommand.elapsed() < 10'000);
        CHECK_FALSE(hasAlert(rig.status(q("standby")), q("hub_left_behind")));
        CHECK(standby.promote().exit == 1);  // It is the hub already.
        THEN("new devices are enrolled there, and all agree")
        {
            QString uri;
            CHECK(eventually([&] {
                for (const auto &line : standby.process().linesSoFar()) {
                    uri = line.contains(q("enrol")) ? line.value(q("enrol")).toString() : uri;
                }
                return !uri.isEmpty();
            }));
            CHECK(eventually([&] { return rig.areEqual({q("standby"), q("kiosk-1")}); }));
            CHECK(rig.isSound(q("standby")));
            CHECK(rig.isSound(q("kiosk-1")));
        }
    }
}
