pragma ComponentBehavior: Bound

import QtQuick
import Muster.Ui

/*! Answers to choose from: the fewer, the bigger. Flush with both edges. */
Item {
    id: root
    property alias model: grid.model
    property bool isMany: false
    property int wide: width > Theme.lineMax * 1.4 ? 3 : 2
    readonly property int columns: grid.count <= 4 ? wide - 1 : wide
    readonly property int rows: Math.max(1, Math.ceil(grid.count / columns))
    signal chosen(key: string)

    GridView {
        id: grid
        width: parent.width + Theme.gap
        height: parent.height
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: Math.floor(width / root.columns)
        cellHeight: Math.max(Theme.touch + Theme.gap, Math.min(Theme.giant, Math.floor(height / root.rows)))
        delegate: ChoiceButton {
            required property string key
            required property bool isChosen
            required text
            width: grid.cellWidth - Theme.gap
            height: grid.cellHeight - Theme.gap
            isOn: isChosen
            isMany: root.isMany
            onClicked: root.chosen(key)
        }
    }
}
