import QtQuick
import Muster.Ui

/*! A word or two on a coloured pill. */
Rectangle {
    id: root
    property string text
    property string sign
    property color ink: Theme.colors.ink
    property int fontSize: Theme.body

    implicitWidth: row.implicitWidth + Theme.gap * 1.5
    implicitHeight: row.implicitHeight + Theme.grid
    radius: height / 2
    color: Theme.colors.sunken
    visible: text !== ""

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.grid / 2
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.sign !== ""
            name: root.sign
            color: root.ink
            size: root.fontSize
        }
        Label {
            text: root.text
            color: root.ink
            font.pixelSize: root.fontSize
            font.bold: true
            wrapMode: Text.NoWrap
        }
    }
}
