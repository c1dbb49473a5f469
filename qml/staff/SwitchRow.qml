import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! One thing that can be set: what it is, and beside or beneath it what it can be. */
GridLayout {
    id: root
    required property string label
    required property string sign
    default property alias choices: row.data
    readonly property bool isNarrow: width < Theme.lineMax * 1.5

    columns: isNarrow ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.grid

    RowLayout {
        Layout.fillWidth: root.isNarrow
        spacing: Theme.gap
        Icon {
            name: root.sign
            size: Theme.headline
            color: Theme.colors.inkSoft
        }
        Label {
            Layout.preferredWidth: Theme.lineMax * 0.32
            text: root.label
            font.pixelSize: Theme.title
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.body
        }
    }
    RowLayout {
        id: row
        spacing: Theme.grid
        Layout.fillWidth: true
    }
}
