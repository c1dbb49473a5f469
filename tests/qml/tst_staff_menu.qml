// Goal: staff reach the switches of a kiosk with the PIN, strangers do not, and what is set holds after a restart.
// Method: the kiosk beneath the sheet, fingers and keys on the pad, the settings file read by another reader.
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
    Loader {
        id: sheet
        width: kiosk.width
        height: kiosk.height
        focus: true
        active: StaffMenu.state !== StaffMenu.Closed
        sourceComponent: Component { StaffSheet {} }
    }
    SignalSpy {
        id: leaving
        target: StaffMenu
        signalName: "leaveWanted"
    }

    TestCase {
        name: "StaffMenu"
        when: windowShown

        function init() {
            failOnWarning(/^(?!PulseAudio)/);  // A machine without a loudspeaker says so.
            kiosk.width = 1280;
            kiosk.height = 800;
            StaffMenu.close();
            leaving.clear();
        }
        function cleanup() {
            StaffMenu.close();
        }
        function touch(name: string) {
            const item = findChild(sheet, name);
            verify(item && item.visible, name);
            mouseClick(item);
        }
        function open() {
            mouseClick(findChild(kiosk, "staffButton"));
            compare(StaffMenu.state, StaffMenu.Locked);
            wait(50);
            for (const digit of "471928")
                touch("pin" + digit);
            compare(StaffMenu.state, StaffMenu.Open);
            wait(50);
        }

        function test_pad_is_for_fingers_and_keys_in_both_orientations_data() {
            return [{ tag: "landscape", width: 1280, height: 800 }, { tag: "portrait", width: 800, height: 1280 }];
        }
        function test_pad_is_for_fingers_and_keys_in_both_orientations(data) {
            kiosk.width = data.width;
            kiosk.height = data.height;
            StaffMenu.ask();
            wait(50);
            compare(rig.badButtons(sheet, 64).toString(), "");
            for (const key of [Qt.Key_4, Qt.Key_7, Qt.Key_1, Qt.Key_9, Qt.Key_2, Qt.Key_8]) {
                keyClick(key);
                wait(120);
            }
            tryCompare(StaffMenu, "state", StaffMenu.Open);
            wait(50);
            compare(rig.badButtons(sheet, 64).toString(), "");
            keyClick(Qt.Key_Escape);
            tryCompare(StaffMenu, "state", StaffMenu.Closed);
        }
        function test_a_wrong_pin_opens_nothing() {
            StaffMenu.ask();
            wait(50);
            for (const digit of "111111")
                touch("pin" + digit);
            compare(StaffMenu.state, StaffMenu.Locked);
            verify(StaffMenu.isWrong);
            verify(findChild(sheet, "pinNote").text.indexOf("not the PIN") > 0);
            touch("pinCancel");
            compare(StaffMenu.state, StaffMenu.Closed);
        }
        function test_guessing_takes_a_pause() {
            StaffMenu.ask();
            wait(50);
            for (let i = 0; i < 5; ++i) {
                for (const digit of "222222")
                    StaffMenu.type(digit);
            }
            verify(StaffMenu.waitSeconds > 0);
            for (const digit of "471928")
                StaffMenu.type(digit);
            compare(StaffMenu.state, StaffMenu.Locked);
            tryCompare(StaffMenu, "waitSeconds", 0, 3000);
            for (const digit of "471928")
                StaffMenu.type(digit);
            compare(StaffMenu.state, StaffMenu.Open);
        }
        function test_each_switch_works_at_once_and_is_kept_data() {
            return [
                { tag: "mute", button: "setMute", back: "setLoud", property: "isMuted", value: true, name: "muted", kept: "true" },
                { tag: "names", button: "hideNames", back: "showNames", property: "areNamesHidden", value: true, name: "hide_names", kept: "true" },
                { tag: "language", button: "setChinese", back: "setEnglish", property: "language", value: "zh", name: "language", kept: "zh" },
                { tag: "dark", button: "setDark", back: "setLight", property: "scheme", value: Settings.Dark, name: "scheme", kept: "1" },
                { tag: "contrast", button: "setContrast", back: "setLight", property: "scheme", value: Settings.HighContrast, name: "scheme", kept: "2" },
                { tag: "motion", button: "moveMuch", back: "moveLittle", property: "isMotionReduced", value: false, name: "reduced_motion", kept: "false" },
                { tag: "camera", button: "cameraAbove", back: "cameraUnknown", property: "cameraSide", value: Settings.CameraAbove, name: "camera_side", kept: "1" }
            ];
        }
        function test_each_switch_works_at_once_and_is_kept(data) {
            open();
            touch(data.button);
            compare(Settings[data.property], data.value);
            verify(findChild(sheet, data.button).isOn);
            verify(!findChild(sheet, data.back).isOn);
            compare(rig.kept(data.name), data.kept);
            touch(data.back);
            verify(Settings[data.property] !== data.value);
        }
        function test_a_guest_choosing_a_language_changes_nothing_for_the_next() {
            compare(Settings.language, "en");
            mouseClick(findChild(kiosk, "chinese"));
            compare(Settings.language, "zh");
            StaffMenu.ask();
            compare(Settings.language, "en");
        }
        function test_muted_is_silent() {
            Settings.isMuted = true;
            sounds.clear();
            rig.answer(Verdict.Admitted);
            rig.scanAtKiosk();
            tryCompare(Kiosk, "state", Kiosk.Told);
            compare(sounds.count, 0);
            Settings.isMuted = false;
            Kiosk.startOver();
        }
        function test_leaving_asks_twice() {
            open();
            touch("leave");
            compare(leaving.count, 0);
            touch("leave");
            compare(leaving.count, 1);
        }
        function test_a_menu_left_alone_closes() {
            StaffMenu.ask();
            tryCompare(StaffMenu, "state", StaffMenu.Closed, 4000);
        }
        function test_nothing_beneath_is_touched() {
            StaffMenu.ask();
            wait(50);
            const english = findChild(kiosk, "chinese").mapToItem(kiosk, 20, 20);
            mouseClick(sheet.item, english.x, english.y);
            compare(Settings.language, "en");
        }
        SignalSpy {
            id: sounds
            target: rig
            signalName: "played"
        }
    }
}
