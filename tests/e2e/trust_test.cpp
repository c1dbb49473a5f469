// Goal: restored disks, revoked devices, wrong clocks and hostile codes change nothing that they should not.
// Method: real processes; files put back, devices revoked, clocks shifted with faketime, codes of every bad kind.
#include "tests/e2e/event_rig.h"
#include "tests/e2e/hall_clock.h"

#include <QDir>
#include <QFile>
#include <QThread>

using namespace muster::test;

namespace {

/// A copy of the journal as a backup would have it: the kiosk is not running.
void copyJournal(const QString &from, const QString &to)
{
    for (const char *ending : {"", "-wal", "-shm"}) {
        QFile::remove(to + q(ending));
        if (QFile::exists(from + q(ending))) {
            REQUIRE(QFile::copy(from + q(ending), to + q(ending)));
        }
    }
}

}  // namespace

SCENARIO("an old copy of a kiosk's database is put back", "[e2e]")
{
    EventRig rig(10);
    rig.startHub();
    rig.startKiosk(q("kiosk-1"));
    REQUIRE(rig.isReady(q("kiosk-1")));
    rig.device(q("kiosk-1")).stop();
    const auto journal = rig.folder(q("kiosk-1")) + q("/journal.db");
    copyJournal(journal, rig.folder(q("backup.db")));
    GIVEN("guests that came after the backup")
    {
        rig.startKiosk(q("kiosk-1"));
        REQUIRE(rig.isReady(q("kiosk-1")));
        for (int i = 0; i < 3; ++i) {
            CHECK(outcome(rig.signIn(q("kiosk-1"), rig.codes().at(i))) == q("admitted"));
        }
        REQUIRE(eventually([&] { return rig.areEqual({q("hub"), q("kiosk-1")}); }));
        rig.device(q("kiosk-1")).stop();
        WHEN("the kiosk starts on the backup")
        {
            copyJournal(rig.folder(q("backup.db")), journal);
            rig.startKiosk(q("kiosk-1"));
            REQUIRE(rig.isReady(q("kiosk-1")));
            THEN("the coordinator is warned, the guests are still in, and the kiosk works on")
            {
                CHECK(eventually([&] { return hasAlert(rig.status(q("hub")), q("device_restored")); }));
                CHECK(eventually([&] { return rig.areEqual({q("hub"), q("kiosk-1")}); }));
                CHECK(outcome(rig.signIn(q("kiosk-1"), rig.codes().at(0))) == q("already_in"));
                CHECK(outcome(rig.signIn(q("kiosk-1"), rig.codes().at(5))) == q("admitted"));
                CHECK(eventually([&] { return rig.status(q("hub")).value(q("signed_in")).toInt() == 4; }));
            }
        }
    }
}

SCENARIO("an old copy of the coordinator's database is put back", "[e2e]")
{
    EventRig rig(10, EventRig::Zones::Open);
    rig.startHub();
    rig.startKiosk(q("kiosk-1"));
    REQUIRE(rig.isReady(q("kiosk-1")));
    REQUIRE(outcome(rig.signIn(q("kiosk-1"), rig.codes().at(0))) == q("admitted"));
    REQUIRE(eventually([&] { return rig.areEqual({q("hub"), q("kiosk-1")}); }));
    rig.hub().stop();
    const auto journal = rig.folder(q("hub")) + q("/journal.db");
    copyJournal(journal, rig.folder(q("backup.db")));
    GIVEN("guests that the coordinator let in after the backup, at the kiosk and itself")
    {
        rig.startHub();
        REQUIRE(rig.isReady(q("kiosk-1")));
        REQUIRE(outcome(rig.signIn(q("kiosk-1"), rig.codes().at(1))) == q("admitted"));
        REQUIRE(outcome(rig.signIn(q("hub"), rig.codes().at(2))) == q("admitted"));
        REQUIRE(eventually([&] { return rig.areEqual({q("hub"), q("kiosk-1")}); }));
        rig.hub().stop();
        WHEN("the coordinator starts on the backup")
        {
            copyJournal(rig.folder(q("backup.db")), journal);
            rig.startHub();
            REQUIRE(rig.isReady(q("kiosk-1")));
            THEN("it says so, gets back from the kiosk what it had forgotten, and the day goes on")
            {
                CHECK(eventually([&] { return hasAlert(rig.status(q("hub")), q("device_restored")); }));
                CHECK(eventually([&] { return rig.areEqual({q("hub"), q("kiosk-1")}); }));
                CHECK(rig.status(q("hub")).value(q("signed_in")).toInt() == 3);
                CHECK(outcome(rig.signIn(q("kiosk-1"), rig.codes().at(2))) == q("already_in"));
                CHECK(outcome(rig.signIn(q("kiosk-1"), rig.codes().at(3))) == q("admitted"));
                CHECK(openConflicts(rig.status(q("hub"))) == 0);
                CHECK(rig.isSound(q("hub")));
                CHECK(rig.isSound(q("kiosk-1")));
            }
        }
    }
}

