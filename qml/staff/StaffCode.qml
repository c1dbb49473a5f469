import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! How staff open the menu of a kiosk: the PIN to type, and a code to show it from a phone. */
RowLayout {
    id: root
    spacing: Theme.gapWide

    Rectangle {
        implicitWidth: Theme.giant
        implicitHeight: Theme.giant
        radius: Theme.radiusSmall
        color: Theme.colors.paper
        QrItem {
            objectName: "staffCode"
            anchors.fill: parent
            anchors.margins: Theme.grid
            text: StaffMenu.code
            Accessible.role: Accessible.Graphic
            //: Spoken name of the QR code that opens a kiosk's menu.
            Accessible.name: qsTr("Staff code for kiosks")
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.grid
        Label {
            Layout.fillWidth: true
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            //: Above the PIN that opens the menu of every kiosk.
            text: qsTr("PIN of all kiosks")
        }
        Label {
            objectName: "staffPin"
            font.pixelSize: Theme.display
            font.bold: true
            font.letterSpacing: Theme.grid / 2
            lineHeight: 1
            wrapMode: Text.NoWrap
            text: StaffMenu.pin
        }
        Label {
            Layout.fillWidth: true
            color: Theme.colors.inkSoft
            //: How the PIN and the QR code are used.
            text: qsTr("At a kiosk: touch the lock, or hold this code to the camera.")
        }
    }
}
