import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Whose turn it is. */
Rectangle {
    id: root
    property int fontSize: Theme.display
    readonly property AnswerView guest: Prizes.guest

    implicitHeight: row.implicitHeight + Theme.gap
    radius: Theme.radius
    color: guest.band === "violet" ? Theme.colors.violetGround
           : guest.band === "blue" ? Theme.colors.blueGround : Theme.colors.sunken

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        spacing: Theme.gap
        Label {
            objectName: "guestName"
            Layout.fillWidth: true
            color: root.guest.band !== "" ? Theme.colors.paper : Theme.colors.ink
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.title
            font.pixelSize: root.fontSize
            font.bold: true
            wrapMode: Text.NoWrap
            text: root.guest.isNameHere ? root.guest.name : qsTr("Name not here yet")
        }
        Chip { text: root.guest.className }
    }
}
