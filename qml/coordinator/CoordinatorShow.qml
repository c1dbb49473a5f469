pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The run of show: planned, expected, what is on; on the right what the touched cue needs, and the phase of the day. */
GridLayout {
    id: root
    required property bool isPortrait
    /*! A refusal takes room above: what the cue lacks goes before the phase of the day. */
    readonly property bool isCueFirst: !isPortrait && Course.canOverride && Course.unmet.count > 0
    columns: isPortrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    Tile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.58
        Layout.preferredHeight: root.isPortrait ? root.height * 0.55 : -1
        title: qsTr("Run of show")
        //: Beside the heading of the run of show: what the two times of a line are.
        beside: qsTr("planned / expected or begun")

        Label {
            Layout.fillWidth: true
            visible: Course.cues.count === 0
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            //: In place of the run of show.
            text: Course.isKnown ? qsTr("The plan has no run of show.") : qsTr("Not known yet.")
        }
        ListView {
            id: list
            objectName: "cues"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.grid / 2
            boundsBehavior: Flickable.StopAtBounds
            model: Course.cues
            delegate: CueLine {
                required property string key
                width: list.width
                onClicked: Course.selectCue(key)
            }
        }
    }
    Item {
        id: panels
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.42
        Layout.preferredHeight: root.isPortrait ? root.height * 0.45 : -1
        CuePanel {
            width: panels.width
            height: panels.height - (root.isCueFirst ? 0 : phase.height + Theme.gap)
        }
        PhasePanel {
            id: phase
            visible: !root.isCueFirst
            anchors.bottom: panels.bottom
            width: panels.width
            height: Math.max(implicitHeight, panels.height * 0.32)
        }
    }
}
