// Goal: an organiser learns by cell when the run of show cannot run as it is written, and which task comes too late.
// Method: one good plan, read; then spoilt in one place after the other.
#include "core/plan/day_columns.h"
#include "tests/plan/spoilt_plan.h"

using namespace muster;
using namespace muster::plan;
using namespace muster::plan::test;

TEST_CASE("the run of show and the tasks of a plan are read as they are meant", "[plan][cues]")
{
    const EventSetup setup = read(goodPlan()).setup;
    REQUIRE(setup.cues.size() == 3);
    const Cue open{.code = q("open"),
                   .name = {.zh = {}, .en = q("Doors")},
                   .minute = 540,
                   .minutes = 10,
                   .after = q("check"),
                   .overrun = Overrun::Hold,
                   .owner = q("S1"),
                   .zone = q("A"),
                   .isDoors = true,
                   .needs = {q("posts"), q("materials"), q("incidents"), q("signs"), q("check")}};
    CHECK((setup.cues[1] == open));
    CHECK_FALSE(setup.cues[2].minute);
    REQUIRE(setup.tasks.size() == 4);
    CHECK(setup.tasks[0].kind == TaskKind::Milestone);
    CHECK(setup.tasks[0].day == -20);
    CHECK_FALSE(setup.tasks[0].dueMinute);
    CHECK(setup.tasks[0].isEvidenceNeeded);
    const TaskPlan walk{.code = q("walk"),
                        .name = {.zh = {}, .en = q("Walk")},
                        .kind = TaskKind::Round,
                        .owner = q("S2"),
                        .zone = q("A"),
                        .phase = Phase::Live,
                        .day = 0,
                        .dueMinute = 570,
                        .everyMinutes = 60,
                        .untilMinute = 990,
                        .isEvidenceNeeded = false};
    CHECK((setup.tasks[2] == walk));
    CHECK(setup.tasks[3].day == 3);
    CHECK(setup.tasks[3].dueMinute == 720);
}

