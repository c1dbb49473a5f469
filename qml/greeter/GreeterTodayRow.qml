import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! One sign-in at this gate. */
Item {
    id: root
    required property string key
    required property string name
    required property string time
    required property string zone
    required property string band
    required property int companions
    required property int undoSeconds
    required property bool isOut
    required property bool isProvisional
    required property bool isAnnulled
    signal undo()

    implicitHeight: Theme.touch + Theme.grid
    opacity: isAnnulled ? Theme.quiet : 1

    RowLayout {
        anchors.fill: parent
        spacing: Theme.grid
        Column {
            Layout.fillWidth: true
            spacing: 0
            Label {
                width: parent.width
                mayElide: true
                font.bold: true
                font.strikeout: root.isAnnulled
                text: root.name !== "" ? root.name : qsTr("Name not here yet")
            }
            Label {
                width: parent.width
                mayElide: true
                color: root.isProvisional ? Theme.colors.amberInk : Theme.colors.inkSoft
                font.pixelSize: Theme.caption
                text: root.time + (root.zone !== "" ? " · " + root.zone : "")
                      + (root.companions > 0 ? " · +" + root.companions : "")
                      //: Short mark in a list: the guest went out.
                      + (root.isOut ? " · " + qsTr("out") : "")
                      //: Short mark in a list: decided while cut off, still to be compared with the other devices.
                      + (root.isProvisional ? " · " + qsTr("provisional") : "")
                      //: Short mark in a list: the sign-in was taken back.
                      + (root.isAnnulled ? " · " + qsTr("annulled") : "")
            }
        }
        BigButton {
            objectName: "undo"
            implicitWidth: Theme.touch
            Layout.preferredWidth: Theme.touch
            visible: !root.isAnnulled
            sign: "undo"
            tint: root.undoSeconds > 0 ? Theme.colors.sunken : Theme.colors.raised
            ink: root.undoSeconds > 0 ? Theme.colors.ink : Theme.colors.inkSoft
            //: Spoken name of the button that takes back a sign-in. %1 is the guest.
            Accessible.name: qsTr("Take back the sign-in of %1").arg(root.name)
            onClicked: root.undo()
        }
    }
    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.hairline
        color: Theme.colors.line
    }
}
