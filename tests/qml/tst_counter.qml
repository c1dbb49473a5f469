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
        function test_hold_becomes_resume() {
            stand("held", Counter.Held);
            compare(item("hold").text, "Resume");
            mouseClick(item("hold"));
            tryVerify(() => rig.deskActs() === "resume");
        }
    }
}
