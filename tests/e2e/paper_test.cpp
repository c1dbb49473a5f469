// Goal: the last hour lies on paper when everything dies, at a running coordinator by itself and by command anywhere.
// Method: a coordinator as a real process, its folder looked into, its paper read as a page.
#include "tests/e2e/event_rig.h"

#include <QDir>
#include <QFile>

using namespace muster::test;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList papersOf(const EventRig &rig)
{
    return QDir(rig.folder(q("hub/paper"))).entryList({q("state-*.pdf")}, QDir::Files);
}

}  // namespace

SCENARIO("the state of the day on paper", "[e2e][paper]")
{
    EventRig rig(20, EventRig::Zones::Open);
    const auto hub = q("hub");
    GIVEN("an idle folder")
    {
        const auto page = rig.folder(q("idle.html"));
        CHECK(rig.at(hub, {q("paper"), q("--out"), page}).exit == 0);
        CHECK(read(page).contains("id=\"zones\""));
        const auto form = rig.folder(q("form.pdf"));
        for (const auto *blank : {"sign-in", "incident", "post-log", "count"}) {
            CHECK(rig.at(hub, {q("paper"), q("--blank"), q(blank), q("--out"), form}).exit == 0);
            CHECK(read(form).startsWith("%PDF"));
        }
        CHECK(rig.at(hub, {q("paper"), q("--out"), rig.folder(q("day.txt"))}).exit == 2);
        CHECK(rig.at(hub, {q("paper"), q("--out"), page, q("--only"), q("weather")}).exit == 2);
        const auto refused = rig.at(hub, {q("paper"), q("--out"), rig.folder(q("nowhere/day.pdf"))});
        CHECK(refused.exit == 1);
        CHECK(refused.json.value(q("error")).toObject().value(q("detail")).toString().contains(q("free some space")));
    }
    GIVEN("a running coordinator")
    {
        rig.startHub();
        REQUIRE(outcome(rig.signIn(hub, rig.codes().at(0))) == q("admitted"));
        REQUIRE(rig.act(hub, {q("incident"), q("--zone"), q("A"), q("--restricted"), q("fainted-in-the-queue")}).exit ==
                0);
        THEN("it writes by itself, for its owner alone")
        {
            REQUIRE(eventually([&] { return !papersOf(rig).isEmpty(); }));
            const auto file = rig.folder(q("hub/paper/")) + papersOf(rig).first();
            CHECK(read(file).startsWith("%PDF"));
            CHECK_FALSE(QFile::permissions(file).testFlag(QFile::ReadOther));
            CHECK_FALSE(QFile::permissions(file).testFlag(QFile::ReadGroup));
        }
        THEN("who is inside is named, and restricted words are not told")
        {
            const auto page = rig.folder(q("day.html"));
            const auto said = rig.at(hub, {q("paper"), q("--out"), page, q("--language"), q("en")});
            CHECK(said.exit == 0);
            const auto found = rig.at(hub, {q("status"), q("--muster")}).json.value(q("guests")).toArray();
            REQUIRE(found.size() == 1);
            const auto name = found.first().toObject().value(q("name")).toString();
            REQUIRE_FALSE(name.isEmpty());
            CHECK(read(page).contains(name.toUtf8()));
            CHECK(read(page).contains("restricted"));
            CHECK_FALSE(read(page).contains("fainted"));
        }
        THEN("a guest who is forgotten is on no paper that lies there")
        {
            REQUIRE(eventually([&] { return !papersOf(rig).isEmpty(); }));
            QFile older(rig.folder(q("hub/paper/state-19991231-2300.pdf")));
            REQUIRE(older.open(QIODevice::WriteOnly));
            older.close();
            REQUIRE(rig.act(hub, {q("forget"), rig.codes().at(0), q("--reason"), q("wish"), q("--yes")}).exit == 0);
            CHECK(eventually([&] { return !older.exists() && !papersOf(rig).isEmpty(); }));
        }
    }
}