SCENARIO("a lost kiosk is revoked", "[e2e]")
{
    EventRig rig(5, EventRig::Zones::Open);
    rig.startHub();
    rig.startKiosk(q("kiosk-1"));
    REQUIRE(rig.isReady(q("kiosk-1")));
    WHEN("the coordinator shuts it out")
    {
        CHECK(outcome(rig.at(q("hub"), {q("revoke"), q("kiosk-1")})) == q("done"));
        THEN("its link ends, and neither staying nor starting again brings it back")
        {
            CHECK(eventually([&] { return isCutOff(rig.status(q("kiosk-1"))); }));
            auto &kiosk = rig.startKiosk(q("kiosk-1"));
            QThread::sleep(3);
            CHECK(kiosk.isRunning());
            CHECK(isCutOff(rig.status(q("kiosk-1"))));
            const auto device = rig.deviceAtHub(q("kiosk-1"));
            CHECK(device.value(q("revoked")).toBool());
            CHECK_FALSE(device.value(q("linked")).toBool(true));
            const auto before = rig.at(q("hub"), {q("digest")}).json;
            CHECK(rig.status(q("kiosk-1")).value(q("link")).toObject().value(q("shut_out")).toBool());
            CHECK(outcome(rig.signIn(q("kiosk-1"), rig.codes().at(1))) == q("not_allowed"));
            QThread::sleep(2);
            CHECK(rig.at(q("hub"), {q("digest")}).json.value(q("state")) == before.value(q("state")));
        }
    }
}

SCENARIO("a kiosk's clock is a day wrong", "[e2e]")
{
    const auto library = fakeTimeLibrary();
    if (library.isEmpty() || qEnvironmentVariable("MUSTER_E2E_FAKETIME") == q("no")) {
        WARN("skipped: needs the package faketime, and a program without sanitizers");
        return;
    }
    // Only the time of day is wrong: timers go by the clock that nobody sets.
    const QStringList wrapper{q("env"), q("LD_PRELOAD=") + library, q("FAKETIME_DONT_FAKE_MONOTONIC=1")};
    for (const char *shift : {"+1d", "-1d"}) {
        GIVEN(std::string("a new kiosk at ") + shift)
        {
            EventRig rig(5);
            rig.startHub();
            rig.startKiosk(q("kiosk-1"), {}, wrapper + QStringList(q("FAKETIME=") + q(shift)));
            THEN("it enrols, links, signs in, and is flagged")
            {
                REQUIRE(rig.isReady(q("kiosk-1")));
                CHECK(outcome(rig.signIn(q("kiosk-1"), rig.codes().at(0))) == q("admitted"));
                CHECK(eventually([&] { return rig.deviceAtHub(q("kiosk-1")).value(q("skewed")).toBool(); }));
                CHECK(hasAlert(rig.status(q("hub")), q("device_skew")));
                CHECK(eventually([&] { return rig.areEqual({q("hub"), q("kiosk-1")}); }));
            }
        }
    }
}

SCENARIO("hostile codes are held to a kiosk", "[e2e]")
{
    EventRig rig(3);
    rig.startHub();
    rig.startKiosk(q("kiosk-1"));
    REQUIRE(rig.isReady(q("kiosk-1")));
    struct Case {
        QStringList args;
        QStringList outcomes;
    };
    const std::vector<Case> cases{
        {{q("sign-in"), q("NOT-ON-THE-LIST")}, {q("unknown")}},
        {{q("sign-in"), q("MU1:AAAA")}, {q("malformed"), q("forged")}},
        {{q("sign-in"), q("'; DROP TABLE guest; --")}, {q("unknown")}},
        {{q("sign-in"), QString(400, u'中')}, {q("malformed")}},
        {{q("sign-in"), QString(4096, u'A')}, {q("malformed")}},
        {{q("look"), q("--hex"), q("00ff10808182")}, {q("malformed")}},
        {{q("sign-in"), q(" ")}, {q("malformed")}},
        {{q("sign-in"), q("muster://enrol?a=1.2.3.4:5&h=x")}, {q("malformed"), q("unknown")}},
    };
    for (const auto &hostile : cases) {
        const auto said = rig.at(q("kiosk-1"), QStringList{q("do")} + hostile.args);
        INFO(hostile.args.last().left(40).toStdString() << " " << outcome(said).toStdString());
        CHECK(said.exit == 1);
        CHECK(hostile.outcomes.contains(outcome(said)));
    }
    CHECK(outcome(rig.signIn(q("kiosk-1"), rig.codes().first())) == q("admitted"));
    CHECK(rig.status(q("kiosk-1")).value(q("signed_in")).toInt() == 1);
}
