import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Who sees to an incident, and how far they are: one touch moves them on. */
RowLayout {
    id: root
    required property string key
    required property string name
    required property string role
    required property int status
    required property bool isDoubled
    property int touch: Theme.touch
    signal moved(state: int)
    spacing: Theme.gap

    Icon {
        name: "person"
        size: Theme.title
        color: root.isDoubled ? Theme.colors.amberInk : Theme.colors.inkSoft
    }
    Label {
        Layout.fillWidth: true
        font.bold: true
        font.pixelSize: Theme.title
        mayElide: true
        text: root.name + (root.role !== "" ? " · " + root.role : "")
              //: Mark on somebody who is on two incidents at once.
              + (root.isDoubled ? " · " + qsTr("on two incidents") : "")
    }
    Label {
        color: Theme.colors.inkSoft
        wrapMode: Text.NoWrap
        //: How far somebody is who was sent to an incident.
        text: root.status === DayDesk.Assigned ? qsTr("sent")
              //: How far somebody is who was sent to an incident.
              : root.status === DayDesk.OnTheWay ? qsTr("on the way")
              //: How far somebody is who was sent to an incident.
              : root.status === DayDesk.OnScene ? qsTr("there")
              //: How far somebody is who was sent to an incident.
              : root.status === DayDesk.AssigneeDone ? qsTr("done")
              //: How far somebody is who was sent to an incident: not any more.
              : qsTr("released")
    }
    BigButton {
        objectName: "assigneeNext"
        implicitHeight: root.touch
        visible: root.status < DayDesk.AssigneeDone
        text: root.status === DayDesk.Assigned ? qsTr("On the way")
              : root.status === DayDesk.OnTheWay ? qsTr("There") : qsTr("Done")
        onClicked: root.moved(root.status + 1)
    }
}
