// Goal: a guest three metres away sees at once whether to walk on, in colour, sign, words and sound, and where to.
// Method: answers of the node shown on the kiosk's screen; fingers end them, time ends them, languages switch.
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
    SignalSpy {
        id: sounds
        target: rig
        signalName: "played"
    }

    TestCase {
        name: "KioskAnswer"
        when: windowShown

        function init() {
            failOnWarning(/^(?!PulseAudio)/);  // A machine without a loudspeaker says so.
            kiosk.width = 1280;
            kiosk.height = 800;
            Settings.language = "en";
            rig.setCutOff(false);
            sounds.clear();
        }
        function cleanup() {
            Settings.areNamesHidden = false;
            Kiosk.startOver();
        }
        function show(verdict: int) {
            rig.answer(verdict);
            rig.scanAtKiosk();
            tryCompare(Kiosk, "state", Kiosk.Told);
        }
        function seen(name: string): Item {
            const item = findChild(kiosk, name);
            verify(item, name);
            return item;
        }

        function test_colour_sign_words_and_sound_data() {
            return [
                { tag: "come in", verdict: Verdict.Admitted, ground: Theme.colors.greenGround, meaning: Meaning.ComeIn },
                { tag: "goodbye", verdict: Verdict.CheckedOut, ground: Theme.colors.greenGround, meaning: Meaning.ComeIn },
                { tag: "again", verdict: Verdict.AlreadyIn, ground: Theme.colors.amberGround, meaning: Meaning.LookAgain },
                { tag: "unknown", verdict: Verdict.Unknown, ground: Theme.colors.redGround, meaning: Meaning.Stop },
                { tag: "refused", verdict: Verdict.RuleRefused, ground: Theme.colors.redGround, meaning: Meaning.Stop },
                { tag: "full", verdict: Verdict.ZoneFull, ground: Theme.colors.redGround, meaning: Meaning.Stop }
            ];
        }
        function test_colour_sign_words_and_sound(data) {
            show(data.verdict);
            const told = seen("told");
            verify(told.visible);
            compare(told.width, kiosk.width);
            compare(told.height, kiosk.height);
            verify(Qt.colorEqual(told.color, data.ground));
            verify(rig.spokenName(told).length > 5);
            compare(sounds.count, 1);
            compare(sounds.signalArguments[0][0], data.meaning);
            if (data.verdict !== Verdict.Admitted) {
                const title = seen("title");
                verify(title.text.length > 5);
                verify(seen("titleOther").text !== title.text);
                verify(Contrast.ratio(title.color, told.color) >= 4.5);
            }
        }
        function test_welcome_says_who_and_where_in_both_languages() {
            show(Verdict.Admitted);
            compare(seen("guestName").text, "王小明");
            compare(seen("zoneLetter").letter, "D");
            compare(seen("zoneLetter").fontSize, 240);
            compare(seen("zoneName").text, "Waiting");
            compare(seen("zoneNameOther").text, "等候区");
            compare(seen("number").text, "A 023");
            verify(seen("guestName").font.pixelSize >= 72);
        }
        function test_no_arrow_points_anywhere_the_plan_does_not_say() {
            show(Verdict.Admitted);
            compare(arrows(seen("told")), 0);
        }
        function arrows(item: Item): int {
            let count = item.visible && item.name === "arrow" ? 1 : 0;
            for (let i = 0; i < item.children.length; ++i)
                count += arrows(item.children[i]);
            return count;
        }
        function test_names_are_hidden_from_those_behind() {
            Settings.areNamesHidden = true;
            show(Verdict.Admitted);
            verify(!seen("guestName").visible);
            compare(seen("zoneLetter").letter, "D");
        }
        function test_green_goes_after_three_seconds() {
            show(Verdict.Admitted);
            wait(2500);
            compare(Kiosk.state, Kiosk.Told);
            tryCompare(Kiosk, "state", Kiosk.Ready, 1000);
            verify(!seen("told").visible);
            verify(seen("welcome").visible);
        }
        function test_any_touch_ends_it() {
            show(Verdict.Admitted);
            mouseClick(kiosk, 640, 400);
            compare(Kiosk.state, Kiosk.Ready);
            show(Verdict.Unknown);
            mouseClick(kiosk, 20, 780);
            compare(Kiosk.state, Kiosk.Ready);
        }
        function test_bell_can_be_reached_and_says_only_what_is_true() {
            show(Verdict.AlreadyIn);
            const bells = seen("told");
            const bell = findChild(bells, "staffBell");
            verify(bell.visible && bell.height >= 64 && bell.width >= 200);
            compare(bell.text, "Call our staff");
            mouseClick(bell);
            compare(bell.text, "Calling…");
            compare(Kiosk.state, Kiosk.Told);
            wait(50);  // Until it is kept.
            rig.setCutOff(true);
            compare(bell.text, "Please go to the problem desk");
            rig.setCutOff(false);
            compare(bell.text, "Please wait, staff are called");
        }
        function test_buttons_are_for_fingers_in_both_orientations_data() {
            return [{ tag: "landscape", width: 1280, height: 800 }, { tag: "portrait", width: 800, height: 1280 }];
        }
        function test_buttons_are_for_fingers_in_both_orientations(data) {
            kiosk.width = data.width;
            kiosk.height = data.height;
            wait(50);
            compare(rig.badButtons(kiosk, 64).toString(), "");
            const camera = seen("camera");
            const words = seen("instruction");
            const isBelow = camera.mapToItem(kiosk, 0, 0).y > words.mapToItem(kiosk, 0, 0).y;
            compare(isBelow, data.height > data.width);
            show(Verdict.AlreadyIn);
            compare(rig.badButtons(kiosk, 64).toString(), "");
        }
        function test_language_switches_while_it_runs() {
            compare(seen("welcome").text, "Welcome");
            const chinese = findChild(kiosk, "chinese");
            mouseClick(chinese);
            compare(seen("welcome").text, "欢迎");
            show(Verdict.Unknown);
            verify(/[\u4e00-\u9fff]/.test(seen("title").text));
            verify(/^[\x20-\x7e]+$/.test(seen("titleOther").text));
        }
        function test_guests_never_see_network_words() {
            rig.setCutOff(true);
            verify(seen("cutOffDot").visible);
            show(Verdict.Admitted);
            compare(Kiosk.state, Kiosk.Told);
        }
        function test_broken_camera_is_said_calmly_and_ends_by_itself() {
            rig.setTrouble("camera");
            compare(Kiosk.state, Kiosk.OutOfOrder);
            verify(findChild(kiosk, "troubleCode").text.indexOf("camera") > 0);
            rig.setTrouble("");
            compare(Kiosk.state, Kiosk.Ready);
        }
        function test_arrow_to_the_camera_points_where_staff_said_data() {
            return [
                { tag: "unknown", side: Settings.CameraUnknown, isShown: false, rotation: 0 },
                { tag: "above", side: Settings.CameraAbove, isShown: true, rotation: -90 },
                { tag: "right", side: Settings.CameraRight, isShown: true, rotation: 0 },
                { tag: "below", side: Settings.CameraBelow, isShown: true, rotation: 90 },
                { tag: "left", side: Settings.CameraLeft, isShown: true, rotation: 180 }
            ];
        }
        function test_arrow_to_the_camera_points_where_staff_said(data) {
            Settings.cameraSide = data.side;
            compare(seen("cameraPointer").visible, data.isShown);
            if (data.isShown)
                compare(seen("cameraArrow").rotation, data.rotation);
            Settings.cameraSide = Settings.CameraUnknown;
        }
    }
}
