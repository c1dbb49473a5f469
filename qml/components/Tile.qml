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

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.grid

        RowLayout {
            Layout.fillHeight: false
            visible: root.title !== ""
            spacing: Theme.grid
            Label {
                Layout.fillWidth: true
                text: root.title
                color: Theme.colors.inkSoft
                font.pixelSize: Theme.caption
                font.bold: true
            }
            Label {
                text: root.beside
                color: Theme.colors.inkSoft
                font.pixelSize: Theme.caption
                wrapMode: Text.NoWrap
            }
        }
        ColumnLayout {
            id: body
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.grid
        }
    }
}
