import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! A device at the door: same code on both screens, then approve. Where the address was typed, that must be said. */
Rectangle {
    id: root
    required property string key
    required property string name
    required property string role
    required property string station
    required property string code
    required property bool isTyped
    property bool isCompared: false

    readonly property bool isNarrow: width < Theme.lineMax * (isTyped ? 2.4 : 1.7)

    implicitHeight: Math.round(Theme.touch * (isNarrow ? 2.8 : 1.5))
    radius: Theme.radiusSmall
    color: Theme.colors.blueGround

    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.grid
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        columns: root.isNarrow ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            Icon {
                name: "device"
                size: Theme.headline
                color: Theme.colors.paper
            }
            Column {
                Layout.fillWidth: true
                spacing: 0
                Label {
                    width: parent.width
                    wrapMode: Text.NoWrap
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.caption * 0.8
                    color: Theme.colors.paper
                    font.bold: true
                    font.pixelSize: Theme.title
                    //: A device asks to be let in. %1 is its name, %2 where it will stand.
                    text: qsTr("%1 asks to come in · %2").arg(root.name).arg(root.station)
                }
                Label {
                    width: parent.width
                    wrapMode: Text.NoWrap
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.caption * 0.8
                    color: Theme.colors.paper
                    text: root.isTyped
                          ? qsTr("Check that both screens show the same six digits")
                          //: What the coordinator does before approving.
                          : qsTr("Approve only if it shows the same code.")
                }
            }
            Label {
                objectName: "candidateCode"
                color: Theme.colors.paper
                font.pixelSize: Theme.display
                font.bold: true
                font.letterSpacing: Theme.grid / 2
                lineHeight: 1
                wrapMode: Text.NoWrap
                text: root.code
            }
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.gap
            ChoiceButton {
                objectName: "compared"
                Layout.fillWidth: root.isNarrow
                Layout.preferredWidth: Theme.touch * 4
                visible: root.isTyped
                isMany: true
                isOn: root.isCompared
                fontSize: Theme.title
                //: Box to tick: the new device shows the same six digits as this screen. Needed before approving.
                text: qsTr("Same on both")
                onClicked: root.isCompared = !root.isCompared
            }
            BigButton {
                objectName: "refuse"
                sign: "cross"
                //: Does not let the device in.
                text: qsTr("Refuse")
                onClicked: Coordinator.refuse(root.key)
            }
            BigButton {
                objectName: "approve"
                enabled: !root.isTyped || root.isCompared
                tint: Theme.colors.greenGround
                ink: Theme.colors.paper
                sign: "check"
                //: Lets the device in.
                text: qsTr("Approve")
                onClicked: Coordinator.approve(root.key, root.isTyped ? root.code : "")
            }
        }
    }
}
