import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! A small figure of a device under its name. */
ColumnLayout {
    id: root
    required property string label
    required property string value
    property color ink: Theme.colors.ink
    spacing: 0
    Layout.minimumWidth: Theme.touch * 1.1

    Label {
        Layout.fillWidth: true
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.caption
        wrapMode: Text.NoWrap
        text: root.label
    }
    Label {
        Layout.fillWidth: true
        color: root.ink
        font.bold: true
        wrapMode: Text.NoWrap
        text: root.value
    }
}
