import QtQuick
import Muster.Backend
import Muster.Ui

/*! One of the staff, and where they are now. */
DayLine {
    id: root
    required property string key
    required property string name
    required property string company
    required property string zone
    required property string place
    required property int whereabouts
    required property string incidents
    required property bool isDoubled

    objectName: "staff-" + key
    level: isDoubled ? 1 : 0
    isOver: whereabouts === DayDesk.Away
    title: name
    detail: (isDoubled ? qsTr("on two incidents: %1").arg(incidents) + " · " : "")
            + (zone !== "" ? zone + " · " : "") + company
    beside: whereabouts === DayDesk.Standing ? place
            //: Where somebody of the staff is: free to be sent.
            : whereabouts === DayDesk.StandingBy ? qsTr("stands by")
            //: Where somebody of the staff is. %1 is where they were sent.
            : whereabouts === DayDesk.Sent ? qsTr("sent to %1").arg(place)
            //: Where somebody of the staff is.
            : whereabouts === DayDesk.OnBreak ? qsTr("on break")
            //: Where somebody of the staff is.
            : whereabouts === DayDesk.AtMeal ? qsTr("at the meal")
            //: Where somebody of the staff is: nobody has seen them take a post.
            : qsTr("not at work")
}
