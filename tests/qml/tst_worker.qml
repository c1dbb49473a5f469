// Goal: whoever takes over a device says so with a touch or two, and the bar always says whose hands they are.
// Method: the greeter's screen beneath the sheet, fingers and keys; what was submitted is asked of the node's double.
import QtQuick
import QtTest
import Muster.Backend
import Muster.Ui

Item {
    id: root
    width: 1280
    height: 1280

    GreeterScreen {
        id: greeter
        width: 1280
        height: 800
    }
    Loader {
        id: sheet
        width: greeter.width
        height: greeter.height
        focus: true
        active: Worker.step !== Worker.Closed
        sourceComponent: Component { WorkerSheet {} }
    }

    TestCase {
        name: "Worker"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
            greeter.width = 1280;
            greeter.height = 800;
            Settings.language = "en";
            rig.setPins(["S-30"]);
            rig.answer(Verdict.Done);
            Worker.close();
        }
        function cleanup() {
            Worker.close();
            wait(50);
        }
        function touch(name: string) {
            const item = findChild(sheet, name);
            verify(item && item.visible, name);
            mouseClick(item);
        }
        function open() {
            mouseClick(findChild(greeter, "workerButton"));
            compare(Worker.step, Worker.Who);
            tryVerify(() => findChild(sheet, "workerList") && findChild(sheet, "workerList").count === 7);
            wait(50);
        }

        function test_a_touch_on_the_name_and_the_bar_says_it() {
            open();
            touch("worker-S-09");
            tryCompare(Worker, "code", "S-09");
            compare(findChild(greeter, "workerButton").text, "何静");
            compare(Worker.step, Worker.Closed);
        }
        function test_who_has_a_pin_types_it_with_fingers_or_keys() {
            open();
            touch("worker-S-30");
            compare(Worker.step, Worker.PinAsked);
            wait(50);
            touch("pin4");
            keyClick(Qt.Key_7);
            touch("pin1");
            verify(!findChild(sheet, "pinEnter").enabled);
            keyClick(Qt.Key_1);
            keyClick(Qt.Key_2);
            keyClick(Qt.Key_Backspace);
            compare(Worker.typedCount, 4);
            touch("pinEnter");
            tryCompare(Worker, "code", "S-30");
        }
        function test_a_wrong_pin_is_said_and_nobody_changes() {
            const before = Worker.code;
            rig.answer(Verdict.Refused);
            open();
            touch("worker-S-30");
            wait(50);
            for (const digit of "9999")
                touch("pin" + digit);
            keyClick(Qt.Key_Return);
            tryCompare(Worker, "trouble", Worker.Refused);
            verify(findChild(sheet, "pinNote").text !== "");
            compare(Worker.code, before);
            compare(Worker.typedCount, 0);
            keyClick(Qt.Key_Escape);
            compare(Worker.step, Worker.Who);
            keyClick(Qt.Key_Escape);
            compare(Worker.step, Worker.Closed);
        }
        function test_signing_off_leaves_nobody() {
            open();
            touch("worker-S-09");
            tryCompare(Worker, "step", Worker.Closed);
            compare(Worker.code, "S-09");
            open();
            touch("signOff");
            tryCompare(Worker, "code", "");
            compare(findChild(greeter, "workerButton").text, "Sign on");
        }
        function test_everything_is_for_fingers_in_both_orientations_data() {
            return [{ tag: "landscape", width: 1280, height: 800 }, { tag: "portrait", width: 800, height: 1280 }];
        }
        function test_everything_is_for_fingers_in_both_orientations(data) {
            greeter.width = data.width;
            greeter.height = data.height;
            Worker.ask();
            wait(50);
            compare(rig.badButtons(sheet, 64).toString(), "");
            Worker.choose("S-30");
            wait(50);
            compare(rig.badButtons(sheet, 64).toString(), "");
        }
    }
}
