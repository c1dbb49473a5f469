// Goal: an organiser learns by cell when numbers would be given that nobody calls, or called twice.
// Method: one good plan, read, written and read again; then spoilt in one place after the other.
#include "core/plan/limits.h"
#include "core/plan/plan_writer.h"
#include "tests/plan/spoilt_plan.h"

using namespace muster;
using namespace muster::plan;
using namespace muster::plan::test;

TEST_CASE("the queues of a plan are read as they are meant", "[plan][queues]")
{
    const EventSetup setup = read(goodPlan()).setup;
    REQUIRE(setup.services.size() == 2);
    const Service talk{.code = q("talk"),
                       .name = {.zh = {}, .en = q("Talk")},
                       .zone = q("A"),
                       .next = q("pay"),
                       .expectedSeconds = 600,
                       .lateMinutes = 4,
                       .lateRule = LateRule::Again,
                       .lateAfter = 2,
                       .onDeck = 3,
                       .batchSize = 0,
                       .isOwned = true,
                       .papers = {},
                       .personsMax = 5};
    CHECK((setup.services[0] == talk));
    const Service &pay = setup.services[1];
    CHECK(pay.lateRule == LateRule::Last);
    CHECK(pay.batchSize == 20);
    CHECK(pay.onDeck == Service().onDeck);  // An empty cell leaves what the venue takes by itself.
    CHECK(pay.lateMinutes == Service().lateMinutes);
    REQUIRE(pay.papers.size() == 2);
    CHECK(pay.papers[1].text.en == q("Slip"));
    REQUIRE(setup.series.size() == 2);
    const Series all{.code = q("all"),
                     .name = {.zh = {}, .en = q("All")},
                     .prefix = q("A"),
                     .digits = 3,
                     .numberMax = 500,
                     .fromMinute = 540,
                     .untilMinute = 960,
                     .service = q("talk"),
                     .classes = {q("visitor")},
                     .isAtSignIn = true};
    CHECK((setup.series[0] == all));
    CHECK(setup.series[1].prefix == q("V"));  // Typed "v".
    REQUIRE(setup.priorities.size() == 2);
    CHECK(setup.priorities[0].weight == 3);
    CHECK(setup.priorities[0].classes == QStringList{q("vip")});
    CHECK(setup.stations.at(1).services == QStringList{q("talk"), q("pay")});
}

TEST_CASE("a plan that was written is read back equal", "[plan][queues][prizes]")
{
    const PlanReading first = read(goodPlan());
    const muster::test::TempDir dir;
    for (const char *name : {"plan", "plan.xlsx"}) {
        REQUIRE(writePlan(dir.file(q(name)), first.setup, first.guests).has_value());
        const PlanReading again = readPlan(dir.file(q(name)));
        CHECK(words(again.findings).empty());
        CHECK((again.setup == first.setup));
        CHECK((again.guests == first.guests));
    }
}

