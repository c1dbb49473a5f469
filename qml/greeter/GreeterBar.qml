import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Where am I, what time is it, is all well. */
Item {
    implicitHeight: Theme.touch + Theme.gap

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gapWide
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap
        Label {
            text: Greeter.stationName
            font.pixelSize: Theme.title
            font.bold: true
            mayElide: true
            Layout.fillWidth: true
        }
        Chip {
            objectName: "cutOffChip"
            visible: Greeter.isCutOff
            color: Theme.colors.amberGround
            ink: Theme.colors.soot
            sign: "unlink"
            //: Chip for staff: this tablet has no link at the moment but goes on working. %1 acts are still to be sent.
            text: qsTr("Cut off · %1 to send").arg(Greeter.unsent)
        }
        Chip {
            visible: Greeter.trouble !== ""
            color: Theme.colors.redGround
            ink: Theme.colors.paper
            sign: "alert"
            //: Chip for staff: the tablet cannot store; nothing that is done now counts.
            text: qsTr("Cannot save – change the tablet")
        }
        Label {
            text: Greeter.time
            font.pixelSize: Theme.title
            wrapMode: Text.NoWrap
        }
        WorkerButton {}
        StaffButton {}
    }
}
