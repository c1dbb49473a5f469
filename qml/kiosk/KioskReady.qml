import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! "Hold your invitation to the camera": what a guest meets first. */
Item {
    id: root
    readonly property bool isPortrait: height > width
    readonly property bool isBusy: Kiosk.state === Kiosk.Checking

    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.bottomMargin: 0
        columns: root.isPortrait ? 1 : 2
        columnSpacing: Theme.margin * 1.5
        rowSpacing: Theme.gapWide

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: !root.isPortrait
            Layout.preferredWidth: Theme.lineMax
            spacing: Theme.grid

            Label {
                objectName: "eventName"
                Layout.fillWidth: true
                text: Kiosk.eventName
                color: Theme.brandInk
                font.pixelSize: Theme.headline
                font.bold: true
            }
            Item { Layout.fillHeight: true; Layout.minimumHeight: Theme.gap }
            Label {
                objectName: "welcome"
                Layout.fillWidth: true
                font.pixelSize: Theme.giant * 0.8
                font.bold: true
                lineHeight: 1
                //: The first word a guest reads at the kiosk.
                text: qsTr("Welcome")
            }
            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.headline
                color: Theme.colors.inkSoft
                text: Translations.inOther(Settings.isChinese, "KioskReady", "Welcome")
            }
            Item { Layout.preferredHeight: Theme.gap }
            Label {
                objectName: "instruction"
                Layout.fillWidth: true
                font.pixelSize: Theme.display
                //: What a guest does at the kiosk: show the QR code of the invitation, on paper or a phone.
                text: root.isBusy ? qsTr("One moment…") : qsTr("Hold your invitation code to the camera")
            }
            Label {
                Layout.fillWidth: true
                font.pixelSize: Theme.title
                color: Theme.colors.inkSoft
                text: root.isBusy ? Translations.inOther(Settings.isChinese, "KioskReady", "One moment…")
                      : Translations.inOther(Settings.isChinese, "KioskReady", "Hold your invitation code to the camera")
            }
            Item { Layout.fillHeight: true; Layout.minimumHeight: Theme.gap }
            KioskActions {
                visible: !root.isPortrait
                Layout.fillWidth: true
            }
        }
        CameraFrame {
            objectName: "camera"
            Layout.fillHeight: true
            Layout.fillWidth: root.isPortrait
            Layout.preferredWidth: root.isPortrait ? -1 : Math.min(root.height - Theme.margin, root.width * 0.42)
            Layout.bottomMargin: root.isPortrait ? 0 : Theme.grid
            isReading: Kiosk.state !== Kiosk.Ready
            CameraPointer {
                x: side === Settings.CameraLeft ? Theme.gap
                   : side === Settings.CameraRight ? parent.width - width - Theme.gap : (parent.width - width) / 2
                y: side === Settings.CameraAbove ? Theme.gap
                   : side === Settings.CameraBelow ? parent.height - height - Theme.gap : (parent.height - height) / 2
            }
        }
        KioskActions {
            visible: root.isPortrait
            Layout.fillWidth: true
        }
    }
}