TEST_CASE("every fault of a queue is told with sheet, row and column", "[plan][queues]")
{
    constexpr std::array spoils{
        Spoil{"series.csv", "A,3,500", "A1,3,500", "E series!C2 (Prefix): \"A1\" is no prefix: write 1 to 4 letters"},
        Spoil{"series.csv", "A,3,500", "ABCDE,3,500", "E series!C2 (Prefix): \"ABCDE\" is no prefix"},
        Spoil{"series.csv", "A,3,500", ",3,500", "E series!C2 (Prefix): must be filled in"},
        Spoil{"series.csv", ",v,", ",a,", "E series!C3 (Prefix): the prefix \"A\" stands in row 2 already"},
        Spoil{"series.csv", "A,3,500", "A,0,500",
              "E series!D2 (Digits): \"0\" does not fit: write a whole number from 1 to 9"},
        Spoil{"series.csv", "A,3,500", "A,3,many",
              "E series!E2 (Numbers at most): \"many\" does not fit: write a whole number from 1 to 10000000"},
        Spoil{"series.csv", "16:00", "8:00", "E series!G2 (Until): it ends before it begins"},
        Spoil{"series.csv", ",talk,", ",walk,", "E series!H2 (Service): \"walk\" is not in the sheet services"},
        Spoil{"series.csv", ",talk,", ",,", "E series!H2 (Service): must be filled in"},
        Spoil{"series.csv", ",visitor,", ",tourist,", "E series!I2 (Classes): \"tourist\" is not in the sheet classes"},
        Spoil{"series.csv", "vip,no", "vip;visitor,yes",
              "E series!J3 (At sign-in): the class \"visitor\" gets a number of \"all\" at sign-in already"},
        Spoil{"series.csv", "vip,no", ",yes",
              "E series!J3 (At sign-in): the class \"visitor\" gets a number of \"all\" at sign-in already"},
        Spoil{"series.csv", "vip,VIP", "all,VIP", "E series!A3 (Code): the code \"all\" stands in row 2 already"},
        Spoil{"series.csv", "all,All", "all,", "W series!2: there is no name"},
        Spoil{"services.csv", "A,pay", "Z,pay", "E services!C2 (Zone): \"Z\" is not in the sheet zones"},
        Spoil{"services.csv", "A,pay", "A,pray", "E services!D2 (Next): \"pray\" is not in the sheet services"},
        Spoil{"services.csv", "A,pay", "A,talk", "E services!D2 (Next): the journey leads back to talk itself"},
        Spoil{"services.csv", "B,,300", "B,talk,300", "E services!D3 (Next): the journey leads back to pay itself"},
        Spoil{"services.csv", "600", "ten",
              "E services!E2 (Expected seconds): \"ten\" does not fit: write a whole number from 1 to 86400"},
        Spoil{"services.csv", "again", "shout",
              "E services!G2 (When late): \"shout\" is not understood: write one of again, last, lost"},
        Spoil{"services.csv", "2,3,,yes", "2,33,,yes",
              "E services!I2 (On deck): \"33\" does not fit: write a whole number from 0 to 32"},
        Spoil{"services.csv", ",20,no", ",-1,no", "E services!J3 (Batch): \"-1\" does not fit"},
        Spoil{"services.csv", "yes,5", "yes,0", "E services!L2 (Persons at most): \"0\" does not fit"},
        Spoil{"services.csv", "pay,Pay", "talk,Pay", "E services!A3 (Code): the code \"talk\" stands in row 2 already"},
        Spoil{"services.csv", "talk,Talk", "talk,", "W services!2: there is no name"},
        Spoil{"papers.csv", "pay,card", "bay,card", "E papers!A2 (Service): \"bay\" is not in the sheet services"},
        Spoil{"papers.csv", "pay,slip", "pay,card",
              "E papers!B3 (Code): the code \"pay/card\" stands in row 2 already"},
        Spoil{"priorities.csv", "3,vip", "3,wip", "E priorities!D2 (Classes): \"wip\" is not in the sheet classes"},
        Spoil{"priorities.csv", "Elderly,2,", "Elderly,2,vip",
              "E priorities!D3 (Classes): the class \"vip\" has a priority in row 2 already"},
        Spoil{"priorities.csv", "3,vip", "0,vip", "E priorities!C2 (Weight): \"0\" does not fit"},
        Spoil{"priorities.csv", "old,", "vip,", "E priorities!A3 (Code): the code \"vip\" stands in row 2 already"},
        Spoil{"stations.csv", "talk;pay", "talk;pray",
              "E stations!E3 (Services): \"pray\" is not in the sheet services"},
        Spoil{"stations.csv", "talk;pay", "pay", "W series!H2 (Service): no counter serves \"talk\""},
        Spoil{"stations.csv", "talk;pay", "talk", "W services!A3 (Code): no counter calls for \"pay\""},
        Spoil{"stations.csv", "talk;pay", "", "W stations!E3 (Services): this counter has no services"},
        Spoil{"stations.csv", "kiosk,A,,", "kiosk,A,,talk", "W stations!E2 (Services): only a counter calls numbers"},
    };
    checkSpoils(spoils);
}

TEST_CASE("a service asks for as many papers as people carry", "[plan][queues][limits]")
{
    auto plan = goodPlan();
    for (int i = 2; i < papersMax; ++i) {
        plan[q("papers.csv")] += "pay,p" + QByteArray::number(i) + ",Paper\n";
    }
    CHECK(words(read(plan).findings).empty());
    plan[q("papers.csv")] += "pay,more,Paper\n";
    CHECK(words(read(plan).findings) ==
          "E papers!A22 (Service): \"pay\" asks for more than 20 papers: put some together");
}
