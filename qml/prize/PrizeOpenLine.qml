import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! A prize that was recorded and not handed over: done, or not? */
Rectangle {
    id: root
    required property string key
    required property string prize
    required property string name
    required property string time
    signal cancelled()

    implicitHeight: body.implicitHeight + Theme.gap
    radius: Theme.radius
    color: Theme.colors.surface
    border.width: Theme.hairline
    border.color: Theme.colors.line

    RowLayout {
        id: body
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        spacing: Theme.gap
        Column {
            Layout.fillWidth: true
            Label {
                width: parent.width
                font.pixelSize: Theme.title
                font.bold: true
                mayElide: true
                text: root.prize
            }
            Label {
                width: parent.width
                color: Theme.colors.inkSoft
                mayElide: true
                text: root.time + "  " + (root.name !== "" ? root.name : qsTr("Name not here yet"))
            }
        }
        BigButton {
            objectName: "openCancel"
            enabled: !Prizes.isBusy
            sign: "cross"
            //: Button on a recorded prize: the guest did not get it.
            text: qsTr("No")
            onClicked: root.cancelled()
        }
        BigButton {
            objectName: "openDone"
            enabled: !Prizes.isBusy
            tint: Theme.colors.greenGround
            ink: Theme.colors.paper
            sign: "check"
            //: Button on a recorded prize: the guest has it.
            text: qsTr("Yes")
            onClicked: Prizes.settle(root.key)
        }
    }
}
