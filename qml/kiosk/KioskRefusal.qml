import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Amber or red: what it is, what to do, and a bell for a person. */
ColumnLayout {
    id: root
    required property AnswerView answer
    required property color ink
    required property string sign
    required property string title
    required property string advice
    readonly property bool isPortrait: height > width

    spacing: Theme.gapWide

    Item { Layout.fillHeight: true }
    GridLayout {
        Layout.fillWidth: true
        columns: root.isPortrait ? 1 : 2
        columnSpacing: Theme.margin
        rowSpacing: Theme.gapWide
        Icon {
            Layout.alignment: root.isPortrait ? Qt.AlignHCenter : Qt.AlignTop
            name: root.sign
            size: Theme.colossal * 0.8
            color: root.ink
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.gapWide
            Label {
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
                objectName: "advice"
                Layout.fillWidth: true
                color: root.ink
                font.pixelSize: Theme.headline
                text: root.advice
            }
        }
    }
    Item { Layout.fillHeight: true }
    StaffBell {
        Layout.fillWidth: root.isPortrait
        Layout.alignment: Qt.AlignRight
        Layout.preferredHeight: Theme.giant * 0.9
        Layout.preferredWidth: Math.max(Theme.giant * 3.6, implicitWidth)
        visible: root.answer.outcome !== Verdict.CheckedOut
        tint: Theme.colors.paper
        ink: Theme.colors.soot
        fontSize: Theme.headline
        //: Bell on a refusal: calls a member of staff.
        idleText: qsTr("Call our staff")
    }
}
