import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What the guest must show before they get it: one thing, one field, one button. */
ColumnLayout {
    id: root
    property bool isPortrait: false
    readonly property bool isKeyboardShown: visible && field.activeFocus
    readonly property bool isTyped: Prizes.proving !== Prizes.Signature
    signal cancelWanted()
    spacing: Theme.gap
    onVisibleChanged: {
        if (visible && isTyped)
            field.forceActiveFocus();
    }

    PrizeBand {
        Layout.fillWidth: true
        fontSize: root.isPortrait ? Theme.display : Theme.headline
    }
    Label {
        objectName: "proofHeading"
        Layout.fillWidth: true
        font.pixelSize: root.isPortrait ? Theme.display : Theme.headline
        font.bold: true
        text: Prizes.proving === Prizes.LastFour
              //: Step before a prize is handed over.
              ? qsTr("Last four digits of the phone number")
              : Prizes.proving === Prizes.Paper
                //: Step before a prize is handed over: of an identity card or another paper.
                ? qsTr("Number of the paper that was shown")
                //: Step before a prize is handed over.
                : qsTr("Have the guest sign for it")
    }
    Label {
        Layout.fillWidth: true
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.title
        text: Prizes.prizeName
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        columns: root.isPortrait ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Field {
            id: field
            objectName: "proofField"
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.touch * 2
            visible: root.isTyped
            text: Prizes.proof
            maximumLength: Prizes.proving === Prizes.LastFour ? 4 : 64
            inputMethodHints: Prizes.proving === Prizes.LastFour ? Qt.ImhDigitsOnly : Qt.ImhNoPredictiveText
            //: Field for what the guest shows before a prize is handed over.
            placeholderText: Prizes.proving === Prizes.LastFour ? qsTr("Four digits") : qsTr("Number")
            onTextEdited: Prizes.proof = text
            onAccepted: Prizes.prove()
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            BigButton {
                objectName: "proofCancel"
                Layout.preferredHeight: Theme.touchTall
                enabled: !Prizes.isBusy
                sign: "back"
                //: Button: the prize is not handed over after all; asks why.
                text: qsTr("Not after all…")
                onClicked: root.cancelWanted()
            }
            BigButton {
                objectName: "prove"
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.touchTall
                enabled: Prizes.isProved && !Prizes.isBusy
                tint: Theme.colors.greenGround
                ink: Theme.colors.paper
                fontSize: Theme.headline
                sign: "check"
                text: root.isTyped
                      //: Green button: the proof is right, the prize goes into the guest's hands.
                      ? qsTr("Hand over")
                      //: Green button: the guest has signed, the prize goes into their hands.
                      : qsTr("Signed: hand over")
                onClicked: Prizes.prove()
            }
        }
    }
    Item { Layout.fillHeight: true }
}
