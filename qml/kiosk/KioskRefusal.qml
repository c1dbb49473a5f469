import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Amber or red: what it is, what to do, and a bell for a person. Both languages: nobody may be left to guess. */
ColumnLayout {
    id: root
    required property AnswerView answer
    required property color ink
    required property string sign
    required property string title
    required property string titleOther
    required property string advice
    required property string adviceOther
    property bool isWay: false  // The advice says where to go: to be read while walking off.
    readonly property bool isPortrait: height > width

    spacing: Theme.gapWide

    Item { Layout.fillHeight: true }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        columns: root.isPortrait ? 1 : 2
        columnSpacing: Theme.margin
        rowSpacing: Theme.gapWide
        Icon {
            Layout.alignment: Qt.AlignTop
            name: root.sign
            size: root.isPortrait ? Theme.giant * 1.2 : Theme.colossal * 0.8
            color: root.ink
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.gapWide
            Label {
                objectName: "guestName"
                visible: !Settings.areNamesHidden && text !== "" && root.answer.outcome === Verdict.AlreadyIn
                color: root.ink
                font.pixelSize: Theme.display
                Layout.fillWidth: true
                text: root.answer.name
            }
            Label {
                objectName: "title"
                Layout.fillWidth: true
                color: root.ink
                font.pixelSize: Theme.hero
                font.bold: true
                lineHeight: 1.05
                text: root.title
            }
            Label {
                objectName: "titleOther"
                Layout.fillWidth: true
                color: root.ink
                font.pixelSize: Theme.headline
                text: root.titleOther
            }
            Label {
                objectName: "earlier"
                Layout.fillWidth: true
                visible: root.answer.earlierTime !== ""
                color: root.ink
                font.pixelSize: Theme.display
                //: %1 is a time like 09:41, %2 the name of an entrance.
                text: qsTr("Signed in at %1, %2").arg(root.answer.earlierTime).arg(root.answer.earlierStation)
            }
            Label {
                objectName: "reason"
                Layout.fillWidth: true
                visible: text !== ""
                color: root.ink
                font.pixelSize: Theme.display
                text: root.answer.reason
            }
            Label {
                Layout.fillWidth: true
                visible: text !== ""
                color: root.ink
                font.pixelSize: Theme.title
                text: root.answer.reasonOther
            }
        }
    }
    Item { Layout.fillHeight: true }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        columns: root.isPortrait ? 1 : 2
        columnSpacing: Theme.margin
        rowSpacing: Theme.gapWide
        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignBottom
            spacing: Theme.grid
            Label {
                objectName: "advice"
                Layout.fillWidth: true
                color: root.ink
                font.pixelSize: root.isWay ? Theme.display : Theme.headline
                font.bold: root.isWay
                text: root.advice
            }
            Label {
                Layout.fillWidth: true
                visible: text !== ""
                color: root.ink
                font.pixelSize: Theme.title
                text: root.adviceOther
            }
        }
        StaffBell {
            Layout.fillWidth: root.isPortrait
            Layout.preferredHeight: Theme.giant * 0.9
            Layout.preferredWidth: Theme.giant * 4
            isFitted: true
            visible: root.answer.outcome !== Verdict.CheckedOut
            tint: Theme.colors.paper
            ink: Theme.colors.soot
            fontSize: Theme.headline
            //: Bell on a refusal: calls a member of staff.
            call: qsTr("Call our staff")
        }
    }
}
