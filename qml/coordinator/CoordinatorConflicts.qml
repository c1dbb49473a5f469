pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Conflicts are facts. On the left which, on the right what happened and what shall hold. */
GridLayout {
    id: root
    required property bool isPortrait
    columns: isPortrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    Tile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.42
        Layout.preferredHeight: root.isPortrait ? root.height * 0.4 : -1
        title: qsTr("Conflicts")
        //: Beside the heading: how many are open.
        beside: qsTr("%1 open").arg(Coordinator.openConflictCount)

        Label {
            Layout.fillWidth: true
            visible: Coordinator.conflicts.count === 0
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            //: The list of conflicts is empty; or nothing is known yet.
            text: Coordinator.isKnown ? qsTr("No two devices disagree.") : qsTr("Not known yet.")
        }
        ListView {
            id: list
            objectName: "conflicts"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.grid
            boundsBehavior: Flickable.StopAtBounds
            model: Coordinator.conflicts
            delegate: ConflictLine {
                width: list.width
                onClicked: Coordinator.selectConflict(key)
            }
        }
    }
    ConflictPanel {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.58
        Layout.preferredHeight: root.isPortrait ? root.height * 0.6 : -1
    }
}
