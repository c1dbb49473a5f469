import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Which zone, who leads it, what time it is; and how old all of it is, once that matters. */
ColumnLayout {
    id: root
    required property int lineSize
    required property bool isPortrait
    //: On the wall of a zone's staff. %1 is the name of the zone's lead.
    readonly property string lead: StaffWall.lead !== "" ? qsTr("lead: %1").arg(StaffWall.lead) : ""
    spacing: 0

    RowLayout {
        Layout.fillWidth: true
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
            text: StaffWall.zoneName + (root.lead !== "" && !root.isPortrait ? " · " + root.lead : "")
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
    Label {
        Layout.fillWidth: true
        visible: root.isPortrait && root.lead !== ""
        color: Theme.colors.inkSoft
        font.pixelSize: root.lineSize
        mayElide: true
        text: root.lead
    }
}
