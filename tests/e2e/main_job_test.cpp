// Goal: the main job works between real processes: an event from the organiser's plan, a coordinator, kiosks that enrol
//       with its code, guests that come in, the same figures everywhere.
// Method: the program itself over TLS on loopback; pictures of tickets as frames; its own JSON as witness.
#include "tests/e2e/event_rig.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace muster::test;

namespace {

QString q(const char *words) { return QString::fromUtf8(words); }

/// Copies the tickets of @p codes' guests into a folder of frames.
void deal(const QString &tickets, const QString &to, const QStringList &names)
{
    REQUIRE(QDir().mkpath(to));
    for (const auto &name : names) {
        REQUIRE(QFile::copy(tickets + u'/' + name, to + u'/' + name));
    }
}

int admittedCount(const QList<QJsonObject> &lines)
{
    return int(std::count_if(lines.begin(), lines.end(),
                             [](const QJsonObject &line) { return line.value(q("outcome")) == q("admitted"); }));
}

}  // namespace

SCENARIO("guests sign in at two kiosks and the coordinator counts them", "[e2e]")
{
    GIVEN("an event, its tickets, its coordinator")
    {
        EventRig rig(24);
        const auto tickets = rig.at(q("hub"), {q("tickets"), q("--out"), rig.path(q("tickets"))});
        REQUIRE(tickets.exit == 0);
        const auto names = QDir(rig.path(q("tickets"))).entryList({q("*.png")}, QDir::Files, QDir::Name);
        REQUIRE(names.size() == 24);
        CHECK(names.first() == q("RC0001.png"));
        deal(rig.path(q("tickets")), rig.path(q("frames-1")), names.mid(0, 12));
        deal(rig.path(q("tickets")), rig.path(q("frames-2")), names.mid(12));
        rig.startHub();
        WHEN("two new kiosks enrol and see twelve tickets each")
        {
            auto &first = rig.startKiosk(q("kiosk-1"), rig.path(q("frames-1")) + q("@20"));
            auto &second = rig.startKiosk(q("kiosk-2"), rig.path(q("frames-2")) + q("@20"));
            const auto told = first.linesToEnd() + second.linesToEnd();
            THEN("everybody is admitted once, and the coordinator knows")
            {
                INFO(first.trouble().toStdString() + second.trouble().toStdString());
                CHECK(first.exitCode() == 0);
                CHECK(second.exitCode() == 0);
                REQUIRE(told.size() == 24);
                CHECK(admittedCount(told) == 24);
                for (const auto &line : told) {
                    CHECK(rig.codes().contains(line.value(q("code")).toString()));
                    CHECK_FALSE(line.value(q("provisional")).toBool(true));
                    CHECK_FALSE(line.value(q("zone")).toString().isEmpty());
                    CHECK_FALSE(line.value(q("guest")).toString().isEmpty());
                }
                const auto day = rig.status(q("hub"));
                CHECK(day.value(q("headcount")).toObject().value(q("total")).toInt() == 24);
                CHECK(day.value(q("signed_in")).toInt() == 24);
                int inZones = 0;
                for (const auto &count : day.value(q("headcount")).toObject().value(q("zones")).toObject()) {
                    inZones += count.toInt();
                }
                CHECK(inZones == 24);
                CHECK(day.value(q("conflicts_open")).toInt(-1) == 0);
                CHECK(day.value(q("devices")).toArray().size() == 3);
                AND_THEN("the kiosks, started again, show the same state, soundly")
                {
                    rig.startKiosk(q("kiosk-1"));
                    rig.startKiosk(q("kiosk-2"));
                    CHECK(eventually([&] { return rig.areEqual({q("hub"), q("kiosk-1"), q("kiosk-2")}); }));
                    CHECK(rig.at(q("kiosk-2"), {q("verify")}).json.value(q("sound")).toBool());
                    const auto again = rig.signIn(q("kiosk-2"), rig.codes().first());
                    CHECK(again.exit == 1);
                    CHECK(outcome(again) == q("already_in"));
                    CHECK(again.json.value(q("earlier")).toObject().value(q("station")) == q("kiosk-1"));
                }
            }
        }
    }
}

