// Goal: a clerk at a counter does the next thing with one touch, and never the wrong one.
// Method: the counter's screen with real touches, over a number in each of its phases.
import QtQuick
import QtTest
import Muster.Backend
import Muster.Ui

Item {
    id: root
    width: 1280
    height: 800

    CounterScreen {
        id: counter
        anchors.fill: parent
    }

    TestCase {
        name: "Counter"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
            Settings.language = "en";
        }
        function item(name: string): Item {
            const found = findChild(counter, name);
            verify(found, name);
            return found;
        }
        function stand(phase: string, expected: int) {
            rig.standAtCounter(phase);
            tryCompare(Counter, "phase", expected);
        }

        function test_what_calls_this_desk_is_seen() {
            stand("", Counter.Nobody);
            compare(item("alertStrip").visible, false);
            rig.callDesk();
            tryVerify(() => item("alertStrip").visible && item("alertStrip").itemAtIndex(0) !== null);
            const strip = item("alertStrip").itemAtIndex(0);
            wait(50);
            compare(findChild(strip, "stripTitle").text, "Urgent: incident 21");
            mouseClick(findChild(strip, "seen"));
            tryVerify(() => rig.deskActs() === "seen incident_urgent");
        }
        function test_next_calls() {
            stand("", Counter.Nobody);
            compare(item("arrive").enabled, false);
            mouseClick(item("next"));
            tryVerify(() => rig.deskActs() === "call");
        }
        function test_a_called_number_arrives_and_is_not_finished() {
            stand("called", Counter.Called);
            compare(item("number").text, "A023");
            mouseClick(item("next"));
            mouseClick(item("finish"));
            mouseClick(item("arrive"));
            tryVerify(() => rig.deskActs() === "arrive");
        }
        function test_a_number_is_sent_to_another_service() {
            stand("serving", Counter.Serving);
            mouseClick(item("noShow"));
            mouseClick(item("transfer"));
            tryVerify(() => findChild(root.Window.window, "transferCancel") !== null
                            && findChild(root.Window.window, "transferCancel").visible);
            const list = findChild(root.Window.window, "transferServices");
            tryVerify(() => list.itemAtIndex(0) !== null);
            mouseClick(list.itemAtIndex(0));
            tryVerify(() => rig.deskActs() === "transfer pay");
        }
        function test_a_number_that_is_out_is_used_with_two_touches() {
            stand("", Counter.Nobody);
            mouseClick(item("documents"));
            tryVerify(() => findChild(root.Window.window, "documentsClose") !== null
                            && findChild(root.Window.window, "documentsClose").visible);
            wait(250);
            const serials = findChild(root.Window.window, "openSerials");
            tryVerify(() => serials.itemAtIndex(1) !== null);
            compare(serials.itemAtIndex(1).objectName, "serial-118");
            mouseClick(serials.itemAtIndex(1));
            tryCompare(findChild(root.Window.window, "documentRun"), "text", "118");
            mouseClick(findChild(root.Window.window, "documentUsed"));
            tryVerify(() => rig.dayActs() === "mark forms 1 118-118");
            tryCompare(findChild(root.Window.window, "documentRun"), "text", "");
            mouseClick(findChild(root.Window.window, "documentsClose"));
        }
        function test_hold_becomes_resume() {
            stand("held", Counter.Held);
            compare(item("hold").text, "Resume");
            mouseClick(item("hold"));
            tryVerify(() => rig.deskActs() === "resume");
        }
    }
}
