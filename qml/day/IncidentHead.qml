import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Number, kind and marks of the incident that is open. */
ColumnLayout {
    id: root
    required property IncidentSheet sheet
    property int touch: Theme.touch
    signal changeWanted()
    spacing: Theme.grid

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        Label {
            objectName: "incidentTitle"
            Layout.fillWidth: true
            font.pixelSize: Theme.headline
            font.bold: true
            text: "#" + root.sheet.number + " " + root.sheet.types
        }
        BigButton {
            objectName: "changeIncident"
            implicitHeight: root.touch
            sign: "wrench"
            //: Button: an incident is of another kind, in another place, or of another time.
            text: qsTr("Change…")
            onClicked: root.changeWanted()
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.grid
        Chip {
            visible: root.sheet.isUrgent
            color: Theme.colors.redGround
            ink: Theme.colors.paper
            sign: "alert"
            //: Mark on an incident that cannot wait.
            text: qsTr("urgent")
        }
        Chip {
            visible: root.sheet.isRestricted
            color: Theme.colors.violetGround
            ink: Theme.colors.paper
            sign: "lock"
            text: qsTr("restricted")
        }
        Chip {
            visible: root.sheet.isUntouched
            color: Theme.colors.amberGround
            ink: Theme.colors.soot
            sign: "clock"
            text: qsTr("nobody on it")
        }
        Chip {
            visible: root.sheet.since !== ""
            text: root.sheet.zone + (root.sheet.zone !== "" ? " · " : "") + root.sheet.since
        }
        Chip {
            objectName: "happenedAt"
            visible: root.sheet.happenedAt !== ""
            sign: "clock"
            //: Mark on an incident that came about before it was logged. %1 is when.
            text: qsTr("happened at %1").arg(root.sheet.happenedAt)
        }
        Chip {
            visible: root.sheet.pictureCount > 0
            sign: "camera"
            text: root.sheet.pictureCount.toString()
        }
        Chip {
            visible: root.sheet.duplicateOf !== ""
            sign: "swap"
            //: Mark on an incident that was logged twice. %1 is the number of the other one.
            text: qsTr("same as #%1").arg(root.sheet.duplicateOf)
        }
        Chip {
            visible: root.sheet.maybeSame !== "" && root.sheet.duplicateOf === ""
            sign: "info"
            //: Hint on an incident: one of the same kind and place was logged just now. %1 are numbers.
            text: qsTr("perhaps the same: #%1").arg(root.sheet.maybeSame)
        }
    }
}
