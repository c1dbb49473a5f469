pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What went wrong: urgent ones first; on the right the one that was touched, or the kinds to log a new one. */
GridLayout {
    id: root
    required property bool isPortrait
    property bool isLogging: false
    readonly property bool isOpen: Course.incident.number !== ""
    columns: isPortrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    Tile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.5
        Layout.preferredHeight: root.isPortrait ? root.height * 0.4 : -1
        title: qsTr("Incidents")
        beside: qsTr("%1 open").arg(Course.isKnown ? Course.incidentsOpen.toString() : "–")

        Label {
            Layout.fillWidth: true
            visible: Course.incidents.count === 0
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            //: In place of the list of incidents: there were none.
            text: Course.isKnown ? qsTr("Nothing has gone wrong.") : qsTr("Not known yet.")
        }
        ListView {
            id: list
            objectName: "incidents"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.grid
            boundsBehavior: Flickable.StopAtBounds
            model: Course.incidents
            delegate: IncidentLine {
                width: list.width
                onClicked: {
                    root.isLogging = false;
                    Course.openIncident(key);
                }
            }
        }
        BigButton {
            objectName: "logIncident"
            Layout.fillWidth: true
            tint: root.isLogging ? Theme.colors.sunken : Theme.colors.amberGround
            ink: root.isLogging ? Theme.colors.ink : Theme.colors.soot
            sign: root.isLogging ? "cross" : "alert"
            text: root.isLogging ? qsTr("Cancel") : qsTr("Log an incident")
            onClicked: root.isLogging = !root.isLogging
        }
    }
    Tile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.5
        Layout.preferredHeight: root.isPortrait ? root.height * 0.6 : -1

        Label {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !root.isOpen && !root.isLogging
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            //: No incident is selected.
            text: qsTr("Touch an incident to see what is known of it.")
        }
        IncidentPanel {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.isOpen && !root.isLogging
            desk: Course
            touch: Theme.touchSmall
        }
        ZonePicks {
            id: zones
            Layout.fillWidth: true
            visible: root.isLogging
        }
        LogTiles {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.isLogging
            desk: Course
            zone: zones.zone
        }
    }
    Connections {
        target: Course
        function onLogged() {
            root.isLogging = false;
            if (Course.lastLogged !== "")
                Course.openIncident(Course.lastLogged);
        }
    }
}
