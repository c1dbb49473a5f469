import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Which zone, who leads it, what time it is; and how old all of it is, once that matters. */
RowLayout {
    id: root
    required property int lineSize
    spacing: Theme.gap

    ZoneLetter {
        letter: StaffWall.zone
        fontSize: root.lineSize * 1.2
    }
    Label {
        objectName: "wallZone"
        Layout.fillWidth: true
        font.pixelSize: root.lineSize * 1.2
        font.bold: true
        mayElide: true
        text: StaffWall.zoneName
              //: On the wall of a zone's staff, behind the zone's name. %1 is the name of its lead.
              + (StaffWall.lead !== "" ? " · " + qsTr("lead: %1").arg(StaffWall.lead) : "")
    }
    Age {
        seconds: StaffWall.ageSeconds
        font.pixelSize: root.lineSize
        visible: !StaffWall.isStale && seconds > freshMax
    }
    Label {
        font.pixelSize: root.lineSize * 1.2
        font.bold: true
        wrapMode: Text.NoWrap
        text: StaffWall.time
    }
    StaffButton {}
}
