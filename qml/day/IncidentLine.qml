import QtQuick
import Muster.Backend
import Muster.Ui

/*! An incident: its number and kind, where, for how long, who is on it. */
DayLine {
    id: root
    required property string key
    required property string zone
    required property string types
    required property string summary
    required property string people
    required property int status
    required property int minutes
    required property bool isUrgent
    required property bool isRestricted
    required property bool isUntouched
    required isSelected

    objectName: "incident-" + key
    isOver: status === DayDesk.IncidentClosed
    level: isOver ? 0 : isUrgent ? 2 : isUntouched ? 1 : 0
    title: "#" + key + " " + types
    //: How long ago an incident was logged, in minutes.
    detail: (zone !== "" ? zone + " · " : "") + qsTr("%1 min").arg(minutes)
            //: Nobody has seen to an incident for longer than its kind allows.
            + (isUntouched && !isOver ? " · " + qsTr("nobody on it") : "")
            + (people !== "" ? " · " + people : "") + (summary !== "" ? " · " + summary : "")
    //: Mark on an incident whose words only a few may read.
    mark: isRestricted ? qsTr("restricted") : ""
    beside: status === DayDesk.IncidentOpen
            //: State of an incident: nobody has taken it up.
            ? qsTr("open")
            //: State of an incident: somebody sees to it.
            : status === DayDesk.IncidentInHand ? qsTr("in hand")
            //: State of an incident: it waits for something.
            : status === DayDesk.IncidentOnHold ? qsTr("waits")
            //: State of an incident: over.
            : qsTr("closed")
}
