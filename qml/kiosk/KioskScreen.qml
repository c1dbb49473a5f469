import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The kiosk: one thing at a time, no mouse, no keyboard, no words about networks. */
Item {
    id: root
    objectName: "kioskScreen"
    readonly property bool isTold: Kiosk.state === Kiosk.Told
    readonly property bool isWhole: isTold || Kiosk.state === Kiosk.Evacuating  // Nothing else on the screen.

    KioskReady {
        anchors.fill: parent
        anchors.bottomMargin: footer.height
        visible: Kiosk.state === Kiosk.Ready || Kiosk.state === Kiosk.Reading || Kiosk.state === Kiosk.Checking
    }
    KioskQuestion {
        anchors.fill: parent
        anchors.bottomMargin: footer.height
        visible: Kiosk.state === Kiosk.Asking
    }
    KioskOutOfOrder {
        anchors.fill: parent
        anchors.bottomMargin: footer.height
        visible: Kiosk.state === Kiosk.OutOfOrder
    }
    KioskMode {
        anchors.fill: parent
        anchors.bottomMargin: root.isWhole ? 0 : footer.height
        visible: Kiosk.state === Kiosk.Waiting || Kiosk.state === Kiosk.Evacuating
    }
    Item {
        id: footer
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        height: Theme.touch
        visible: !root.isWhole

        RowLayout {
            anchors.fill: parent
            spacing: Theme.gap
            StatusDot {
                objectName: "cutOffDot"
                visible: Kiosk.isCutOff
                meaning: Meaning.LookAgain
            }
            Label {
                Layout.fillWidth: true
                text: Kiosk.stationName
                color: Theme.colors.inkSoft
                mayElide: true
            }
            Label {
                objectName: "clock"
                text: Kiosk.time
                color: Theme.colors.inkSoft
                font.pixelSize: Theme.title
                wrapMode: Text.NoWrap
            }
            StaffButton {
                tint: Theme.colors.surface
                ink: Theme.colors.inkSoft
            }
        }
    }
    KioskTold {
        anchors.fill: parent
        visible: root.isTold
    }
}
