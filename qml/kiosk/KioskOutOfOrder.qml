import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What guests do instead, and a code for staff. */
Item {
    id: root
    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.margin * 2, Theme.lineMax * 1.7)
        spacing: Theme.gapWide

        Icon {
            Layout.alignment: Qt.AlignHCenter
            name: "wrench"
            size: Theme.giant
            color: Theme.colors.amberInk
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.display
            font.bold: true
            //: The kiosk does not work; said to guests.
            text: qsTr("This kiosk is taking a break")
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.title
            color: Theme.colors.inkSoft
            text: Translations.inOther(Settings.isChinese, "KioskOutOfOrder", "This kiosk is taking a break")
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.headline
            color: Theme.colors.inkSoft
            //: What a guest does while the kiosk does not work.
            text: qsTr("Please use the kiosk beside this one, or come to our staff at the desk.")
        }
        Item { Layout.preferredHeight: Theme.gap }
        GridLayout {
            Layout.alignment: Qt.AlignHCenter
            columns: root.height > root.width ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            LanguageSwitch {
                Layout.alignment: Qt.AlignHCenter
                size: Theme.touchTall
            }
            StaffBell {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: Theme.giant * 3
                Layout.preferredHeight: Theme.touchTall
                isFitted: true
                call: qsTr("Call our staff")
            }
        }
        Chip {
            objectName: "troubleCode"
            Layout.alignment: Qt.AlignHCenter
            sign: "key"
            fontSize: Theme.title
            ink: Theme.colors.inkSoft
            //: A code that staff look up. %1 is like "camera".
            text: qsTr("For staff: %1").arg(Kiosk.troubleCode)
        }
    }
}
