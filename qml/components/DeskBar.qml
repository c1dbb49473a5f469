import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Where am I, what time is it, is all well: the same on every desk of staff. */
Item {
    id: root
    required property Desk desk
    property bool hasBadge: false  // Where alerts have a page of their own.
    readonly property int calls: desk.alerts.count + desk.alerts.watchesOpen
    signal alertsWanted()
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
        BigButton {
            objectName: "alertBadge"
            readonly property bool isGrave: root.desk.alerts.graveCount + root.desk.alerts.watchesOpen > 0
            visible: root.hasBadge && root.calls > 0
            implicitWidth: Theme.touch * 1.6
            isFitted: true
            fontSize: Theme.title
            sign: "alert"
            tint: isGrave ? Theme.colors.redGround : Theme.colors.amberGround
            ink: isGrave ? Theme.colors.paper : Theme.colors.soot
            text: root.calls.toString()
            //: Button in the bar of a zone's device: so many alerts call who leads it. %1 is a number.
            Accessible.name: qsTr("Alerts: %1").arg(root.calls)
            onClicked: root.alertsWanted()
        }
        Label {
            text: root.desk.time
            font.pixelSize: Theme.title
            wrapMode: Text.NoWrap
        }
        WorkerButton {}
        StaffButton {}
    }
}
