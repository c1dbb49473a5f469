import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! One permission that its device never said it used: whose, where, since when, and the two ways to settle it. */
Rectangle {
    id: root
    required property string key
    required property string name
    required property string className
    required property string station
    required property string zone
    required property string time
    required property int companions
    required property bool isOut
    signal done()
    signal voidWanted()

    implicitHeight: line.implicitHeight + Theme.grid * 2
    radius: Theme.radiusSmall
    color: Theme.colors.sunken

    RowLayout {
        id: line
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        spacing: Theme.gap
        Column {
            Layout.fillWidth: true
            spacing: 0
            Label {
                objectName: "grantGuest"
                width: parent.width
                font.bold: true
                mayElide: true
                text: (root.name !== "" ? root.name : qsTr("Name not here yet"))
                      + (root.companions > 0 ? " +" + root.companions : "")
                      + (root.className !== "" ? " · " + root.className : "")
            }
            Label {
                objectName: "grantPlace"
                width: parent.width
                color: Theme.colors.inkSoft
                font.pixelSize: Theme.caption
                mayElide: true
                text: root.time + " · " + root.station + " · "
                      + (root.isOut
                         //: A sign-out that was recorded, but perhaps never shown.
                         ? qsTr("going out")
                         //: A sign-in that was recorded, but perhaps never shown. %1 is a zone's letter.
                         : qsTr("coming in to %1").arg(root.zone))
            }
        }
        BigButton {
            objectName: "grantDone"
            tint: Theme.colors.raised
            //: Button on a sign-in that was perhaps never shown: the guest did pass.
            text: qsTr("Done")
            onClicked: root.done()
        }
        BigButton {
            objectName: "grantVoid"
            tint: Theme.colors.raised
            //: Button on a sign-in that was perhaps never shown: the guest did not pass. Asks why.
            text: qsTr("Void…")
            onClicked: root.voidWanted()
        }
    }
}
