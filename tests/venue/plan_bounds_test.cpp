// Goal: whatever figure a sheet of the plan takes, the day is run with, and not another one.
// Method: plans with the least and the greatest figures that the sheets accept go through the log of a hall.
#include "core/journal/body.h"
#include "core/plan/plan_reader.h"
#include "tests/support/temp_dir.h"
#include "tests/venue/hall.h"

#include <QFile>

using namespace muster;
using namespace muster::test;

namespace {

struct Sheet {
    const char *name;
    const char *header;
    const char *least;
    const char *greatest;
};

constexpr Sheet sheets[] = {
    {"services", "Code,Expected seconds,Minutes to come,When late,Again after,On deck,Batch,Persons at most",
     "least,1,0,again,0,0,0,1", "greatest,86400,1440,lost,1000,32,1000,1000"},
    {"series", "Code,Prefix,Service,Digits,Numbers at most,From,Until", "least,A,least,1,1,0:00,0:01",
     "greatest,ZZZZ,greatest,9,10000000,72:00,72:59"},
    {"priorities", "Code,Weight", "least,1", "greatest,100"},
    {"prizes", "Code,Earned by,When cut off,Proof,Per guest,Budget,Low stock,Minutes to hand over",
     "least,sign-in,refuse,none,1,0,0,1", "greatest,draw,budget,signed,1000,10000000,10000000,1440"},
    {"stock", "Prize,Desk,Count", "least,,0", "greatest,,10000000"},
    {"draws", "Code,Prize,Winners", "least,,1", "greatest,greatest,10000000"},
    {"units", "Code,Price", "least,0", "greatest,10000000000"},
    {"posts", "Code,Kind,At least,From,Until,Minutes at a stretch", "least,post,0,0:00,0:01,1",
     "greatest,floater,1000,72:00,72:59,1440"},
    {"shifts", "Staff,Post,Kind,From,Until,Code", "S,least,work,0:00,0:01,least",
     "S,greatest,meal,72:00,72:59,greatest"},
    {"gear", "Code,Kind", "least,k", "greatest,key"},
    {"assembly", "Code,Zones", "least,", "greatest,A;B"},
    {"incidents", "Code,Urgent,Restricted,Watch,Return signed,Minutes to answer", "least,no,no,no,no,1",
     "greatest,yes,yes,yes,yes,1440"},
    {"checklists", "Incident,Code,Text in English", "greatest,least,x", "greatest,greatest,y"},
    {"cues", "Code,Start,Minutes,After,When overrun,Doors", "least,0:00,0,,shift,no",
     "greatest,72:59,1440,least,hold,yes"},
    {"tasks", "Code,Kind,Phase,Due,Every minutes,Until,Evidence", "least,task,prepare,D-400,1,0:00,no",
     "greatest,round,close,D+400 72:59,1440,72:59,yes"},
    {"materials", "Code,Category,Planned,Used up,Needed,Serials,Digits", "least,documents,0,no,no,0-0,1",
     "greatest,equipment,10000000,yes,yes,0-999999999,9"},
    {"alerts", "Code,Weight,After seconds,Escalate after seconds,Minutes to re-check", "vip,0,0,0,1",
     "media,1000,86400,86400,1440"},
    {"targets", "Code,Value", "least,0", "greatest,1000000000000"},
};

EventSetup planWithBounds()
{
    const TempDir dir;
    for (const auto &sheet : sheets) {
        QFile file(dir.file(QString::fromLatin1(sheet.name) + QStringLiteral(".csv")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(sheet.header) + '\n' + sheet.least + '\n' + sheet.greatest + '\n');
    }
    const auto reading = plan::readPlan(dir.path());
    for (const auto &finding : reading.findings) {  // The sheets that are not there have theirs.
        INFO(plan::describe(finding, QStringLiteral("en")).toStdString());
        CHECK_FALSE(finding.words.en.contains(QStringLiteral("does not fit")));
        CHECK_FALSE(finding.words.en.contains(QStringLiteral("write it as")));
    }
    return reading.setup;
}

}  // namespace

TEST_CASE("the least and the greatest figures of a plan come out of the log as they went in", "[plan]")
{
    const auto setup = planWithBounds();
    REQUIRE(setup.services.size() == 2);
    REQUIRE(setup.units.size() == 2);
    CHECK(setup.units[1].price == 1'000'000'000'000);
    Hall hall(2, setup);
    const auto loaded = plan_room::load(hall.at(1).journal->state());
    CHECK((loaded.services == setup.services));
    CHECK((loaded.series == setup.series));
    CHECK((loaded.priorities == setup.priorities));
    CHECK((loaded.prizes == setup.prizes));
    CHECK((loaded.stocks == setup.stocks));
    CHECK((loaded.draws == setup.draws));
    CHECK((loaded.units == setup.units));
    REQUIRE(setup.tasks.size() == 2);
    CHECK(setup.tasks[0].day == -400);
    REQUIRE(setup.incidentTypes.size() == 2);
    CHECK(setup.incidentTypes[1].checklist.size() == 2);
    CHECK((loaded.posts == setup.posts));
    CHECK((loaded.shifts == setup.shifts));
    CHECK((loaded.gear == setup.gear));
    CHECK((loaded.assemblyPoints == setup.assemblyPoints));
    CHECK((loaded.incidentTypes == setup.incidentTypes));
    CHECK((loaded.cues == setup.cues));
    CHECK((loaded.tasks == setup.tasks));
    CHECK((loaded.materials == setup.materials));
    CHECK((loaded.alertRules == setup.alertRules));
    CHECK((loaded.targets == setup.targets));
}

TEST_CASE("a part of a plan that a foreign device wrote is read within the plan's bounds", "[plan]")
{
    Hall hall(2);
    const QCborMap wild{{key("minimum"), -5},       {key("kind"), 99},         {key("stand_min"), 1'000'000},
                        {key("from"), -1},          {key("until"), 1'000'000}, {key("day"), -100'000},
                        {key("every_min"), -1},     {key("planned"), -1},      {key("digits"), 77},
                        {key("weight"), 1'000'000}, {key("value"), -1},        {key("phase"), 12},
                        {key("answer_min"), 0},     {key("roles"), 7},         {key("name"), QStringLiteral("x")}};
    QCborArray items;
    const QStringList sections{QStringLiteral("post"),     QStringLiteral("shift"),    QStringLiteral("gear"),
                               QStringLiteral("assembly"), QStringLiteral("incident"), QStringLiteral("cue"),
                               QStringLiteral("task"),     QStringLiteral("material"), QStringLiteral("alert"),
                               QStringLiteral("target")};
    for (const QString &section : sections) {
        items.append(QCborArray{section, QStringLiteral("wild"), QCborValue(wild).toCbor(), 1});
    }
    Draft draft;
    draft.kind = plan_room::kind();
    draft.body = {{key("items"), items}};
    REQUIRE(hall.at(0).journal->transact([&] { hall.at(0).journal->append(draft); }));
    const auto setup = plan_room::load(hall.at(0).journal->state());
    REQUIRE(setup.posts.size() == 1);
    CHECK(setup.posts[0].kind == PostKind::Floater);
    CHECK(setup.posts[0].minimum == 0);
    CHECK(setup.posts[0].standMinutes == 1'440);
    CHECK(setup.posts[0].fromMinute == 0);
    CHECK(setup.posts[0].roles.isEmpty());
    REQUIRE(setup.tasks.size() == 1);
    CHECK(setup.tasks[0].phase == Phase::Close);
    CHECK(setup.tasks[0].day == -1'000);
    CHECK(setup.tasks[0].everyMinutes == 0);
    REQUIRE(setup.materials.size() == 1);
    CHECK(setup.materials[0].planned == 0);
    CHECK(setup.materials[0].serialDigits == 9);
    REQUIRE(setup.alertRules.size() == 1);
    CHECK(setup.alertRules[0].weight == 1'000);
    REQUIRE(setup.incidentTypes.size() == 1);
    CHECK(setup.incidentTypes[0].answerMinutes == 1);
    REQUIRE(setup.targets.size() == 1);
    CHECK(setup.targets[0].value == 0);
}
