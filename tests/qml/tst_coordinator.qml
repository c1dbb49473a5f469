// Goal: the coordinator judges, lets in and acknowledges by keyboard alone, and no figure claims what nobody knows.
// Method: the wall's screen with keys only, on a busy, an empty, an old and an unknown day.
import QtQuick
import QtTest
import Muster.Backend
import Muster.Ui

Item {
    id: root
    width: 1920
    height: 1920

    CoordinatorScreen {
        id: wall
        width: 1280
        height: 800
    }

    TestCase {
        name: "Coordinator"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
            wall.width = 1280;
            wall.height = 800;
            Settings.language = "en";
            rig.setDay("busy");
            wall.page = CoordinatorBar.Overview;
            wall.forceActiveFocus();
            wait(50);
        }
        function item(name: string): Item {
            const found = findChild(wall, name);
            verify(found, name);
            return found;
        }
        function focused(): Item {
            return root.Window.activeFocusItem;
        }
        /* Walks with Tab until something called so has the focus. */
        function tabTo(name: string): Item {
            for (let i = 0; i < 60; ++i) {
                if (focused() && focused().objectName === name)
                    return focused();
                keyClick(Qt.Key_Tab);
            }
            fail("Tab never reaches " + name);
            return null;
        }
        function typeSlowly(keys) {
            for (const key of keys) {
                keyClick(key);
                wait(130);
            }
        }

        function test_function_keys_open_the_pages() {
            keyClick(Qt.Key_F2);
            tryCompare(wall, "page", CoordinatorBar.Conflicts);
            keyClick(Qt.Key_F3);
            tryCompare(wall, "page", CoordinatorBar.Devices);
            keyClick(Qt.Key_F4);
            tryCompare(wall, "page", CoordinatorBar.LetIn);
            keyClick(Qt.Key_F5);
            tryCompare(wall, "page", CoordinatorBar.Roll);
            keyClick(Qt.Key_F6);
            tryCompare(wall, "page", CoordinatorBar.Acts);
            keyClick(Qt.Key_F1);
            tryCompare(wall, "page", CoordinatorBar.Overview);
        }
        function test_one_key_prints_and_says_where_it_lies() {
            const before = rig.printCount();
            keyClick(Qt.Key_P, Qt.ControlModifier);
            compare(rig.printCount(), before + 1);
            compare(wall.page, CoordinatorBar.Overview);
            keyClick(Qt.Key_P, Qt.ControlModifier);
            compare(rig.printCount(), before + 1, "one paper at a time");
            verify(!item("printPaper").enabled);
            rig.tellPaper(Paper.Written);
            tryVerify(() => item("paperNotice").visible);
            verify(item("paperWords").text.indexOf("/data/paper/state-20261128-0958.pdf") > 0);
            mouseClick(item("dismissPaper"));
            tryVerify(() => !item("paperNotice").visible);
        }
        function test_a_print_that_fails_says_what_to_do_and_holds_nothing_up() {
            const before = rig.printCount();
            mouseClick(item("printPaper"));
            compare(rig.printCount(), before + 1);
            keyClick(Qt.Key_F5);
            tryCompare(wall, "page", CoordinatorBar.Roll);
            rig.tellPaper(Paper.NotWritten);
            tryVerify(() => item("paperNotice").visible);
            verify(item("paperWords").text.indexOf("Free some space") > 0);
            verify(item("paperWords").text.indexOf("the system's words") > 0);
            wait(250);
            mouseClick(item("printRoll"));
            compare(rig.printCount(), before + 2);
            rig.tellPaper(Paper.NotPrinted);
            tryVerify(() => item("paperWords").text.indexOf("did not take it (the system's words)") > 0);
            verify(item("paperWords").text.indexOf("state-20261128-0958.pdf") > 0);
            mouseClick(item("dismissPaper"));
        }
        function test_the_strip_shows_the_day_and_opens_its_pages_data() {
            return [{ tag: "tabPosts", key: Qt.Key_F7, page: CoordinatorBar.Posts, figure: "4/6" },
                    { tag: "tabIncidents", key: Qt.Key_F8, page: CoordinatorBar.Incidents, figure: "3 open" },
                    { tag: "tabShow", key: Qt.Key_F9, page: CoordinatorBar.Show, figure: "First batch chooses (20)" },
                    { tag: "tabTasks", key: Qt.Key_F10, page: CoordinatorBar.Tasks, figure: "4 to do" },
                    { tag: "tabMaterials", key: Qt.Key_F11, page: CoordinatorBar.Materials, figure: "1 short" },
                    { tag: "tabHall", key: Qt.Key_F12, page: CoordinatorBar.Hall, figure: "normal" }];
        }
        function test_the_strip_shows_the_day_and_opens_its_pages(data) {
            rig.command(false);
            compare(findChild(item(data.tag), "fact").text, data.figure);
            keyClick(data.key);
            tryCompare(wall, "page", data.page);
            wall.page = CoordinatorBar.Overview;
            mouseClick(item(data.tag));
            tryCompare(wall, "page", data.page);
        }
        function test_a_day_that_nobody_knows_has_no_figures() {
            rig.setDay("unknown");
            for (const name of ["tabPosts", "tabIncidents", "tabShow", "tabTasks", "tabMaterials", "tabHall"])
                verify(findChild(item(name), "fact").text.indexOf("–") >= 0, name);
        }
        function test_a_task_is_done_at_once_or_with_a_word_on_what_shows_it() {
            rig.command(false);
            wall.height = 1000;  // The last line is in sight, whatever is said above.
            wall.page = CoordinatorBar.Tasks;
            tryVerify(() => findChild(wall, "taskDone-report"));
            verify(!item("taskDone-clean-d").visible, "nobody scans at the wall");
            wait(250);  // The list is laid out, and no finger bounces.
            mouseClick(item("taskDone-report"));
            const dialog = findChild(wall, "courseEvidence");
            tryVerify(() => dialog.opened);
            compare(rig.dayActs(), "");
            typeSlowly([Qt.Key_O, Qt.Key_K, Qt.Key_Return]);
            tryVerify(() => rig.dayActs() === "task report ok");
            tryVerify(() => !dialog.visible);
            wait(250);
            mouseClick(item("taskDone-water"));
            tryVerify(() => rig.dayActs() === "task report ok, task water");
        }
        function test_a_task_is_begun_or_left_out_with_a_reason() {
            rig.command(false);
            wall.height = 1000;
            wall.page = CoordinatorBar.Tasks;
            tryVerify(() => findChild(wall, "taskStart-press"));
            wait(250);
            mouseClick(item("taskStart-press"));
            tryVerify(() => rig.dayActs() === "begin press");
            wait(250);
            mouseClick(item("taskSkip-press"));
            tryVerify(() => findChild(wall, "leaveOutDialog").opened);
            compare(rig.dayActs(), "begin press");
            typeSlowly([Qt.Key_N, Qt.Key_O, Qt.Key_Return]);
            tryVerify(() => rig.dayActs() === "begin press, leave out press no");
            tryVerify(() => !findChild(wall, "leaveOutDialog").visible);
        }
        function test_what_is_given_out_names_who_has_it() {
            rig.command(false);
            wall.height = 1000;
            wall.page = CoordinatorBar.Materials;
            Course.selectMaterial("radio");
            tryVerify(() => findChild(wall, "holder-S-11"));
            wait(250);
            item("materialCount").text = "2";
            compare(item("issued").enabled, false);
            mouseClick(item("holder-S-11"));
            tryCompare(item("issued"), "enabled", true);
            wait(250);
            mouseClick(item("returned"));
            tryVerify(() => rig.dayActs() === "move radio 3 2 S-11 A");
        }
        function test_doors_that_lack_something_open_only_with_a_reason() {
            rig.command(true);
            keyClick(Qt.Key_F9);
            tryCompare(wall, "page", CoordinatorBar.Show);
            Course.selectCue("doors");
            wait(50);
            compare(item("unmet").count, 2);
            rig.refuseByRule();
            mouseClick(item("goCue"));
            tryVerify(() => item("overrideNotice").visible);
            mouseClick(item("overrideNotice"));
            tryVerify(() => findChild(wall, "overrideNoticeDialog").opened);
            typeSlowly([Qt.Key_O, Qt.Key_K, Qt.Key_Return]);
            tryVerify(() => rig.dayActs() === "cue doors 0, cue doors 0 ok");
        }
        function test_something_is_said_to_all_by_keyboard_alone() {
            rig.command(false);
            keyClick(Qt.Key_F12);
            tryCompare(wall, "page", CoordinatorBar.Hall);
            item("sayField").forceActiveFocus();
            typeSlowly([Qt.Key_G, Qt.Key_O, Qt.Key_Return]);
            tryVerify(() => rig.dayActs() === "say all go");
        }
        function test_an_incident_is_logged_at_the_wall() {
            rig.command(false);
            keyClick(Qt.Key_F8);
            tryCompare(wall, "page", CoordinatorBar.Incidents);
            mouseClick(item("logIncident"));
            tryVerify(() => findChild(wall, "log-fire") !== null && findChild(wall, "log-fire").visible);
            mouseClick(item("log-fire"));
            tryVerify(() => rig.dayActs() === "open fire ");
        }
        function test_a_conflict_is_judged_by_keyboard_alone() {
            const before = rig.actCount;
            keyClick(Qt.Key_F2);
            tryCompare(wall, "page", CoordinatorBar.Conflicts);
            compare(item("conflictName").text, "王小明");
            tabTo("keepAll");
            typeSlowly([Qt.Key_Space]);
            const dialog = findChild(wall, "judgeDialog");
            tryCompare(dialog, "opened", true);
            typeSlowly([Qt.Key_T, Qt.Key_W, Qt.Key_O]);
            typeSlowly([Qt.Key_Return]);
            tryCompare(dialog, "opened", false);
            compare(rig.actCount, before + 1);
            compare(rig.lastReason(), "two");
        }
        function test_what_nobody_knows_the_end_of_is_settled_by_keyboard_alone_data() {
            return [{ tag: "done", key: Qt.Key_F6, page: CoordinatorBar.Acts, button: "grantDone", dialog: "" },
                    { tag: "void", key: Qt.Key_F6, page: CoordinatorBar.Acts, button: "grantVoid", dialog: "voidDialog" },
                    { tag: "lost", key: Qt.Key_F1, page: CoordinatorBar.Overview, button: "declareLost",
                      dialog: "lostDialog" }];
        }
        function test_what_nobody_knows_the_end_of_is_settled_by_keyboard_alone(data) {
            rig.setDay("unsettled");
            const before = rig.actCount;
            typeSlowly([data.key]);
            tryCompare(wall, "page", data.page);
            tabTo(data.button);
            wait(130);  // No scanner types so slowly.
            typeSlowly([Qt.Key_Space]);
            if (data.dialog !== "") {
                const dialog = findChild(wall, data.dialog);
                tryCompare(dialog, "opened", true);
                typeSlowly([Qt.Key_Return]);
                compare(rig.actCount, before);  // No reason, no act.
                typeSlowly([Qt.Key_T, Qt.Key_W, Qt.Key_O, Qt.Key_Return]);
                tryCompare(dialog, "opened", false);
            }
            tryCompare(rig, "actCount", before + 1);
        }
        function test_no_reason_no_judgement() {
            const before = rig.actCount;
            keyClick(Qt.Key_F2);
            tabTo("annulAll");
            typeSlowly([Qt.Key_Space]);
            const dialog = findChild(wall, "judgeDialog");
            tryCompare(dialog, "opened", true);
            typeSlowly([Qt.Key_Return]);
            verify(dialog.opened);
            typeSlowly([Qt.Key_Escape]);
            tryCompare(dialog, "opened", false);
            compare(rig.actCount, before);
        }
        function test_a_device_is_let_in_by_keyboard_alone() {
            keyClick(Qt.Key_F3);
            const before = rig.approvedCount();
            compare(findChild(wall, "candidateCode").text, "407193");
            tabTo("approve");
            typeSlowly([Qt.Key_Space]);
            compare(rig.approvedCount(), before + 1);
        }
        function test_a_device_that_typed_the_address_is_let_in_only_after_comparing() {
            rig.addTypedCandidate();
            keyClick(Qt.Key_F3);
            const before = rig.approvedCount();
            const approve = item("approve");
            verify(!approve.enabled);
            mouseClick(approve);
            compare(rig.approvedCount(), before);
            tabTo("compared");
            typeSlowly([Qt.Key_Space]);
            tryCompare(approve, "enabled", true);
            tabTo("approve");
            typeSlowly([Qt.Key_Space]);
            compare(rig.approvedCount(), before + 1);
            compare(rig.lastCompared(), "862055");
        }
        function test_the_address_stands_beside_the_code() {
            rig.openEnrolment();
            keyClick(Qt.Key_F4);
            compare(item("enrolAddresses").text, "192.168.8.10:40123\n10.20.0.4:40123");
        }
        function test_an_alert_is_acknowledged_by_keyboard_alone() {
            const before = rig.actCount;
            tabTo("seen");
            typeSlowly([Qt.Key_Space]);
            tryVerify(() => rig.actCount === before + 1);
        }
        function test_what_was_refused_is_said() {
            rig.answer(Verdict.NotAllowed);
            tabTo("seen");
            typeSlowly([Qt.Key_Space]);
            tryCompare(item("notice"), "visible", true);
            tabTo("dismissNotice");
            typeSlowly([Qt.Key_Space]);
            tryCompare(item("notice"), "visible", false);
        }
        function test_unknown_is_a_dash_and_zero_is_a_zero() {
            rig.setDay("unknown");
            compare(findChild(item("headcount"), "figure").text, "–");
            verify(item("silent").text.indexOf("–") >= 0);
            verify(item("staleChip").visible);
            rig.setDay("empty");
            compare(findChild(item("headcount"), "figure").text, "0");
            verify(item("silent").text.indexOf("0") >= 0);
        }
        function test_old_figures_are_marked() {
            verify(!item("staleChip").visible);
            compare(item("zones").opacity, 1);
            rig.setDay("stale");
            verify(item("staleChip").visible);
            verify(item("staleChip").text.indexOf("31 s") > 0);
            verify(item("zones").opacity < 1);
        }
        function test_every_page_is_for_fingers_and_readers_data() {
            return [
                { tag: "1280x800", width: 1280, height: 800 },
                { tag: "1920x1080", width: 1920, height: 1080 },
                { tag: "portrait", width: 1080, height: 1920 }
            ];
        }
        function test_every_page_is_for_fingers_and_readers(data) {
            wall.width = data.width;
            wall.height = data.height;
            rig.openEnrolment();
            rig.command(false);
            for (let page = 0; page < 12; ++page) {
                wall.page = page;
                wait(50);
                compare(rig.badButtons(wall, 48).toString(), "");
            }
        }
        function test_language_switches_while_it_runs() {
            compare(item("tabOverview").text, "Overview");
            Settings.language = "zh";
            compare(item("tabOverview").text, "总览");
            compare(item("tabDevices").text, "设备");
        }
    }
}