TEST_CASE("when a task is due, as people write it", "[plan][cues]")
{
    struct Written {
        const char *text;
        int day;
        std::optional<int> minute;
        const char *again;
    };
    for (const auto &[text, day, minute, again] : {Written{"D-20", -20, {}, "D-20"},
                                                   {"d - 20", -20, {}, "D-20"},
                                                   {"Ｄ－１ 18：00", -1, 1'080, "D-1 18:00"},
                                                   {"D-1 18:00", -1, 1'080, "D-1 18:00"},
                                                   {"D–3", -3, {}, "D-3"},
                                                   {"D+3", 3, {}, "D+3"},
                                                   {"次日 12:00", 1, 720, "D+1 12:00"},
                                                   {"次日12:00", 1, 720, "D+1 12:00"},
                                                   {"D", 0, {}, ""},
                                                   {"当天 9:30", 0, 570, "09:30"},
                                                   {"09:30", 0, 570, "09:30"},
                                                   {"D 9:30", 0, 570, "09:30"},
                                                   {"25:30", 0, 1'530, "25:30"},
                                                   {"D-400", -400, {}, "D-400"}}) {
        INFO(text);
        TaskPlan task;
        CHECK_FALSE(parseDue(task, q(text)));
        CHECK(task.day == day);
        CHECK(task.dueMinute == minute);
        CHECK(dueText(task) == q(again));
    }
    for (const char *wrong :
         {"20 days before", "D-", "D20", "D-401", "E-2", "D-1 25:60", "soon", "D-118:00", "D9:30", "D-1 18h", "-3"}) {
        INFO(wrong);
        TaskPlan task;
        task.day = 7;
        CHECK(parseDue(task, q(wrong)));
        CHECK(task.day == 7);
    }
}

TEST_CASE("every fault of a cue is told with sheet, row and column", "[plan][cues]")
{
    constexpr std::array spoils{
        Spoil{"cues.csv", "show,Show", "open,Show", "E cues!A4 (Code): the code \"open\" stands in row 3 already"},
        Spoil{"cues.csv", "show,Show", "show,", "W cues!4: there is no name"},
        Spoil{"cues.csv", "9:00,10", "9.00,10", "E cues!C3 (Start): \"9.00\" is no time"},
        Spoil{"cues.csv", "8:30,15", ",15", "E cues!C2 (Start): it has no time and follows no cue"},
        Spoil{
            "cues.csv", "8:30,15", "0:30,15",
            "W cues!C2 (Start): at 00:30 nobody works yet (from 08:30 on): times after midnight are written as 24:30"},
        Spoil{"cues.csv", "show,Show,,30", "show,Show,25:00,30",
              "W cues!C4 (Start): at 25:00 nobody works any more (until 25:00)"},
        Spoil{"cues.csv", "9:00,10,check", "25:10,10,check", "W cues!C4 (Start): at 25:20 nobody works any more"},
        Spoil{"cues.csv", "9:00,10", "9:00,long", "E cues!D3 (Minutes): \"long\" does not fit"},
        Spoil{"cues.csv", ",30,open", ",30,closed", "E cues!E4 (After): \"closed\" is not in the sheet cues"},
        Spoil{"cues.csv", "8:30,15,", "8:30,15,show",
              "E cues!E2 (After): the cues follow each other in a circle: none can start first"},
        Spoil{"cues.csv", "S1,A,no,", "S1,A,no,show",
              "E cues!J2 (Needs): what it needs leads back to \"check\" itself: it would wait for ever"},
        Spoil{"cues.csv", "check,hold", "check,wait",
              "E cues!F3 (When overrun): \"wait\" is not understood: write one of shift, hold"},
        Spoil{"cues.csv", "S2,B", "S9,B", "E cues!G4 (Owner): \"S9\" is not in the sheet staff"},
        Spoil{"cues.csv", "S2,B", "S2,Z", "E cues!H4 (Zone): \"Z\" is not in the sheet zones"},
        Spoil{"cues.csv", "S2,B,no", "S2,B,yes", "E cues!I4 (Doors): row 3 opens the doors already: one cue only"},
        Spoil{"cues.csv", "S1,A,yes", "S1,A,no", "W cues: no cue opens the doors: there is no countdown"},
        Spoil{"cues.csv", "incidents;signs", "incidents;balloons",
              "E cues!J3 (Needs): the need \"balloons\" is not known: write posts, materials, incidents or the code"},
    };
    checkSpoils(spoils);
}

TEST_CASE("every fault of a task is told with sheet, row and column", "[plan][cues]")
{
    constexpr std::array spoils{
        Spoil{"tasks.csv", "signs,Signs", "walk,Signs", "E tasks!A4 (Code): the code \"walk\" stands in row 3 already"},
        Spoil{"tasks.csv", "report,Report", "show,Report", "E tasks!A5 (Code): \"show\" names a cue or a need already"},
        Spoil{"tasks.csv", "report,Report", "posts,Report",
              "E tasks!A5 (Code): \"posts\" names a cue or a need already"},
        Spoil{"tasks.csv", "walk,Walk", "walk,", "W tasks!4: there is no name"},
        Spoil{"tasks.csv", "task,S3", "chore,S3",
              "E tasks!C3 (Kind): \"chore\" is not understood: write one of task, milestone, round"},
        Spoil{"tasks.csv", "task,S3", "task,S9", "E tasks!D3 (Owner): \"S9\" is not in the sheet staff"},
        Spoil{"tasks.csv", "task,S3", "task,", "W tasks!D3 (Owner): nobody owns it"},
        Spoil{"tasks.csv", "S3,A", "S3,Z", "E tasks!E3 (Zone): \"Z\" is not in the sheet zones"},
        Spoil{"tasks.csv", "A,prepare", "A,dream",
              "E tasks!F3 (Phase): \"dream\" is not understood: write one of prepare, open, live, close"},
        Spoil{"tasks.csv", "D-20", "in time", "E tasks!G2 (Due): \"in time\" is no time to be done by"},
        Spoil{"tasks.csv", "prepare,8:15", "close,9:15",
              "E tasks!G3 (Due): it is due after the cue \"open\" that needs it (09:00)"},
        Spoil{"tasks.csv", "D-20", "D+1", "E tasks!G2 (Due): a task that doors wait for is due after them"},
        Spoil{"tasks.csv", "D-20", "9:01", "E tasks!G2 (Due): a task that doors wait for is due after them"},
        Spoil{"tasks.csv", "close,D+3", "open,D+3", "E tasks!G5 (Due): a task that doors wait for is due after them"},
        Spoil{"tasks.csv", "9:30,60", ",60", "E tasks!G4 (Due): a round needs the time of its first one"},
        Spoil{"tasks.csv", "9:30,60", "9:30,", "E tasks!H4 (Every minutes): a round needs the minutes between"},
        Spoil{"tasks.csv", "60,16:30", "60,", "E tasks!I4 (Until): a round needs the time of its last one"},
        Spoil{"tasks.csv", "60,16:30", "60,9:00", "E tasks!I4 (Until): the last round is before the first one"},
        Spoil{"tasks.csv", "S2,A,live", "S2,,live", "W tasks!E4 (Zone): it has no zone, so there is no code"},
        Spoil{"tasks.csv", "D+3 12:00,", "D+3 12:00,30", "W tasks!H5 (Every minutes): it is no round"},
    };
    checkSpoils(spoils);
}
