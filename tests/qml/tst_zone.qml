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
        function test_alerts_are_seen_from_every_page_and_taken_in_hand_data() {
            return [{ tag: "upright", width: 800, height: 1280 }, { tag: "lying", width: 1280, height: 800 }];
        }
        function test_alerts_are_seen_from_every_page_and_taken_in_hand(data) {
            zone.width = data.width;
            zone.height = data.height;
            compare(item("alertBadge").visible, false);
            rig.alertZone();
            mouseClick(item("cardPosts"));
            wait(50);
            compare(item("alertBadge").text, "3");  // Two alerts, and an exit that is to look out.
            mouseClick(item("alertBadge"));
            compare(zone.page, ZoneScreen.Alerts);
            wait(50);
            const list = item("zoneAlerts");
            tryVerify(() => list.itemAtIndex(1) !== null);
            compare(findChild(list.itemAtIndex(1), "staffAlertTitle").text, "Post not staffed: Exit west");
            mouseClick(findChild(list.itemAtIndex(1), "seen"));
            tryVerify(() => rig.dayActs() === "seen post_gap:D 0");
            mouseClick(findChild(list.itemAtIndex(1), "seen30"));
            tryVerify(() => rig.dayActs() === "seen post_gap:D 0, seen post_gap:D 30");
            verify(item("zoneInHand").itemAtIndex(0).text.indexOf("again at") > 0);
            compare(rig.badButtons(zone, 64).length, 0);
        }
        function test_an_exit_answers_that_it_looks_out() {
            rig.alertZone();
            wait(50);
            tryVerify(() => item("watchCards").itemAtIndex(0) !== null);
            const card = item("watchCards").itemAtIndex(0);
            compare(findChild(card, "watchTitle").text, "Watch out for: 男孩，5 岁，红色外套");
            compare(findChild(card, "watchSeen").text, "Seen at Exit west");
            mouseClick(findChild(card, "watchSeen"));
            tryVerify(() => rig.dayActs() === "watch 19 exit-west");
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
        function test_who_was_sent_is_there_and_back() {
            mouseClick(item("cardPosts"));
            tryVerify(() => findChild(zone, "sent-S-92") !== null);
            wait(200);
            const line = findChild(zone, "sent-S-92");
            compare(findChild(line, "sentTo").text.slice(-3), "#17");
            verify(findChild(line, "sentDoubled").visible);
            mouseClick(findChild(line, "sentThere"));
            tryVerify(() => rig.dayActs() === "assign 17 S-92 2");
            wait(200);
            mouseClick(findChild(findChild(zone, "sent-S-93"), "sentBack"));
            tryVerify(() => rig.dayActs() === "assign 17 S-92 2, sent S-93 3");
        }
        function test_an_incident_turns_out_to_be_another_one_data() {
            return [{ tag: "upright", width: 800, height: 1280 }, { tag: "lying", width: 1280, height: 800 }];
        }
        function test_an_incident_turns_out_to_be_another_one(data) {
            zone.width = data.width;
            zone.height = data.height;
            ZoneLead.openIncident("17");
            zone.page = ZoneScreen.Incidents;
            wait(200);
            mouseClick(item("changeIncident"));
            opened("incidentChange");
            const sheet = findChild(zone, "incidentChange").contentItem;
            const before = findChild(sheet, "draftTime").text;
            compare(findChild(sheet, "draftGive").enabled, false);
            wait(200);
            mouseClick(findChild(sheet, "draftEarlier"));
            tryVerify(() => findChild(sheet, "draftTime").text !== before);
            ZoneLead.draft.toggleType("rain");
            mouseClick(findChild(sheet, "draftGive"));
            tryVerify(() => rig.dayActs().indexOf("change 17 spill+rain ") === 0);
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
