import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! Nobody here yet. */
Item {
    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width - Theme.gapWide * 2
        spacing: Theme.gap
        Icon {
            Layout.alignment: Qt.AlignHCenter
            name: "qr"
            size: Theme.giant
            color: Theme.colors.inkSoft
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.headline
            font.bold: true
            //: Idle screen of the greeter's tablet.
            text: qsTr("Scan, or just type a name")
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            //: Idle screen of the greeter's tablet: what the search understands.
            text: qsTr("Characters, pinyin initials or the last digits of the phone")
        }
    }
}
