// Goal: an organiser learns of everything that is wrong with a plan at once, by cell, before the day.
// Method: one good plan, spoilt in one place after the other; the template as nobody has filled it.
#include "core/plan/plan_template.h"
#include "core/plan/plan_writer.h"
#include "core/plan/sheets.h"
#include "tests/plan/spoilt_plan.h"

#include <QDir>

using namespace muster;
using namespace muster::plan;
using namespace muster::plan::test;

TEST_CASE("a good plan is read without a word", "[plan]")
{
    const PlanReading plan = read(goodPlan());
    CHECK(words(plan.findings).empty());
    CHECK(plan.setup.name.zh == q("Test"));
    CHECK(plan.setup.zones.at(0).firmCapacity == 20);
    CHECK(plan.setup.rules.at(0).untilMinute == 25 * 60 + 30);
    CHECK(plan.setup.rules.at(0).classes == QStringList{q("visitor"), q("vip")});
    CHECK(plan.setup.questions.at(0).choices.size() == 2);
    CHECK(plan.setup.questions.at(1).kind == QuestionKind::Consent);
    CHECK(plan.guests.at(1).classCode == q("vip"));
}

TEST_CASE("every fault is told with sheet, row and column", "[plan]")
{
    constexpr std::array spoils{
        Spoil{"event.csv", "name_zh,Test", "name_zh,", "E event!B1 (name_zh): must be filled in"},
        Spoil{"event.csv", "2026-11-28", "28 November", "E event!B2 (day): \"28 November\" is no date"},
        Spoil{"event.csv", "Asia/Shanghai", "Asia/Shanghi", "E event!B3 (time_zone): \"Asia/Shanghi\" is no time zone"},
        Spoil{"event.csv", "#1f6f5c", "green", "E event!B4 (brand_colour): \"green\" is no colour"},
        Spoil{"event.csv", "soft,100", "soft,1000", "E event!B5 (soft): the soft capacity 1000 is above the firm one"},
        Spoil{"event.csv", "soft,100", "sofft,100", "W event!A5 (sofft): this field is not known"},
        Spoil{"zones.csv", "A,Gate,10,20", "A,Gate,30,20",
              "E zones!C2 (Soft capacity): the soft capacity 30 is above the firm one, 20"},
        Spoil{"zones.csv", "10,20,B", "ten,20,B", "E zones!C2 (Soft capacity): \"ten\" is no count"},
        Spoil{"zones.csv", "10,20,B", "-1,20,B", "E zones!C2 (Soft capacity): \"-1\" is no count"},
        Spoil{"zones.csv", "10,20,B", "10,20,X", "E zones!E2 (Overflow zone): \"X\" is not in the sheet zones"},
        Spoil{"zones.csv", "30,40,", "30,40,A", "E zones!E2 (Overflow zone): the overflow leads back to A itself"},
        Spoil{"zones.csv", "Overflow zone\nA,Gate,10,20,B\nB,Hall,30,40,",
              "Overflow zone,Counts\nA,Gate,10,20,B,\nB,Hall,30,40,,bays",
              "E zones!E2 (Overflow zone): B counts vehicles and takes no guests: name another zone"},
        Spoil{"zones.csv", "Overflow zone\nA,Gate,10,20,B\nB,Hall,30,40,",
              "Overflow zone,Counts\nA,Gate,10,20,,\nB,Hall,30,40,,vehicles",
              "E classes!C3 (Zone after sign-in): B counts vehicles and takes no guests: name another zone"},
        Spoil{"zones.csv", "Overflow zone\nA,Gate,10,20,B\nB,Hall,30,40,",
              "Overflow zone,Counts\nA,Gate,10,20,B,\nB,Hall,30,40,,pigs",
              "E zones!F3 (Counts): \"pigs\" is not understood"},
        Spoil{"zones.csv", "B,Hall", "A,Hall", "E zones!A3 (Code): the code \"A\" stands in row 2 already"},
        Spoil{"zones.csv", "B,Hall", "B B,Hall", "E zones!A3 (Code): \"B B\" is no code"},
        Spoil{"zones.csv", "B,Hall", ",Hall", "E zones!A3 (Code): must be filled in"},
        Spoil{"zones.csv", "Code,", "Colour,", "E zones!1: the column \"代码 / Code\" is missing"},
        Spoil{"zones.csv", "Overflow zone", "Overspill", "W zones!E1 (Overspill): this column is not known"},
        Spoil{"zones.csv", "A,Gate,10,20,B\nB,Hall,30,40,\n", "",
              "E zones: the sheet \"zones\" is empty: name at least one zone"},
        Spoil{"zones.csv", "", "", "E zones: the sheet \"zones\" is empty"},
        Spoil{"classes.csv", "VIP,B", "VIP,C", "E classes!C3 (Zone after sign-in): \"C\" is not in the sheet zones"},
        Spoil{"classes.csv", "B,vip", "B,king",
              "E classes!D3 (Alert): \"king\" is not understood: write one of vip, media"},
        Spoil{"classes.csv", "vip,ok", "vip,why", "E classes!E3 (Questions): \"why\" is not in the sheet questions"},
        Spoil{"classes.csv", "source;ok", "ok", "W questions!A2 (Code): no class is asked \"source\""},
        Spoil{"rules.csv", "visitor;vip", "visitor;wip", "E rules!B2 (Classes): \"wip\" is not in the sheet classes"},
        Spoil{"rules.csv", "visitor;vip", "visitor", "W classes!A3 (Code): no rule lets the class \"vip\" in"},
        Spoil{"rules.csv", "k1", "k9", "E rules!C2 (Gates): \"k9\" is not in the sheet stations"},
        Spoil{"rules.csv", ",day,", ",night,", "E rules!D2 (Sessions): \"night\" is not in the sheet sessions"},
        Spoil{"rules.csv", "9:00", "9 o'clock", "E rules!E2 (From): \"9 o'clock\" is no time"},
        Spoil{"rules.csv", "25:30", "8:30", "E rules!F2 (Until): it ends before it begins"},
        Spoil{"rules.csv", "after-exit", "maybe", "E rules!G2 (Re-entry): \"maybe\" is not understood"},
        Spoil{"rules.csv", "Come at nine", "", "W rules!2: there is no message"},
        Spoil{"rules.csv", "", "", "W rules: there are no rules"},
        Spoil{"sessions.csv", "yes", "no", "W sessions: no session is open at the start"},
        Spoil{"sessions.csv", "", "", "E sessions: the sheet \"sessions\" is empty"},
        Spoil{"questions.csv", "yes,no,web", "yes,no,tv",
              "E questions!F2 (Default): the default \"tv\" is no answer to this question: web, friend"},
        Spoil{"questions.csv", "yes,no,web", "yes,no,", "W questions!F2 (Default): required and without a default"},
        Spoil{"questions.csv", "yes,yes,yes", "yes,yes,perhaps",
              "E questions!F3 (Default): the default \"perhaps\" is no answer"},
        Spoil{"questions.csv", "How?", "", "E questions!A2 (Code): the question has no text"},
        Spoil{"questions.csv", "source,choice", "source,quiz", "E questions!B2 (Kind): \"quiz\" is not understood"},
        Spoil{"questions.csv", "source,choice", "source,text",
              "W questions!B2 (Kind): \"source\" is no choice: its choices are not used"},
        Spoil{"choices.csv", "", "", "E questions!B2 (Kind): \"source\" has no choices"},
        Spoil{"choices.csv", "source,friend", "sauce,friend",
              "E choices!A3 (Question): \"sauce\" is not in the sheet questions"},
        Spoil{"choices.csv", "source,friend", "source,web",
              "E choices!B3 (Code): the code \"source/web\" stands in row 2 already"},
        Spoil{"staff.csv", "zone,A", "zone,Z", "E staff!D3 (Zone): \"Z\" is not in the sheet zones"},
        Spoil{"staff.csv", "commander", "cook", "W staff: there is no commander"},
        Spoil{"stations.csv", "kiosk,A", "robot,A", "E stations!B2 (Role): \"robot\" is not understood"},
        Spoil{"stations.csv", "kiosk,A,", "kiosk,A,vip",
              "W classes!A2 (Code): no station serves the class \"visitor\": see its column Classes"},
        Spoil{"stations.csv", "kiosk,A,", "kiosk,A,vip\nk2,greeter,A,visitor",
              "W rules!C2 (Gates): none of these gates serves the class \"visitor\""},
        Spoil{"stations.csv", "kiosk,A", "board,A", "W stations: there is no station for sign-in"},
        Spoil{"guests.csv", "visitor", "tourist",
              "E guests!D2 (Class): \"tourist\" (1 rows) is not in the sheet classes"},
    };
    checkSpoils(spoils);
}

