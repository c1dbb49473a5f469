// Goal: the main job works between real processes: an event from the organiser's plan, a coordinator, kiosks that enrol
//       with its code, guests that come in, the same figures everywhere.
// Method: the program itself over TLS on loopback; pictures and a video of tickets as frames; its own JSON as witness.
#include "tests/e2e/event_rig.h"

#include <QJsonArray>
#include <QStandardPaths>

using namespace muster::test;

namespace {

int admittedCount(const QList<QJsonObject> &lines)
{
    return int(std::count_if(lines.begin(), lines.end(),
                             [](const QJsonObject &line) { return line.value(q("outcome")) == q("admitted"); }));
}

/// A film in which each picture of @p deck is held to the camera for half a second.
QString film(const QString &deck, const QString &to)
{
    QProcess ffmpeg;
    ffmpeg.start(q("ffmpeg"), {q("-nostdin"), q("-loglevel"), q("error"), q("-y"), q("-framerate"), q("2"), q("-i"),
                               deck + q("/%05d.png"), q("-vf"), q("pad=ceil(iw/2)*2:ceil(ih/2)*2:color=white"), q("-r"),
                               q("10"), q("-pix_fmt"), q("yuv420p"), to});
    REQUIRE(ffmpeg.waitForFinished(60'000));
    INFO(ffmpeg.readAllStandardError().toStdString());
    REQUIRE(ffmpeg.exitCode() == 0);
    return to;
}

int inAllZones(const QJsonObject &day)
{
    int count = 0;
    for (const auto &zone : day.value(q("headcount")).toObject().value(q("zones")).toObject()) {
        count += zone.toInt();
    }
    return count;
}

/// The next line of the coordinator that tells of @p event.
QJsonObject nextEvent(MusterProcess &hub, const QString &event)
{
    while (const auto line = hub.nextLine()) {
        if (line->value(q("event")) == event) {
            return *line;
        }
    }
    return {};
}

}  // namespace

SCENARIO("guests sign in at two kiosks and the coordinator counts them", "[e2e]")
{
    GIVEN("an event, its coordinator, pictures of tickets for one kiosk and a film of others for another")
    {
        EventRig rig(24);
        auto shown = rig.codes().mid(0, 12);
        shown.insert(5, shown.at(4));  // A phone that is held out for two pictures is one guest.
        const auto deck = rig.deal(q("frames-1"), shown);
        const auto video = film(rig.deal(q("frames-2"), rig.codes().mid(12)), rig.folder(q("guests.mp4")));
        rig.startHub();
        WHEN("two new kiosks enrol and see twelve guests each")
        {
            auto &first = rig.startKiosk(q("kiosk-1"), deck + q("@20"));
            auto &second = rig.startKiosk(q("kiosk-2"), video);
            const auto told = first.linesToEnd() + second.linesToEnd();
            THEN("everybody is admitted once, and the coordinator knows")
            {
                INFO(first.trouble().toStdString() + second.trouble().toStdString());
                CHECK(first.exitCode() == 0);
                CHECK(second.exitCode() == 0);
                REQUIRE(told.size() == 24);
                CHECK(admittedCount(told) == 24);
                int asked = 0;
                for (const auto &line : told) {
                    CHECK(rig.codes().contains(line.value(q("code")).toString()));
                    REQUIRE(line.value(q("provisional")).isBool());
                    asked += line.value(q("provisional")).toBool() ? 0 : 1;
                    CHECK(line.value(q("ms")).isDouble());
                    CHECK_FALSE(line.value(q("zone")).toString().isEmpty());
                    CHECK_FALSE(line.value(q("guest")).toString().isEmpty());
                }
                CHECK(asked >= 12);  // A busy machine may be slower than a door can wait; not always.
                const auto day = rig.status(q("hub"));
                CHECK(headcount(day) == 24);
                CHECK(inAllZones(day) == 24);
                CHECK(day.value(q("signed_in")).toInt() == 24);
                CHECK(openConflicts(day) == 0);
                CHECK(day.value(q("devices")).toArray().size() == 3);
                AND_THEN("the kiosks, started again, show the same state, soundly, and know where a guest came in")
                {
                    rig.startKiosk(q("kiosk-1"));
                    rig.startKiosk(q("kiosk-2"));
                    CHECK(eventually([&] { return rig.areEqual({q("hub"), q("kiosk-1"), q("kiosk-2")}); }));
                    CHECK(rig.isSound(q("kiosk-2")));
                    const auto again = rig.signIn(q("kiosk-2"), rig.codes().first());
                    CHECK(again.exit == 1);
                    CHECK(outcome(again) == q("already_in"));
                    CHECK(again.json.value(q("earlier")).toObject().value(q("station")) == q("kiosk-1"));
                }
            }
        }
    }
}

SCENARIO("a person at the coordinator lets devices in", "[e2e]")
{
    EventRig rig(5);
    rig.startHub(EventRig::Approval::ByHand);
    GIVEN("a kiosk that asks with the coordinator's code")
    {
        auto &kiosk = rig.startKiosk(q("kiosk-1"));
        const auto waiting = nextEvent(rig.hub(), q("waiting"));
        const auto candidate = waiting.value(q("candidate")).toString();
        REQUIRE_FALSE(candidate.isEmpty());
        CHECK(waiting.value(q("name")) == q("kiosk-1"));
        CHECK(waiting.value(q("role")) == q("kiosk"));
        const auto candidates = rig.status(q("hub")).value(q("candidates")).toArray();
        REQUIRE(candidates.size() == 1);
        CHECK(candidates.first().toObject().value(q("id")) == candidate);
        CHECK(rig.at(q("kiosk-1"), {q("status")}).exit == 1);
        WHEN("the person lets it in")
        {
            CHECK(rig.at(q("hub"), {q("do"), q("approve"), candidate}).exit == 0);
            THEN("it is a device: linked, with its lag, clock and unsent count in the coordinator's list")
            {
                CHECK(nextEvent(rig.hub(), q("enrolled")).value(q("station")) == q("kiosk-1"));
                REQUIRE(rig.isReady(q("kiosk-1")));
                CHECK(kiosk.trouble().contains(waiting.value(q("code")).toString().toUtf8()));
                REQUIRE(eventually([&] { return rig.deviceAtHub(q("kiosk-1")).value(q("lag_ms")).isDouble(); }));
                const auto row = rig.deviceAtHub(q("kiosk-1"));
                CHECK(row.value(q("linked")).toBool());
                CHECK(row.value(q("lag_ms")).toInt(-1) >= 0);
                CHECK(std::abs(row.value(q("skew_ms")).toInt(100'000)) < 2'000);
                CHECK_FALSE(row.value(q("skewed")).toBool(true));
                CHECK(row.value(q("unsent")).toInt(-1) == 0);
                CHECK(outcome(rig.signIn(q("kiosk-1"), rig.codes().first())) == q("admitted"));
            }
        }
        WHEN("the person turns it away")
        {
            CHECK(rig.at(q("hub"), {q("do"), q("refuse"), candidate}).exit == 0);
            THEN("the kiosk ends and says why, and is no device")
            {
                const auto lines = kiosk.linesToEnd();
                CHECK(kiosk.exitCode() == 1);
                REQUIRE(lines.size() == 1);
                CHECK(lines.first().value(q("error")).toObject().value(q("code")) == q("refused"));
                CHECK(rig.status(q("hub")).value(q("devices")).toArray().size() == 1);
            }
        }
        WHEN("the person approves somebody who is not there")
        {
            const auto said = rig.at(q("hub"), {q("do"), q("approve"), q("999")});
            THEN("that is said, and the kiosk waits on")
            {
                CHECK(said.exit == 1);
                CHECK(kiosk.isRunning());
            }
        }
    }
}

SCENARIO("a kiosk's camera is not plugged in", "[e2e]")
{
    EventRig rig(5);
    rig.startHub();
    auto &kiosk = rig.startKiosk(q("kiosk-1"), q("camera:No such camera"));
    REQUIRE(rig.isReady(q("kiosk-1")));
    THEN("the coordinator sees the device out of order with its code, and typed codes still let guests in")
    {
        REQUIRE(eventually([&] { return rig.deviceAtHub(q("kiosk-1")).value(q("trouble")) == q("camera"); }));
        CHECK(hasAlert(rig.status(q("hub")), q("device_trouble")));
        CHECK(kiosk.trouble().contains("plug it in"));
        CHECK(outcome(rig.signIn(q("kiosk-1"), rig.codes().first())) == q("admitted"));
    }
}

SCENARIO("a device of every role comes in and is put at a station", "[e2e]")
{
    EventRig rig(5);
    rig.startHub();
    const std::map<QString, QString> firstStations{{q("kiosk"), q("kiosk-1")},
                                                   {q("greeter"), q("greeter-1")},
                                                   {q("counter"), q("consult-1")},
                                                   {q("prize"), q("prize-1")},
                                                   {q("board"), q("board-1")}};
    QStringList all{q("hub")};
    for (const auto &[role, station] : firstStations) {
        rig.startDevice(role, role, {}, {q("--stay")});
        REQUIRE(rig.isReady(role));
        const auto row = rig.deviceAtHub(station);
        CHECK(row.value(q("role")) == role);
        CHECK(row.value(q("linked")).toBool());
        all << role;
    }
    REQUIRE(outcome(rig.signIn(q("kiosk"), rig.codes().first())) == q("admitted"));
    rig.mustConverge(all, 0);
    for (const auto &[role, station] : firstStations) {
        CHECK(headcount(rig.status(role)) == 1);
        rig.device(role).stop();
        CHECK(rig.device(role).exitCode() == 0);
        CHECK(rig.device(role).trouble().count('\n') <= 1);  // What it said of its enrolment.
    }
}
