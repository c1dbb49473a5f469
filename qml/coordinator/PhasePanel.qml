import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The phase of the day, what stands between it and the next, and the button that goes on. */
Tile {
    id: root
    readonly property string next: Course.phase === Course.Prepare
        //: Button: the phase after the preparation begins.
        ? qsTr("Ready: open the doors")
        : Course.phase === Course.Open
          //: Button: the doors are open, the event proper begins.
          ? qsTr("The event begins")
          //: Button: the event is over, things are brought back and counted.
          : qsTr("Close the day")

    //: Heading of the phase of the day.
    title: qsTr("Phase")
    //: Phase of the day.
    beside: (Course.phase === Course.Prepare ? qsTr("prepare")
             //: Phase of the day.
             : Course.phase === Course.Open ? qsTr("open")
             //: Phase of the day.
             : Course.phase === Course.Live ? qsTr("live")
             //: Phase of the day.
             : qsTr("close"))
            + (Course.phaseSince !== "" ? " · " + qsTr("since %1").arg(Course.phaseSince) : "")

    Label {
        Layout.fillWidth: true
        color: Course.phaseUnmet.count > 0 ? Theme.colors.amberInk : Theme.colors.inkSoft
        font.bold: Course.phaseUnmet.count > 0
        text: !Course.isKnown ? qsTr("Not known yet.")
              //: Above the list of what a phase still wants.
              : Course.phaseUnmet.count > 0 ? qsTr("%1 still to be done:").arg(Course.phaseUnmet.count)
              //: A phase wants nothing more.
              : qsTr("All of this phase is done.")
    }
    UnmetList {
        objectName: "phaseUnmet"
        Layout.fillWidth: true
        Layout.fillHeight: true
        unmet: Course.phaseUnmet
    }
    BigButton {
        objectName: "nextPhase"
        Layout.fillWidth: true
        visible: Course.phase !== Course.Close
        implicitHeight: Theme.touchSmall
        isFitted: true
        sign: "arrow"
        text: root.next
        onClicked: Course.nextPhase()
    }
}
