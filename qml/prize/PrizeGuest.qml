pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The guest, and a card for each prize that may be theirs. Green once something is in their hands. */
ColumnLayout {
    id: root
    spacing: Theme.gap

    PrizeBand { Layout.fillWidth: true }
    Rectangle {
        objectName: "handed"
        Layout.fillWidth: true
        implicitHeight: row.implicitHeight + Theme.gap * 2
        visible: Prizes.handedName !== ""
        radius: Theme.radius
        color: Theme.colors.greenGround
        Accessible.role: Accessible.AlertMessage
        Accessible.name: words.text
        RowLayout {
            id: row
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.gap
            spacing: Theme.gap
            Icon {
                name: "check"
                size: Theme.hero
                color: Theme.colors.paper
            }
            Label {
                id: words
                Layout.fillWidth: true
                color: Theme.colors.paper
                font.pixelSize: Theme.display
                font.bold: true
                //: Green banner of the prize desk: the guest has it. %1 is the prize.
                text: qsTr("%1 – handed over").arg(Prizes.handedName)
            }
        }
    }
    GridView {
        id: grid
        readonly property int columns: Math.max(1, Math.floor(width / (Theme.lineMax * 0.75)))
        objectName: "dues"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.rightMargin: -Theme.gap
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: Math.floor(width / columns)
        cellHeight: Theme.giant * 2 + Theme.gapWide
        model: Prizes.dues
        delegate: PrizeCard {
            width: grid.cellWidth - Theme.gap
            height: grid.cellHeight - Theme.gap
        }
    }
    Label {
        Layout.fillWidth: true
        visible: Prizes.dues.count === 0 && !Prizes.isLooking
        font.pixelSize: Theme.title
        //: At the prize desk, about the guest: no prize of the plan is for their class.
        text: qsTr("No prize is for this guest.")
    }
}
