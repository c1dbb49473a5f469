pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What may be done about the incident that is open. */
GridLayout {
    id: root
    required property DayDesk desk
    property int touch: Theme.touch
    readonly property int stage: desk.incident.state
    signal noteWanted()
    signal assignWanted()

    columns: 3
    columnSpacing: Theme.grid
    rowSpacing: Theme.grid

    component Act: BigButton {
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.touch
        implicitHeight: root.touch
        isFitted: true
    }
    Act {
        objectName: "addNote"
        sign: "plus"
        //: Button: one more entry in the log of an incident.
        text: qsTr("Entry…")
        onClicked: root.noteWanted()
    }
    Act {
        objectName: "assignIncident"
        sign: "person"
        //: Button: chooses who sees to an incident.
        text: qsTr("Send…")
        onClicked: root.assignWanted()
    }
    Act {
        objectName: "urgent"
        sign: "alert"
        ink: root.desk.incident.isUrgent ? Theme.colors.ink : Theme.colors.redInk
        text: root.desk.incident.isUrgent
              //: Button: an incident can wait after all.
              ? qsTr("Not urgent")
              //: Button: an incident cannot wait.
              : qsTr("Urgent")
        onClicked: root.desk.setUrgent(!root.desk.incident.isUrgent)
    }
    Act {
        objectName: "inHand"
        enabled: root.stage !== DayDesk.IncidentInHand
        tint: enabled ? Theme.brandGround : Theme.colors.sunken
        ink: enabled ? Theme.colors.paper : Theme.colors.ink
        sign: root.stage === DayDesk.IncidentClosed ? "undo" : "check"
        text: root.stage === DayDesk.IncidentClosed
              //: Button: an incident that was closed goes on.
              ? qsTr("Reopen")
              //: Button: somebody sees to an incident from now on.
              : qsTr("In hand")
        onClicked: root.desk.setIncidentState(DayDesk.IncidentInHand, "")
    }
    Act {
        objectName: "onHold"
        enabled: root.stage < DayDesk.IncidentOnHold
        sign: "clock"
        //: Button: an incident waits for something.
        text: qsTr("Waits")
        onClicked: root.desk.setIncidentState(DayDesk.IncidentOnHold, "")
    }
    Act {
        objectName: "closeIncident"
        enabled: root.stage !== DayDesk.IncidentClosed
        tint: Theme.colors.greenGround
        ink: Theme.colors.paper
        sign: "flag"
        //: Button: an incident is over.
        text: qsTr("Close it")
        onClicked: root.desk.setIncidentState(DayDesk.IncidentClosed, "")
    }
}
