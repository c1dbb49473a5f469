import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! A prize desk: scan, see what is due, hold to hand it over. */
FocusScope {
    id: root
    objectName: "prizeScreen"
    readonly property bool isPortrait: height > width
    focus: true
    Keys.onEscapePressed: Prizes.startOver()

    Item {
        id: keys
        focus: true
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.grid

        DeskBar {
            Layout.fillWidth: true
            desk: Prizes
        }
        AlertStrip {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            Layout.bottomMargin: 0
            alerts: Prizes.alerts
        }
        DeskNotice {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            desk: Prizes
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            Layout.bottomMargin: Theme.gap
            columns: root.isPortrait ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            PrizeFind {
                id: find
                Layout.fillWidth: true
                Layout.fillHeight: !root.isPortrait
                Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.26
                Layout.maximumWidth: root.isPortrait ? root.width : root.width * 0.26
                isPortrait: root.isPortrait
                isTyping: keyboard.visible
                cameraSide: root.isPortrait ? Theme.touch * 2 + Theme.gap : root.width * 0.2
                onDone: keys.forceActiveFocus()
            }
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true
                PrizeIdle {
                    anchors.fill: parent
                    visible: Prizes.mode === Prizes.Idle
                    onCancelWanted: (key) => {
                        reason.grant = key;
                        reason.open();
                    }
                }
                PrizeGuest {
                    anchors.fill: parent
                    visible: Prizes.mode === Prizes.Showing
                }
                PrizeProof {
                    id: proof
                    anchors.fill: parent
                    isPortrait: root.isPortrait
                    visible: Prizes.mode === Prizes.Asking
                    onCancelWanted: {
                        reason.grant = "";
                        reason.open();
                    }
                }
            }
        }
        TouchKeyboard {
            id: keyboard
            Layout.fillWidth: true
            visible: find.isKeyboardShown || proof.isKeyboardShown
            onDone: proof.isKeyboardShown ? Prizes.prove() : find.give()
        }
    }
    ReasonDialog {
        id: reason
        property string grant
        objectName: "cancelDialog"
        //: Dialog: a prize that was recorded is not handed over.
        title: qsTr("Not handed over?")
        //: What the dialog explains before a recorded prize is taken back.
        detail: qsTr("The piece stays at this desk, and the guest may still have it later.")
        //: Button: takes the record of a prize back.
        actText: qsTr("Not handed over")
        onGiven: (words) => grant !== "" ? Prizes.cancelOpen(grant, words) : Prizes.cancel(words)
    }
}
