import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Where am I, what time is it, is all well: the same on every desk of staff. */
Item {
    id: root
    required property Desk desk
    implicitHeight: Theme.touch + Theme.gap

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gapWide
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap
        Label {
            Layout.fillWidth: true
            text: root.desk.stationName
            font.pixelSize: Theme.title
            font.bold: true
            mayElide: true
        }
        Chip {
            objectName: "cutOffChip"
            visible: root.desk.isCutOff
            color: Theme.colors.amberGround
            ink: Theme.colors.soot
            sign: "unlink"
            //: Chip for staff: this device has no link at the moment but goes on working. %1 acts are still to be sent.
            text: qsTr("Cut off · %1 to send").arg(root.desk.unsent)
        }
        Chip {
            visible: !root.desk.isStorageWell
            color: Theme.colors.redGround
            ink: Theme.colors.paper
            sign: "alert"
            //: Chip for staff: the device cannot store; nothing that is done now counts.
            text: qsTr("Cannot save – change the device")
        }
        Label {
            text: root.desk.time
            font.pixelSize: Theme.title
            wrapMode: Text.NoWrap
        }
        StaffButton {}
    }
}
