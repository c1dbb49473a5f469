// Goal: a zone's lead counts, logs an incident in two taps and changes how the zone runs, with one thumb.
// Method: the zone's screen with real touches, upright and lying, and what the node was asked for.
import QtQuick
import QtTest
import Muster.Backend
import Muster.Ui

Item {
    id: root
    width: 1280
    height: 1280

    ZoneScreen {
        id: zone
        width: 800
        height: 1280
    }

    TestCase {
        name: "Zone"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
            Settings.language = "en";
            zone.width = 800;
            zone.height = 1280;
            rig.leadZone();
            zone.goHome();
            ZoneLead.forgetLogged();
            wait(200);  // Longer than a finger bounces.
        }
        function item(name: string): Item {
            const found = findChild(zone, name);
            verify(found, name);
            return found;
        }
        function opened(name: string) {
            tryVerify(() => findChild(zone, name) !== null && findChild(zone, name).opened);
        }
        function hold(button: Item, msecs: int) {
            mousePress(button);
            wait(msecs);
            mouseRelease(button);
        }

        function test_two_taps_count_two_and_a_bounce_counts_one() {
            compare(item("count").text, "488");
            mouseClick(item("oneIn"));
            mouseClick(item("oneIn"));
            tryVerify(() => rig.dayActs() === "count D 1");
            wait(200);
            mouseClick(item("oneIn"));
            mouseClick(item("oneOut"));
            tryVerify(() => rig.dayActs() === "count D 1, count D 1, count D -1");
            tryCompare(item("undoCount"), "text", "−1");
            mouseClick(item("undoCount"));
            tryVerify(() => rig.dayActs() === "count D 1, count D 1, count D -1, undo");
        }
        function test_an_incident_is_logged_in_two_taps_data() {
            return [{ tag: "upright", width: 800, height: 1280 }, { tag: "lying", width: 1280, height: 800 }];
        }
        function test_an_incident_is_logged_in_two_taps(data) {
            zone.width = data.width;
            zone.height = data.height;
            wait(50);
            const began = Date.now();
            mouseClick(item("logIncident"));
            tryVerify(() => findChild(zone, "log-spill") !== null);
            wait(50);
            mouseClick(item("log-spill"));
            tryVerify(() => rig.dayActs() === "open spill D");
            verify(Date.now() - began < 5000);
            tryCompare(zone, "page", ZoneScreen.Home);
            compare(item("loggedOpen").text, "#20 logged. Add words…");
        }
        function test_words_come_later_on_its_sheet() {
            mouseClick(item("cardIncidents"));
            wait(50);
            tryVerify(() => findChild(item("zoneIncidents"), "incident-17") !== null);
            mouseClick(findChild(item("zoneIncidents"), "incident-17"));
            tryVerify(() => item("incidentTitle").text.indexOf("#17") === 0);
            mouseClick(item("addNote"));
            opened("noteDialog");
            for (const key of [Qt.Key_D, Qt.Key_R, Qt.Key_Y, Qt.Key_Return]) {
                keyClick(key);
                wait(130);
            }
            tryVerify(() => rig.dayActs() === "note 17 dry");
        }
        function test_a_touched_task_says_what_shows_it() {
            mouseClick(item("cardTasks"));
            tryVerify(() => findChild(item("zoneTasks"), "task-water") !== null);
            wait(200);
            mouseClick(findChild(item("zoneTasks"), "task-water"));
            opened("evidenceDialog");
            for (const key of [Qt.Key_D, Qt.Key_R, Qt.Key_Y, Qt.Key_Return]) {
                keyClick(key);
                wait(130);
            }
            tryVerify(() => rig.dayActs() === "task water dry");
        }
        function test_the_zone_runs_otherwise_only_when_held() {
            mouseClick(item("zoneMode"));
            tryVerify(() => findChild(zone, "modeHold") !== null);
            wait(50);
            mouseClick(item("modeHold"));
            wait(50);
            compare(rig.dayActs(), "");
            hold(item("modeEvacuate"), 700);
            compare(rig.dayActs(), "");
            hold(item("modeHold"), 700);
            tryVerify(() => rig.dayActs() === "mode D 2");
            tryCompare(zone, "page", ZoneScreen.Home);
        }
        function test_heads_are_typed() {
            mouseClick(item("recount"));
            tryVerify(() => findChild(zone, "head4") !== null);
            wait(50);
            mouseClick(item("head4"));
            mouseClick(item("head9"));
            compare(item("heads").text, "49");
            mouseClick(item("recountDone"));
            tryVerify(() => rig.dayActs() === "recount D 49");
            tryCompare(zone, "page", ZoneScreen.Home);
        }
        function test_a_refusal_says_why_and_takes_a_reason() {
            rig.refuseByRule();
            mouseClick(item("cardPosts"));
            tryVerify(() => findChild(zone, "zonePosts") !== null);
            wait(50);
            ZoneLead.selectPost("guide-1");
            tryVerify(() => findChild(zone, "out") !== null);
            mouseClick(item("out"));
            tryCompare(item("notice"), "visible", true);
            mouseClick(item("overrideNotice"));
            opened("overrideNoticeDialog");
            for (const key of [Qt.Key_S, Qt.Key_O, Qt.Key_Return]) {
                keyClick(key);
                wait(130);
            }
            tryVerify(() => rig.dayActs() === "out guide-1 S-31, out guide-1 S-31 so");
        }
        function test_a_floater_is_put_in_by_touching_the_name() {
            mouseClick(item("cardPosts"));
            tryVerify(() => findChild(zone, "zonePosts") !== null);
            wait(50);
            ZoneLead.selectPost("exit-west");
            wait(50);
            mouseClick(item("putIn"));
            opened("postStaff");
            const list = findChild(zone, "postStaff").contentItem;
            tryVerify(() => findChild(list, "staff-S-90") !== null);
            wait(250);
            mouseClick(findChild(list, "staff-S-90"));
            tryVerify(() => rig.dayActs() === "in exit-west S-90");
        }
        function test_every_page_is_for_thumbs_and_readers_data() {
            return [{ tag: "upright", width: 800, height: 1280 }, { tag: "lying", width: 1280, height: 800 }];
        }
        function test_every_page_is_for_thumbs_and_readers(data) {
            zone.width = data.width;
            zone.height = data.height;
            for (let page = ZoneScreen.Home; page <= ZoneScreen.Recount; ++page) {
                zone.page = page;
                wait(50);
                compare(rig.badButtons(zone, 64).toString(), "");
            }
            zone.goHome();
            for (const name of ["oneIn", "oneOut", "logIncident", "zoneMode"])
                verify(item(name).height >= 96, name);
        }
        function test_unknown_is_a_dash() {
            rig.setDay("unknown");
            compare(item("count").text, "–");
        }
    }
}
