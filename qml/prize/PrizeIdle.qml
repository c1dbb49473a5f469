pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Nobody stands here: what this desk left open, or how to begin. */
Rectangle {
    id: root
    readonly property bool hasOpen: Prizes.open.count > 0
    signal cancelWanted(key: string)

    radius: Theme.radius
    color: Theme.colors.raised
    border.width: Theme.hairline
    border.color: Theme.colors.line

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapWide
        visible: !root.hasOpen || Prizes.isUnknown
        spacing: Theme.gap
        Item { Layout.fillHeight: true }
        Icon {
            Layout.alignment: Qt.AlignHCenter
            name: Prizes.isUnknown ? "cross" : "qr"
            size: Theme.giant
            color: Prizes.isUnknown ? Theme.colors.redInk : Theme.colors.inkSoft
        }
        Label {
            objectName: "idle"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.display
            font.bold: true
            text: Prizes.isUnknown
                  //: The code that was shown at the prize desk belongs to no guest.
                  ? qsTr("Nobody has this code")
                  //: The prize desk waits for a guest.
                  : qsTr("Scan the guest's code")
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            text: Prizes.isUnknown
                  //: What to do when the code belongs to no guest.
                  ? qsTr("Scan it once more, or send the guest to the problem desk.")
                  //: What happens at the prize desk after a scan.
                  : qsTr("Then you see what they may have.")
        }
        Item { Layout.fillHeight: true }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapWide
        visible: root.hasOpen && !Prizes.isUnknown
        spacing: Theme.gap
        Label {
            objectName: "openHeading"
            Layout.fillWidth: true
            font.pixelSize: Theme.headline
            font.bold: true
            //: Heading of the prizes that this desk recorded, and nobody said whether the guest got them.
            text: qsTr("Recorded, not handed over: did the guest get it?")
        }
        ListView {
            id: list
            objectName: "openPrizes"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.grid
            boundsBehavior: Flickable.StopAtBounds
            model: Prizes.open
            delegate: PrizeOpenLine {
                width: list.width
                onCancelled: root.cancelWanted(key)
            }
        }
        Label {
            Layout.fillWidth: true
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            text: qsTr("Or scan the next guest's code.")
        }
    }
}
