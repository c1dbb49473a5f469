import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! One prize: what is left here, and the button, or in one sentence why not. */
Rectangle {
    id: root
    required property string key
    required property string name
    required property string leftHere
    required property string whyNot
    required property bool isDue
    required property bool isLow
    required property bool isHanded
    required property bool isOpen

    radius: Theme.radius
    color: isDue ? Theme.colors.raised : Theme.colors.surface
    border.width: isDue ? Theme.stroke / 2 : Theme.hairline
    border.color: isDue ? Theme.colors.greenInk : Theme.colors.line

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.grid

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            Label {
                objectName: "prizeName"
                Layout.fillWidth: true
                font.pixelSize: Theme.headline
                font.bold: true
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.body
                wrapMode: Text.NoWrap
                text: root.name
            }
            Icon {
                visible: root.isHanded
                name: "check"
                size: Theme.headline
                color: Theme.colors.greenInk
            }
        }
        Label {
            Layout.fillWidth: true
            color: root.isLow ? Theme.colors.amberInk : Theme.colors.inkSoft
            font.pixelSize: Theme.title
            font.bold: root.isLow
            //: How many pieces of a prize lie at this desk.
            text: qsTr("%1 left here").arg(root.leftHere)
        }
        Item { Layout.fillHeight: true }
        Label {
            objectName: "whyNot"
            Layout.fillWidth: true
            visible: !root.isDue
            font.pixelSize: Theme.title
            maximumLineCount: 3
            text: root.whyNot
        }
        HoldButton {
            objectName: "handOver-" + root.key
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.touchTall
            visible: root.isDue
            enabled: !Prizes.isBusy
            fontSize: Theme.headline
            sign: "check"
            text: root.isOpen
                  //: Button that is held: the prize was recorded already, and now goes into the guest's hands.
                  ? qsTr("Recorded: hold to hand over")
                  //: Button that is held for half a second: the prize goes into the guest's hands.
                  : qsTr("Hold to hand over")
            onHeld: Prizes.handOver(root.key)
        }
    }
}
