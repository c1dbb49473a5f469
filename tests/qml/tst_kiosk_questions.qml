// Goal: every question is asked in the same place, can be answered with a finger, and is never a trap.
// Method: each kind of question on the kiosk, answered, skipped and left alone.
import QtQuick
import QtTest
import Muster.Backend
import Muster.Ui

Item {
    id: root
    width: 1280
    height: 1280

    KioskScreen {
        id: kiosk
        width: 1280
        height: 800
    }

    TestCase {
        name: "KioskQuestions"
        when: windowShown

        function init() {
            failOnWarning(/^(?!PulseAudio)/);  // A machine without a loudspeaker says so.
            kiosk.width = 1280;
            kiosk.height = 800;
            Settings.language = "en";
        }
        function cleanup() {
            Kiosk.startOver();
        }
        function ask(question: string) {
            rig.question(question);
            rig.scanAtKiosk();
            tryCompare(Kiosk, "state", Kiosk.Asking);
            wait(50);
        }
        function topOf(name: string): real {
            return findChild(kiosk, name).mapToItem(kiosk, 0, 0).y;
        }

        function test_the_question_stands_in_the_same_place() {
            const tops = [];
            for (const question of ["source", "layout", "consent", "companions", "group"]) {
                ask(question);
                tops.push(topOf("questionText"));
                compare(rig.badButtons(kiosk, 64).toString(), "");
                Kiosk.startOver();
            }
            for (const at of tops)
                compare(at, tops[0]);
        }
        function test_one_touch_answers_a_choice_and_signs_in() {
            ask("source");
            const grid = findChild(kiosk, "choices");
            mouseClick(grid, 60, 60);
            tryCompare(Kiosk, "state", Kiosk.Told);
        }
        function test_several_may_be_chosen_and_are_shown_chosen() {
            ask("layout");
            const grid = findChild(kiosk, "choices");
            const next = findChild(kiosk, "next");
            verify(!next.enabled);
            mouseClick(grid, 60, 60);
            verify(next.enabled);
            compare(Kiosk.state, Kiosk.Asking);
            mouseClick(next);
            tryCompare(Kiosk, "state", Kiosk.Told);
        }
        function test_consent_is_free() {
            ask("consent");
            const yes = findChild(kiosk, "consentYes");
            const no = findChild(kiosk, "consentNo");
            compare(yes.width, no.width);
            compare(yes.height, no.height);
            verify(Qt.colorEqual(yes.tint, no.tint));
            verify(!findChild(kiosk, "skip").visible);
        }
        function test_companions_are_counted_by_thumb() {
            ask("companions");
            const stepper = findChild(kiosk, "companionsStepper");
            const more = findChild(stepper, "more");
            mouseClick(more);
            mouseClick(more);
            compare(findChild(stepper, "stepperValue").text, "2");
            verify(rig.spokenName(more).length > 5);
            for (let i = 0; i < 9; ++i)
                mouseClick(more);
            compare(findChild(stepper, "stepperValue").text, "4");
        }
        function test_leaving_signs_nobody_in() {
            ask("source");
            const before = rig.actCount;
            mouseClick(findChild(kiosk, "back"));
            compare(Kiosk.state, Kiosk.Ready);
            compare(rig.actCount, before);
        }
    }
}