TEST_CASE("guests without a class are told of as a whole", "[plan]")
{
    auto plan = goodPlan();
    plan[q("guests.csv")].replace("Class", "Glass");
    const PlanReading reading = read(plan);
    CHECK_THAT(words(reading.findings), Catch::Contains("2 rows have no class: they become \"visitor\""));
    CHECK(reading.isComplete());
}

TEST_CASE("findings are bounded and say how many more there are", "[plan][limits]")
{
    auto plan = goodPlan();
    for (int i = 0; i < findingsMax + 50; ++i) {
        plan[q("staff.csv")] += "X " + QByteArray::number(i) + ",N,zone,A\n";
    }
    const PlanReading reading = read(plan);
    CHECK(reading.errorCount == findingsMax + 50);
    CHECK(reading.findings.size() == findingsMax + 1);
    CHECK_THAT(words(reading.findings), Catch::Contains("and 50 more; mend the ones above"));
}

TEST_CASE("headers and sheet names are known in both languages, in any order", "[plan]")
{
    auto plan = goodPlan();
    plan.remove(q("zones.csv"));
    plan[q("区域.csv")] = q("核定人数,名称,代码,预警人数\n# 备注：入口,,,\n20,大门,A,10\n40,大厅,B,30\n").toUtf8();
    plan[q("notes.csv")] = "x,y\n";
    const PlanReading reading = read(plan);
    CHECK(words(reading.findings) == "W notes: this sheet is not known and is ignored: look at its name");
    REQUIRE(reading.setup.zones.size() == 2);
    CHECK(reading.setup.zones[0].name.zh == q("大门"));
    CHECK(reading.setup.zones[0].softCapacity == 10);
    CHECK(describe(reading.findings.front(), q("zh")) == q("notes：不认识这张表，已忽略：请核对表名"));
}

