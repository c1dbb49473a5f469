import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Muster.Backend
import Muster.Ui

/*! The devices in one line; opens their page. */
T.AbstractButton {
    id: root
    readonly property int well: Coordinator.isKnown ? Meaning.ComeIn : Meaning.Neutral
    signal wanted()
    implicitHeight: Theme.touchSmall * 1.2
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Devices")
    onClicked: wanted()

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.down ? Theme.colors.sunken : Theme.colors.raised
        border.width: root.visualFocus ? Theme.stroke : Theme.hairline
        border.color: root.visualFocus ? Theme.brandInk : Theme.colors.line
    }
    contentItem: RowLayout {
        spacing: Theme.gap
        Label {
            Layout.fillWidth: true
            color: Theme.colors.inkSoft
            font.bold: true
            text: qsTr("Devices")
        }
        StatusDot { meaning: root.well }
        Label {
            wrapMode: Text.NoWrap
            //: Devices that are linked and well. %1 is a number.
            text: qsTr("%1 well").arg(Coordinator.isKnown ? Coordinator.devicesWell.toString() : "–")
        }
        StatusDot { meaning: Coordinator.devicesSilent > 0 ? Meaning.Stop : root.well }
        Label {
            objectName: "silent"
            wrapMode: Text.NoWrap
            //: Devices that are not heard. %1 is a number.
            text: qsTr("%1 silent").arg(Coordinator.isKnown ? Coordinator.devicesSilent.toString() : "–")
        }
        StatusDot { meaning: Coordinator.devicesSkewed > 0 ? Meaning.LookAgain : root.well }
        Label {
            wrapMode: Text.NoWrap
            //: Devices whose clock is wrong. %1 is a number.
            text: qsTr("%1 clock wrong").arg(Coordinator.isKnown ? Coordinator.devicesSkewed.toString() : "–")
        }
    }
}
