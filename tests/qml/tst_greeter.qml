// Goal: a tired clerk signs guests in by hand, key or scanner without looking for anything.
// Method: the tablet's screen with real keys and touches; a wedge scanner's keys come at once, a person's slowly.
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

    TestCase {
        name: "Greeter"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
            greeter.width = 1280;
            greeter.height = 800;
            Settings.language = "en";
            Greeter.startOver();
            findChild(greeter, "keys").forceActiveFocus();
            rig.find(3);
            rig.answer(Verdict.Admitted);
        }
        function cleanup() {
            Greeter.startOver();
            wait(50);
        }
        function item(name: string): Item {
            const found = findChild(greeter, name);
            verify(found, name);
            return found;
        }
        function typeSlowly(keys) {
            for (const key of keys) {
                keyClick(key);
                wait(130);
            }
        }
        function place(name: string): string {
            const found = item(name);
            const at = found.mapToItem(greeter, 0, 0);
            return at.x + " " + at.y + " " + found.width + " " + found.height;
        }

        function test_typing_anywhere_searches_and_return_goes_on() {
            typeSlowly([Qt.Key_W, Qt.Key_X, Qt.Key_M]);
            tryCompare(Greeter, "query", "wxm");
            tryCompare(Greeter, "primary", Greeter.PickFirst);
            compare(item("searchField").text, "wxm");
            typeSlowly([Qt.Key_Return]);
            tryCompare(Greeter, "mode", Greeter.Guest);
            compare(item("guestName").text, "王小明");
            const before = rig.actCount;
            typeSlowly([Qt.Key_Return]);
            tryCompare(Greeter, "mode", Greeter.Told);
            compare(rig.actCount, before + 1);
            typeSlowly([Qt.Key_Return]);
            tryCompare(Greeter, "mode", Greeter.Idle);
            typeSlowly([Qt.Key_L]);
            tryCompare(Greeter, "query", "l");
            typeSlowly([Qt.Key_Escape]);
            tryCompare(Greeter, "mode", Greeter.Idle);
        }
        function test_keys_that_write_nothing_begin_no_search() {
            typeSlowly([Qt.Key_Shift, Qt.Key_Delete, Qt.Key_Space]);
            compare(Greeter.mode, Greeter.Idle);
            verify(!item("searchField").activeFocus);
        }
        function test_a_wedge_scan_is_never_typed_into_the_focused_field() {
            const field = item("searchField");
            mouseClick(field);
            verify(field.activeFocus);
            const before = rig.scanCount;
            rig.wedge(greeter, "L-0042-7KQ9");
            tryCompare(Greeter, "mode", Greeter.Told);
            compare(rig.scanCount, before + 1);
            compare(field.text, "");
            compare(Greeter.query, "");
        }
        function test_a_wedge_scan_breaks_into_the_walk_in_form_without_a_trace() {
            mouseClick(item("walkIn"));
            const name = item("formName");
            tryVerify(() => name.activeFocus);
            rig.wedge(greeter, "L-0043-0000");
            tryCompare(Greeter, "mode", Greeter.Told);
            compare(Greeter.formName, "");
            compare(name.text, "");
        }
        function test_what_is_typed_after_leaving_the_walk_in_form_is_a_search() {
            mouseClick(item("walkIn"));
            tryVerify(() => item("formName").activeFocus);
            typeSlowly([Qt.Key_Escape]);
            tryCompare(Greeter, "mode", Greeter.Idle);
            typeSlowly([Qt.Key_W, Qt.Key_X]);
            compare(Greeter.query, "wx");
            compare(Greeter.formName, "");
        }
        function test_the_green_button_never_moves() {
            const at = place("primary");
            Greeter.query = "w";
            tryCompare(Greeter.results, "count", 3);
            compare(place("primary"), at);
            Greeter.doPrimary();
            tryCompare(Greeter, "mode", Greeter.Guest);
            compare(place("primary"), at);
            for (const verdict of [Verdict.Admitted, Verdict.AlreadyIn, Verdict.RuleRefused, Verdict.Unknown]) {
                rig.answer(verdict, 3);
                rig.scanAtGreeter();
                tryCompare(Greeter, "mode", Greeter.Told);
                wait(50);
                compare(place("primary"), at);
            }
            rig.question("consent");
            rig.scanAtGreeter();
            tryCompare(Greeter, "mode", Greeter.Asking);
            compare(place("primary"), at);
        }
        function test_banner_says_it_in_colour_sign_and_words_data() {
            return [
                { tag: "in", verdict: Verdict.Admitted, ground: Theme.colors.greenGround, words: "Signed in" },
                { tag: "again", verdict: Verdict.AlreadyIn, ground: Theme.colors.amberGround, words: "Already signed in" },
                { tag: "rule", verdict: Verdict.RuleRefused, ground: Theme.colors.redGround, words: "The plan says no" },
                { tag: "failed", verdict: Verdict.Failed, ground: Theme.colors.redGround, words: "Not saved" }
            ];
        }
        function test_banner_says_it_in_colour_sign_and_words(data) {
            rig.answer(data.verdict);
            rig.scanAtGreeter();
            tryCompare(Greeter, "mode", Greeter.Told);
            wait(50);
            const banner = item("verdict");
            verify(Qt.colorEqual(banner.color, data.ground));
            compare(rig.spokenName(banner), data.words);
            const edge = banner.mapToItem(greeter, banner.width, 0).x;
            verify(edge < item("recent").mapToItem(greeter, 0, 0).x, "the banner runs under the list");
        }
        function test_letting_in_against_a_rule_needs_a_reason() {
            rig.answer(Verdict.RuleRefused);
            rig.scanAtGreeter();
            tryCompare(Greeter, "mode", Greeter.Told);
            const before = rig.actCount;
            mouseClick(item("override"));
            const dialog = findChild(greeter, "overrideDialog");
            tryCompare(dialog, "opened", true);
            const act = findChild(dialog.contentItem, "reasonAct");
            verify(!act.enabled);
            typeSlowly([Qt.Key_O, Qt.Key_K]);
            tryCompare(act, "enabled", true);
            mouseClick(act);
            tryCompare(dialog, "opened", false);
            tryVerify(() => rig.actCount === before + 1);
            compare(rig.lastReason(), "ok");
        }
        function test_buttons_are_for_fingers_in_both_orientations_data() {
            return [{ tag: "landscape", width: 1280, height: 800 }, { tag: "portrait", width: 800, height: 1280 }];
        }
        function test_buttons_are_for_fingers_in_both_orientations(data) {
            greeter.width = data.width;
            greeter.height = data.height;
            wait(50);
            compare(rig.badButtons(greeter, 48).toString(), "");
            Greeter.openWalkIn();
            wait(50);
            compare(rig.badButtons(greeter, 48).toString(), "");
            const isBelow = item("recent").mapToItem(greeter, 0, 0).y > item("primary").mapToItem(greeter, 0, 0).y;
            compare(isBelow && item("recent").visible, false);
            Greeter.startOver();
            findChild(greeter, "keys").forceActiveFocus();
            wait(50);
            compare(item("recent").mapToItem(greeter, 0, 0).y > item("primary").mapToItem(greeter, 0, 0).y,
                    data.height > data.width);
        }
        function test_language_switches_while_a_guest_is_shown() {
            rig.answer(Verdict.AlreadyIn);
            rig.scanAtGreeter();
            tryCompare(Greeter, "mode", Greeter.Told);
            Settings.language = "zh";
            compare(rig.spokenName(item("verdict")), "已签到过");
        }
        function test_a_cut_off_tablet_says_how_much_it_holds() {
            rig.setCutOff(true);
            const chip = item("cutOffChip");
            verify(chip.visible);
            verify(chip.text.indexOf("Cut off") === 0);
            rig.setCutOff(false);
            verify(!chip.visible);
        }
    }
}
