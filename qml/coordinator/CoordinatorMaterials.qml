pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Things by how they stand: short and disputed first, then what is out. On the right the kind that was touched. */
GridLayout {
    id: root
    required property bool isPortrait
    columns: isPortrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    Tile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.6
        Layout.preferredHeight: root.isPortrait ? root.height * 0.6 : -1
        title: qsTr("Materials")
        //: Beside the heading of the materials: what the two numbers of a line are.
        beside: qsTr("on site of planned")

        Label {
            Layout.fillWidth: true
            visible: Course.materials.count === 0
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            //: In place of the list of materials.
            text: Course.isKnown ? qsTr("The plan has no materials.") : qsTr("Not known yet.")
        }
        ListView {
            id: list
            objectName: "materials"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.grid
            boundsBehavior: Flickable.StopAtBounds
            model: Course.materials
            delegate: MaterialLine {
                required property string key
                width: list.width
                onClicked: Course.selectMaterial(key)
            }
        }
    }
    MaterialPanel {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.4
        Layout.preferredHeight: root.isPortrait ? root.height * 0.4 : -1
    }
}
