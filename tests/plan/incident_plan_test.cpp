// Goal: nobody stands before an incident without a plan, and no alert calls somebody who is not there.
// Method: one good plan, read; then spoilt in one place after the other.
#include "core/plan/known_words.h"
#include "tests/plan/spoilt_plan.h"

#include <QSet>

using namespace muster;
using namespace muster::plan;
using namespace muster::plan::test;

TEST_CASE("the incidents and alerts of a plan are read as they are meant", "[plan][incidents]")
{
    const EventSetup setup = read(goodPlan()).setup;
    REQUIRE(setup.incidentTypes.size() == 2);
    const IncidentType lost{.code = q("lost"),
                            .name = {.zh = {}, .en = q("Lost child")},
                            .guide = {.zh = q("先守出口"), .en = q("Exits first")},
                            .checklist = {{q("exits"), {.zh = q("守出口"), .en = q("Guard the exits")}},
                                          {q("search"), {.zh = q("分头找"), .en = q("Search")}}},
                            .isUrgent = true,
                            .isRestricted = true,
                            .isWatch = true,
                            .isProperty = false,
                            .roles = {q("lead"), q("greeter")},
                            .answerMinutes = 2};
    CHECK((setup.incidentTypes[0] == lost));
    CHECK(setup.incidentTypes[1].isProperty);
    CHECK(setup.incidentTypes[1].answerMinutes == 5);
    REQUIRE(setup.alertRules.size() == 2);
    const AlertRule gap{.code = q("post_gap"),
                        .weight = 60,
                        .afterSeconds = 30,
                        .escalateSeconds = 120,
                        .roles = {q("lead")},
                        .escalateRoles = {q("commander")},
                        .recheckMinutes = 5};
    CHECK((setup.alertRules[0] == gap));
    CHECK(setup.alertRules[1].weight == 0);
    CHECK_FALSE(setup.alertRules[1].afterSeconds);  // Stays as Muster does it.
}

TEST_CASE("every fault of an incident is told with sheet, row and column", "[plan][incidents]")
{
    constexpr std::array spoils{
        Spoil{"incidents.csv", "bag,Lost", "lost,Lost",
              "E incidents!A3 (Code): the code \"lost\" stands in row 2 already"},
        Spoil{"incidents.csv", "bag,Lost bag", "bag,", "W incidents!3: there is no name"},
        Spoil{"incidents.csv", "登记,Note it", ",", "W incidents!C3 (Guide in Chinese): there is no guide"},
        Spoil{"incidents.csv", "yes,yes,yes", "often,yes,yes", "E incidents!E2 (Urgent): \"often\" is not understood"},
        Spoil{"incidents.csv", "lead;greeter", "lead;wizard",
              "W incidents!I2 (Roles): nobody has the role \"wizard\": see the column Roles of the staff"},
        Spoil{"incidents.csv", "greeter,2", "greeter,0", "E incidents!J2 (Minutes to answer): \"0\" does not fit"},
        Spoil{"checklists.csv", "lost,exits", "flood,exits",
              "E checklists!A2 (Incident): \"flood\" is not in the sheet incidents"},
        Spoil{"checklists.csv", "lost,search", "lost,exits",
              "E checklists!B3 (Code): the code \"lost/exits\" stands in row 2 already"},
        Spoil{"checklists.csv", "分头找,Search", ",", "E checklists!C3 (Text in Chinese): the step has no words"},
        Spoil{"alerts.csv", "cue_late", "cue_boring",
              "E alerts!A3 (Code): \"cue_boring\" is not understood: write one of incident_urgent, "},
        Spoil{"alerts.csv", "cue_late", "post_gap",
              "E alerts!A3 (Code): the code \"post_gap\" stands in row 2 already"},
        Spoil{"alerts.csv", "post_gap,60", "post_gap,-1", "E alerts!B2 (Weight): \"-1\" does not fit"},
        Spoil{"alerts.csv", "60,30", "60,90000", "E alerts!C2 (After seconds): \"90000\" does not fit"},
        Spoil{"alerts.csv", ",lead,", ",wizard,", "W alerts!E2 (Roles): nobody has the role \"wizard\""},
        Spoil{"alerts.csv", ",commander,5", ",wizard,5", "W alerts!F2 (Then roles): nobody has the role \"wizard\""},
        Spoil{"alerts.csv", ",commander,5", ",commander,0", "E alerts!G2 (Minutes to re-check): \"0\" does not fit"},
    };
    checkSpoils(spoils);
}

TEST_CASE("a kind of incident has no more steps and no longer words than a screen shows", "[plan][incidents]")
{
    auto plan = goodPlan();
    for (int i = 0; i < checklistMax; ++i) {
        plan[q("checklists.csv")] += "bag,s" + QByteArray::number(i) + ",,Step\n";
    }
    CHECK(words(read(plan).findings).empty());
    plan[q("checklists.csv")] += "bag,more,,Step\n";
    CHECK_THAT(words(read(plan).findings),
               Catch::Contains("E checklists!A34 (Incident): \"bag\" has more than 30 steps"));
    plan = goodPlan();
    plan[q("incidents.csv")].replace("Note it", QByteArray(1'001, 'x'));
    CHECK_THAT(words(read(plan).findings),
               Catch::Contains("E incidents!D3 (Guide in English): too long: 1001 characters, at most 1000"));
    plan = goodPlan();
    plan[q("checklists.csv")].replace("Search", QByteArray(121, 'x'));
    CHECK_THAT(words(read(plan).findings),
               Catch::Contains("E checklists!D3 (Text in English): too long: 121 characters"));
}

TEST_CASE("every kind of alert and every figure is named once", "[plan][incidents]")
{
    for (const QStringList &known : {alertKinds(), targetFigures()}) {
        CHECK(QSet<QString>(known.begin(), known.end()).size() == known.size());
        CHECK_FALSE(known.contains(QString()));
    }
}
