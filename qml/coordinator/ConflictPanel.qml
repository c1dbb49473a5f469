pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What happened, in the order that is the same everywhere, and the four judgements. */
Tile {
    id: root
    property int judgement: Coordinator.KeepFirst
    readonly property bool isAnySelected: Coordinator.selectedConflict !== ""

    //: Heading above the sign-ins that exclude each other.
    title: qsTr("Signed in more than once")

    Label {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !root.isAnySelected
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.title
        //: No conflict is selected.
        text: qsTr("Nothing to judge.")
    }
    RowLayout {
        Layout.fillWidth: true
        visible: root.isAnySelected
        spacing: Theme.gap
        Label {
            objectName: "conflictName"
            Layout.fillWidth: true
            font.pixelSize: Theme.display
            font.bold: true
            lineHeight: 1
            mayElide: true
            text: Coordinator.selectedName !== "" ? Coordinator.selectedName : qsTr("Name not here yet")
        }
        Chip { text: Coordinator.selectedClass }
    }
    ListView {
        id: list
        objectName: "rivals"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.maximumHeight: Math.max(Theme.touch, contentHeight)
        visible: root.isAnySelected
        clip: true
        spacing: Theme.grid
        boundsBehavior: Flickable.StopAtBounds
        model: Coordinator.rivals
        delegate: RivalLine { width: list.width }
    }
    Judged {
        Layout.fillWidth: true
        visible: Coordinator.selectedJudge !== ""
    }
    Label {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        visible: root.isAnySelected
        font.bold: true
        font.pixelSize: Theme.title
        //: Above the four buttons that judge a conflict.
        text: Coordinator.selectedJudge === "" ? qsTr("What shall hold?")
              //: Above the four buttons, for a conflict that was judged before.
              : qsTr("Judge again")
    }
    GridLayout {
        Layout.fillWidth: true
        visible: root.isAnySelected
        columns: 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        JudgeButton {
            objectName: "keepFirst"
            //: Judgement of a conflict: the first sign-in holds, later ones are annulled.
            text: qsTr("Keep the first")
            onClicked: root.ask(Coordinator.KeepFirst, text)
        }
        JudgeButton {
            objectName: "keepLast"
            //: Judgement of a conflict: the last sign-in holds, earlier ones are annulled.
            text: qsTr("Keep the last")
            onClicked: root.ask(Coordinator.KeepLast, text)
        }
        JudgeButton {
            objectName: "keepAll"
            //: Judgement of a conflict: they are different people; all sign-ins hold.
            text: qsTr("Keep all: different people")
            onClicked: root.ask(Coordinator.KeepAll, text)
        }
        JudgeButton {
            objectName: "annulAll"
            //: Judgement of a conflict: no sign-in holds.
            text: qsTr("Annul all")
            onClicked: root.ask(Coordinator.AnnulAll, text)
        }
    }
    Item { Layout.fillHeight: true; visible: root.isAnySelected }

    function ask(judgement: int, words: string) {
        root.judgement = judgement;
        reason.title = words;
        reason.open();
    }

    ReasonDialog {
        id: reason
        objectName: "judgeDialog"
        hasKeyboard: false
        tint: Theme.colors.greenGround
        //: Explains the dialog that judges a conflict.
        detail: qsTr("The judgement goes to every device, with your reason. A sign-in that arrives later opens it again.")
        //: Button that records the judgement.
        actText: qsTr("Judge")
        onGiven: (words) => Coordinator.resolve(root.judgement, words)
    }
}
