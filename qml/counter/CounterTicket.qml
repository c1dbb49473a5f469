import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! One of the numbers that come next. */
RowLayout {
    id: root
    required property string key
    required property string name
    spacing: Theme.gap

    Label {
        font.pixelSize: Theme.headline
        font.bold: true
        wrapMode: Text.NoWrap
        text: root.key
    }
    Label {
        Layout.fillWidth: true
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.title
        mayElide: true
        text: root.name
    }
}
