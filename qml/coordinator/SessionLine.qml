import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! One session: whether guests sign in for it, and the button that changes that. */
Rectangle {
    id: root
    required property string key
    required property string name
    required property bool isOpen

    implicitHeight: Theme.touch + Theme.gap
    radius: Theme.radiusSmall
    color: Theme.colors.sunken

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap
        StatusDot { meaning: root.isOpen ? Meaning.ComeIn : Meaning.LookAgain }
        Label {
            Layout.fillWidth: true
            font.bold: true
            mayElide: true
            text: root.name !== "" ? root.name : root.key
        }
        Label {
            color: Theme.colors.inkSoft
            wrapMode: Text.NoWrap
            text: root.isOpen
                  //: State of a session: guests sign in for it.
                  ? qsTr("open")
                  //: State of a session: nobody signs in for it.
                  : qsTr("closed")
        }
        BigButton {
            objectName: "setSession"
            tint: Theme.colors.raised
            text: root.isOpen
                  //: Button: nobody signs in for this session any more.
                  ? qsTr("Close")
                  //: Button: guests may sign in for this session from now on.
                  : qsTr("Open")
            onClicked: Coordinator.setSession(root.key, !root.isOpen)
        }
    }
}