TEST_CASE("dates and times as people and spreadsheets write them", "[plan]")
{
    for (const char *day : {"2026-11-28", "2026/11/28", "2026.11.28", "2026年11月28日", "46354", "2026-11-28 00:00"}) {
        QString iso;
        CHECK_FALSE(parseDay(iso, q(day)));
        CHECK(iso == q("2026-11-28"));
    }
    for (const char *wrong : {"2026-13-01", "28.11.2026", "tomorrow", "2026", "-1"}) {
        QString iso;
        CHECK(parseDay(iso, q(wrong)));
    }
    for (const auto &[written, minutes] : {std::pair("09:30", 570),
                                           {"9：30", 570},
                                           {"9", 540},
                                           {"24:00", 1440},
                                           {"25:30", 1530},
                                           {"0.395833333", 570},
                                           {"09:30:00", 570}}) {
        std::optional<int> minute;
        CHECK_FALSE(parseMinute(minute, q(written)));
        CHECK(minute == minutes);
    }
    for (const char *wrong : {"9:60", "99:00", "nine", "-1:00", "9.30"}) {
        std::optional<int> minute;
        CHECK(parseMinute(minute, q(wrong)));
    }
}

TEST_CASE("a template that nobody has filled is only empty", "[plan][template]")
{
    const muster::test::TempDir dir;
    for (const char *name : {"plan", "plan.xlsx"}) {
        const QString path = dir.file(q(name));
        REQUIRE(writeTemplate(path).has_value());
        const PlanReading reading = readPlan(path);
        INFO(words(reading.findings));
        CHECK(reading.errorCount == 5);  // Name and day of the event; zones, classes, sessions.
        for (const Finding &finding : reading.findings) {
            const bool isEmptiness =
                finding.words.en.contains(u"must be filled in") || finding.words.en.contains(u"is empty");
            CHECK((isEmptiness || finding.words.en.startsWith(u"there are no rules")));
        }
        CHECK(reading.guests.empty());
    }
    CHECK(QFile::exists(dir.file(q("plan/README.txt"))));
    CHECK(QDir(dir.file(q("plan"))).entryList({q("*.csv")}).size() == qsizetype(allSheets().size()));
}