SCENARIO("commands answer the same beside a running device and on an idle folder", "[e2e]")
{
    EventRig rig(10);
    GIVEN("an idle coordinator's folder, then a running one")
    {
        const auto idle = rig.at(q("hub"), {q("digest")});
        REQUIRE(idle.exit == 0);
        CHECK(rig.status(q("hub")).value(q("expected")).toInt() == 10);
        rig.startHub();
        THEN("the list goes out and comes back unchanged, and a walk-in has a number")
        {
            const auto file = rig.path(q("list.csv"));
            CHECK(rig.at(q("hub"), {q("guests"), q("export"), file}).json.value(q("guests")).toInt() == 10);
            const auto again = rig.at(q("hub"), {q("guests"), q("import"), file}).json;
            CHECK(again.value(q("unchanged")).toInt() == 10);
            CHECK(again.value(q("added")).toInt() + again.value(q("changed")).toInt() == 0);
            const auto walkIn = rig.at(q("hub"), {q("do"), q("walk-in"), q("--name"), q("李四"), q("--consent")});
            CHECK(outcome(walkIn) == q("admitted"));
            CHECK_FALSE(walkIn.json.value(q("number")).toString().isEmpty());
            CHECK(rig.status(q("hub")).value(q("walk_ins")).toInt() == 1);
        }
        THEN("a stick that this device wrote tells it nothing new")
        {
            const auto file = rig.path(q("stick"));
            const auto out = rig.at(q("hub"), {q("journal"), q("export"), file});
            REQUIRE(out.exit == 0);
            const auto in = rig.at(q("hub"), {q("journal"), q("import"), file});
            CHECK(in.json.value(q("new")).toInt(-1) == 0);
            CHECK(in.json.value(q("known")) == out.json.value(q("operations")));
        }
    }
}

SCENARIO("what cannot be done is said in JSON, with the right exit code", "[e2e]")
{
    TempDir folder;
    const auto none = q("--data");
    struct Case {
        QStringList args;
        int exit;
        QString code;
    };
    const std::vector<Case> cases{
        {{q("no-such-command")}, 2, q("usage")},
        {{q("do"), q("session"), q("opening"), q("ajar")}, 2, q("usage")},
        {{q("status"), none, folder.file(q("nothing"))}, 1, q("not_found")},
        {{q("event"), q("new"), q("--plan"), folder.path(), none, folder.file(q("new"))}, 1, q("invalid")},
        {{q("kiosk"), q("--headless"), q("--frames"), q("none"), none, folder.file(q("kiosk"))}, 1, q("refused")},
        {{q("coordinator"), q("--headless"), none, folder.file(q("hub"))}, 1, q("not_found")},
        {{q("kiosk"), q("--headless"), q("--frames"), folder.file(q("gone")), none, folder.file(q("kiosk"))},
         1,
         q("not_found")},
    };
    for (const auto &expected : cases) {
        GIVEN(expected.args.join(u' ').toStdString())
        {
            const auto said = muster::test::muster(expected.args);
            CHECK(said.exit == expected.exit);
            CHECK(said.rest.isEmpty());
            const auto error = said.json.value(q("error")).toObject();
            CHECK(error.value(q("code")) == expected.code);
            CHECK_FALSE(error.value(q("detail")).toString().isEmpty());
        }
    }
    GIVEN("a plan that says nothing")
    {
        REQUIRE(muster::test::muster({q("plan"), q("template"), folder.file(q("plan"))}).exit == 0);
        const auto checked = muster::test::muster({q("plan"), q("check"), folder.file(q("plan"))});
        CHECK(checked.exit == 1);
        CHECK_FALSE(checked.json.value(q("findings")).toArray().isEmpty());
    }
}
