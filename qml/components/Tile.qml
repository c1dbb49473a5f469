import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! A named part of a wall. */
Rectangle {
    id: root
    property string title
    property string beside
    default property alias content: body.data

    radius: Theme.radiusSmall
    color: Theme.colors.raised
    border.width: Theme.hairline
    border.color: Theme.colors.line

    implicitHeight: body.implicitHeight + body.anchors.topMargin + Theme.gap

    RowLayout {
        id: heading
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap
        visible: root.title !== ""
        spacing: Theme.grid
        Label {
            Layout.fillWidth: true
            text: root.title
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.body
            font.bold: true
            mayElide: true
        }
        Label {
            text: root.beside
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.body
            wrapMode: Text.NoWrap
        }
    }
    ColumnLayout {
        id: body
        anchors.fill: parent
        anchors.margins: Theme.gap
        anchors.topMargin: heading.visible ? heading.height + Theme.gap + Theme.grid : Theme.gap
        spacing: Theme.grid
    }
}
