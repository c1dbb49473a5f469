// Goal: a new device without a camera comes in by an address that is typed with a finger, and by digits that are compared.
// Method: the enrolment screen with touches on its own keyboard, over an enrolment that goes as it is told to.
import QtQuick
import QtTest
import Muster.Backend
import Muster.Ui

Item {
    id: root
    width: 1280
    height: 1280

    EnrolmentScreen {
        id: screen
        width: 1280
        height: 800
    }

    TestCase {
        name: "Enrolment"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
            screen.width = 1280;
            screen.height = 800;
            Settings.language = "en";
            Enrolment.startOver();
            item("uriField").clear();
            item("keys").forceActiveFocus();
            wait(50);
        }
        function item(name: string): Item {
            const found = findChild(screen, name);
            verify(found, name);
            return found;
        }
        function key(above: Item, letter: string): Item {
            for (let i = 0; i < above.children.length; ++i) {
                const child = above.children[i];
                const found = child.visible && child.text === letter && child.clicked ? child : key(child, letter);
                if (found)
                    return found;
            }
            return null;
        }
        function test_an_address_is_typed_with_a_finger_and_the_digits_are_the_same() {
            mouseClick(item("uriField"));
            tryCompare(screen, "isTyping", true);
            for (const letter of "192.168.8.10:40123")
                mouseClick(key(screen, letter));
            compare(item("uriField").text, "192.168.8.10:40123");
            wait(50);  // The screen makes room for the keyboard.
            mouseClick(item("enrol"));
            compare(Enrolment.state, Enrolment.Connecting);
            rig.compareCodes("407193");
            verify(item("compare").visible);
            compare(item("compareCode").text, "407193");
            compare(rig.badButtons(screen, 64).toString(), "");
            mouseClick(item("codesSame"));
            verify(!item("compare").visible);
            compare(Enrolment.state, Enrolment.WaitingForApproval);
            compare(item("checkCode").text, "407193");
            verify(rig.enrolmentAsked().indexOf("start 192.168.8.10:40123, confirm 407193") >= 0, rig.enrolmentAsked());
        }
        function test_the_digits_differ() {
            Enrolment.enter("192.168.8.10:40123");
            rig.compareCodes("407193");
            const before = rig.enrolmentAsked();
            mouseClick(item("codesDiffer"));
            compare(Enrolment.state, Enrolment.Failed);
            compare(Enrolment.failure, Enrolment.CodesDiffer);
            verify(item("failure").visible);
            compare(rig.enrolmentAsked(), before + ", deny");
        }
        function test_compare_is_for_fingers_in_portrait_and_chinese() {
            screen.width = 800;
            screen.height = 1280;
            Settings.language = "zh";
            Enrolment.enter("192.168.8.10:40123");
            rig.compareCodes("407193");
            wait(50);
            compare(rig.badButtons(screen, 64).toString(), "");
            compare(item("codesSame").text, "一致");
            compare(item("codesDiffer").text, "不一致");
        }
    }
}
