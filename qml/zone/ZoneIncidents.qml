pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The zone's incidents; one of them open. */
GridLayout {
    id: root
    required property bool isPortrait
    readonly property bool isOpen: ZoneLead.incident.number !== ""
    columns: isPortrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    ListView {
        id: list
        objectName: "zoneIncidents"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.44
        visible: !root.isPortrait || !root.isOpen
        clip: true
        spacing: Theme.grid
        boundsBehavior: Flickable.StopAtBounds
        model: ZoneLead.incidents
        delegate: IncidentLine {
            width: list.width
            onClicked: ZoneLead.openIncident(key)
        }
        Label {
            width: list.width
            visible: list.count === 0
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            //: In place of the incidents of a zone: there were none.
            text: ZoneLead.isKnown ? qsTr("Nothing has gone wrong here.") : qsTr("Not known yet.")
        }
    }
    IncidentPanel {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.56
        visible: root.isOpen
        desk: ZoneLead
        hasKeyboard: true
    }
}
