// Goal: an organiser learns by cell who would be missing at which post, and when, before the day begins.
// Method: one good plan, read; then spoilt in one place after the other.
#include "tests/plan/spoilt_plan.h"

using namespace muster;
using namespace muster::plan;
using namespace muster::plan::test;

TEST_CASE("the posts, shifts and gear of a plan are read as they are meant", "[plan][posts]")
{
    const PlanReading reading = read(goodPlan());
    CHECK(words(reading.findings).empty());
    const EventSetup &setup = reading.setup;
    REQUIRE(setup.posts.size() == 6);
    const PostPlan desk{.code = q("desk"),
                        .name = {.zh = {}, .en = q("Desk")},
                        .zone = q("A"),
                        .kind = PostKind::Post,
                        .roles = {q("greeter"), q("commander")},
                        .minimum = 1,
                        .fromMinute = 540,
                        .untilMinute = 1'020,
                        .standMinutes = 90,
                        .ticks = {q("uniform"), q("badge")},
                        .duty = {.zh = q("迎宾"), .en = q("Greets")},
                        .channel = q("2"),
                        .spot = {.zh = q("门口"), .en = q("At the gate")},
                        .isExit = true};
    CHECK((setup.posts[4] == desk));
    CHECK(setup.posts[0].kind == PostKind::Lead);
    CHECK(setup.posts[1].kind == PostKind::Deputy);
    CHECK(setup.posts[5].kind == PostKind::Floater);
    CHECK(setup.posts[5].standMinutes == 120);
    CHECK_FALSE(setup.posts[5].fromMinute);
    REQUIRE(setup.shifts.size() == 8);
    CHECK(setup.shifts[0].code == q("S2-w0830"));  // Made of person, kind and beginning.
    CHECK(setup.shifts[1].code == q("early"));
    CHECK(setup.shifts[4].kind == ShiftKind::Work);  // Where nothing is said.
    CHECK(setup.shifts[5].code == q("S3-m1200"));
    CHECK(setup.shifts[6].untilMinute == 1'500);
    CHECK(setup.shifts[7].kind == ShiftKind::Break);
    REQUIRE(setup.gear.size() == 2);
    CHECK(setup.gear[1].kind == q("key"));
    REQUIRE(setup.assemblyPoints.size() == 2);
    CHECK(setup.assemblyPoints[0].zones == QStringList{q("A")});
}

TEST_CASE("every fault of a post is told with sheet, row and column", "[plan][posts]")
{
    constexpr std::array spoils{
        Spoil{"posts.csv", "desk,Desk,A", "desk,Desk,Z", "E posts!C6 (Zone): \"Z\" is not in the sheet zones"},
        Spoil{"posts.csv", "desk,Desk", "spare,Desk", "E posts!A7 (Code): the code \"spare\" stands in row 6 already"},
        Spoil{"posts.csv", "desk,Desk", "desk,", "W posts!6: there is no name"},
        Spoil{"posts.csv", "A,post", "A,boss",
              "E posts!D6 (Kind): \"boss\" is not understood: write one of post, lead, deputy, floater"},
        Spoil{"posts.csv", "A,post", "A,lead", "E posts!D6 (Kind): zone A has a lead in row 2 already"},
        Spoil{"posts.csv", "Lead A,A,lead", "Lead A,,lead", "E posts!C2 (Zone): a lead or deputy is of a zone"},
        Spoil{"posts.csv", "Deputy B,B", "Deputy B,", "E posts!C5 (Zone): a lead or deputy is of a zone"},
        Spoil{"posts.csv", "lead,lead,1,9:00", "lead,lead,2,9:00",
              "E posts!F2 (At least): a zone has exactly one lead"},
        Spoil{"posts.csv", "B,lead,lead", "B,post,lead", "W zones!A3 (Code): zone B has no lead"},
        Spoil{"posts.csv", "B,deputy", "B,post", "W zones!A3 (Code): zone B has no deputy"},
        Spoil{"posts.csv", "greeter;commander", "greeter;dancer", "W posts!E6 (Roles): nobody has the role \"dancer\""},
        Spoil{"posts.csv", ",1,9:00,17:00,90", ",-1,9:00,17:00,90",
              "E posts!F6 (At least): \"-1\" does not fit: write a whole number from 0 to 1000"},
        Spoil{"posts.csv", "9:00,17:00,90", "9:00,8:00,90", "E posts!H6 (Until): it ends before it begins"},
        Spoil{"posts.csv", "17:00,90", "17:00,0", "E posts!I6 (Minutes at a stretch): \"0\" does not fit"},
        Spoil{"posts.csv", "At the gate,yes", "At the gate,perhaps",
              "E posts!P6 (Exit): \"perhaps\" is not understood"},
        Spoil{"posts.csv", "spare,Spare,,floater,,0,,,,,,,,,,", "spare,Spare,,floater,,0,,,,,,,,,,yes",
              "W posts!C7 (Zone): an exit of no zone is told by no device"},
        Spoil{"posts.csv", "At the gate,yes", "At the gate,no", "W incidents!G2 (Watch): there is no exit to look out"},
        Spoil{"assembly.csv", "East,A", "East,Z", "E assembly!C2 (Zones): \"Z\" is not in the sheet zones"},
        Spoil{"assembly.csv", "West,B", "West,A", "W zones!A3 (Code): zone B has no assembly point"},
        Spoil{"assembly.csv", "east,East", "east,", "W assembly!2: there is no name"},
        Spoil{"gear.csv", "K1,Keys", "R1,Keys", "E gear!A3 (Code): the code \"R1\" stands in row 2 already"},
        Spoil{"gear.csv", "K1,Keys", "K1,", "W gear!3: there is no name"},
        Spoil{"gear.csv", ",key", ",a-key-ring-with-very-many-very-small-keys",
              "E gear!C3 (Kind): too long: 41 characters, at most 32"},
    };
    checkSpoils(spoils);
}

TEST_CASE("every fault of a shift is told with sheet, row and column", "[plan][posts]")
{
    constexpr std::array spoils{
        Spoil{"shifts.csv", "S3,desk,work,8:45", ",desk,work,8:45", "E shifts!A4 (Staff): must be filled in"},
        Spoil{"shifts.csv", "S3,desk,work,8:45", "S9,desk,work,8:45",
              "E shifts!A4 (Staff): \"S9\" is not in the sheet staff"},
        Spoil{"shifts.csv", "S3,desk,work,8:45", "S3,,work,8:45", "E shifts!B4 (Post): the shift has no post"},
        Spoil{"shifts.csv", "S3,desk,work,8:45", "S3,door,work,8:45",
              "E shifts!B4 (Post): \"door\" is not in the sheet posts"},
        Spoil{"shifts.csv", "S3,desk,work", "S3,desk,play",
              "E shifts!C4 (Kind): \"play\" is not understood: write one of work, break, meal"},
        Spoil{"shifts.csv", "8:45", "", "E shifts!D4 (From): must be filled in"},
        Spoil{"shifts.csv", "8:45", "soon", "E shifts!D4 (From): \"soon\" is no time"},
        Spoil{"shifts.csv", "12:00,13:00", "12:00,11:00", "E shifts!E5 (Until): it ends before it begins"},
        Spoil{"shifts.csv", "13:00,25:00", "12:30,25:00",
              "E shifts!D8 (From): S1 is in row 5 (12:00 to 13:00) at that time: nobody is in two places at once"},
        Spoil{"shifts.csv", "S1,,break,15:00,15:10", "S3,,break,12:30,12:40",
              "E shifts!D9 (From): S3 is in row 7 (12:00 to 12:45) at that time"},
        Spoil{"shifts.csv", "8:30,17:30,", "8:30,17:30,early",
              "E shifts!D3 (From): the code \"early\" stands in row 2 already"},
        Spoil{"shifts.csv", "S3,,meal", "S5,,meal", "E shifts!A7 (Staff): \"S5\" is not in the sheet staff"},
        Spoil{"shifts.csv", "S2,A-lead,work", "S2,A-lead,meal",
              "W shifts!A2 (Staff): S2 rests or eats and has no shift"},
        Spoil{"posts.csv", "greeter;commander", "greeter;lead",
              "W shifts!A5 (Staff): S1 has none of the roles of the post \"desk\": greeter, lead"},
        Spoil{"shifts.csv", "8:45,12:00", "9:15,12:00",
              "W posts!F6 (At least): by the shifts 0 are there from 09:00 on, and at least 1 must be"},
        Spoil{"shifts.csv", "12:00,13:00", "12:10,13:00",
              "W posts!F6 (At least): by the shifts 0 are there from 12:00 on"},
        Spoil{"shifts.csv", "12:00,12:45", "15:00,15:45",
              "W posts!F6 (At least): by the shifts 0 are there from 15:00 on"},
        Spoil{"shifts.csv", "9:30,16:30", "9:30,15:00",
              "W posts!F4 (At least): by the shifts 0 are there from 15:00 on"},
        Spoil{"posts.csv", "spare,Spare,,floater,,0", "spare,Spare,,floater,,2",
              "W posts!F7 (At least): by the shifts 1 are there from 13:00 on, and at least 2 must be"},
        Spoil{"posts.csv", "Deputy B,B,deputy,,0", "Deputy B,B,deputy,,1",
              "W posts!F5 (At least): by the shifts 0 are there from 00:00 on"},
    };
    checkSpoils(spoils);
}

TEST_CASE("a plan without shifts is not asked who stands where", "[plan][posts]")
{
    auto plan = goodPlan();
    plan.remove(q("shifts.csv"));
    CHECK(words(read(plan).findings).empty());
}
