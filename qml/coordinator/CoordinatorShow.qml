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
    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.42
        Layout.preferredHeight: root.isPortrait ? root.height * 0.45 : -1
        spacing: Theme.gap
        CuePanel {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: root.height * 0.68
        }
        PhasePanel {
            visible: !root.isCueFirst
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: implicitHeight
            Layout.preferredHeight: root.height * 0.32
        }
    }
}
