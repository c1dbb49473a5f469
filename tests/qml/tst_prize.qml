// Goal: a prize is handed over on purpose, once, and with the proof that its rule wants.
// Method: the prize desk's screen with real touches, short ones and held ones.
import QtQuick
import QtTest
import Muster.Backend
import Muster.Ui

Item {
    id: root
    width: 1280
    height: 1280

    PrizeScreen {
        id: desk
        width: 1280
        height: 800
    }

    TestCase {
        name: "Prize"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
            Settings.language = "en";
            rig.standAtPrizeDesk();
            tryCompare(Prizes.dues, "count", 0);
            wait(50);  // Cards of the test before are gone.
            rig.scanAtPrizeDesk();
            tryCompare(Prizes, "mode", Prizes.Showing);
        }
        function item(name: string): Item {
            tryVerify(() => findChild(desk, name) !== null, 1000, name);
            return findChild(desk, name);
        }
        function hold(name: string) {
            const button = item(name);
            mousePress(button);
            wait(Theme.holding + 250);
            mouseRelease(button);
        }

        function test_brushing_against_the_button_does_nothing() {
            mouseClick(item("handOver-gift"));
            wait(50);
            compare(rig.deskActs(), "");
        }
        function test_holding_grants_and_hands_over() {
            hold("handOver-gift");
            tryVerify(() => rig.deskActs() === "redeem gift, hand over");
            tryCompare(item("handed"), "visible", true);
        }
        function test_the_last_four_digits_come_first() {
            hold("handOver-buyer");
            tryCompare(Prizes, "mode", Prizes.Asking);
            compare(item("prove").enabled, false);
            tryCompare(item("proofField"), "activeFocus", true);
            for (const key of [Qt.Key_4, Qt.Key_1, Qt.Key_0, Qt.Key_7]) {
                keyClick(key);
                wait(130);
            }
            compare(item("prove").enabled, true);
            mouseClick(item("prove"));
            tryVerify(() => rig.deskActs() === "redeem buyer, hand over 4107");
        }
    }
}
