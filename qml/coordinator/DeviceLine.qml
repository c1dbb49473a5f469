import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! One device and how it is. Unknown is a dash, never a zero. */
Rectangle {
    id: root
    required property string key
    required property string name
    required property string role
    required property string station
    required property string trouble
    required property string unsent
    required property int number
    required property int seenSeconds
    required property int lagMsecs
    required property int skewSeconds
    required property int oldestUnsentSeconds
    required property int digest
    required property int level
    required property bool isCalling
    required property bool isSkewKnown
    required property bool isSkewed
    required property bool isHub
    required property bool isSelf
    required property bool isLinked
    required property bool isRevoked
    required property bool isNarrow
    signal revokeWanted()

    radius: Theme.radiusSmall
    color: Theme.colors.sunken
    opacity: isRevoked ? Theme.faint : 1

    GridLayout {
        id: line
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.grid
        columns: root.isNarrow ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            StatusDot {
                meaning: root.level === 2 ? Meaning.Stop : root.level === 1 ? Meaning.LookAgain : Meaning.ComeIn
            }
            Column {
                Layout.fillWidth: true
                spacing: 0
                Label {
                    width: parent.width
                    font.bold: true
                    text: root.number + " · " + root.name
                }
                Label {
                    width: parent.width
                    color: root.level === 2 ? Theme.colors.redInk : Theme.colors.inkSoft
                    font.pixelSize: Theme.caption
                    //: State of a device in a list.
                    text: root.isRevoked ? qsTr("shut out")
                          //: State of a device in a list. %1 is a code like "camera".
                          : root.trouble !== "" ? qsTr("out of order: %1").arg(root.trouble)
                          //: State of a device: with the same acts it shows another day. A grave fault.
                          : root.digest === 2 ? qsTr("shows a different state")
                          //: State of a device: this very one.
                          : root.isSelf ? qsTr("this device")
                          //: State of a device: nothing was ever heard of it.
                          : root.seenSeconds < 0 ? qsTr("never heard")
                          //: State of a device: no link. %1 is how many seconds ago it was heard.
                          : !root.isLinked ? qsTr("silent for %1 s").arg(root.seenSeconds)
                          //: State of a device: a guest there rang the bell.
                          : root.isCalling ? qsTr("a guest asks for help")
                          //: State of a device: linked and well.
                          : qsTr("linked")
                }
            }
        }
        RowLayout {
            spacing: Theme.gap
            DeviceFigure {
                Layout.fillWidth: root.isNarrow
                //: Column of the list of devices: delay of its link.
                label: qsTr("Lag")
                value: root.lagMsecs < 0 ? "–" : root.lagMsecs + " ms"
            }
            DeviceFigure {
                Layout.fillWidth: root.isNarrow
                //: Column of the list of devices: acts that it has not sent yet.
                label: qsTr("Unsent")
                value: root.unsent
                ink: root.oldestUnsentSeconds > 10 ? Theme.colors.amberInk : Theme.colors.ink
            }
            DeviceFigure {
                Layout.fillWidth: root.isNarrow
                //: Column of the list of devices: how wrong its clock is.
                label: qsTr("Clock")
                //: How wrong a clock is, in seconds.
                value: root.isSkewKnown ? qsTr("%1 s").arg(root.skewSeconds) : "–"
                ink: root.isSkewed ? Theme.colors.amberInk : Theme.colors.ink
            }
            BigButton {
                objectName: "revoke"
                implicitHeight: Theme.touchSmall
                fontSize: Theme.body
                tint: Theme.colors.raised
                opacity: root.isSelf || root.isRevoked ? 0 : 1
                enabled: !root.isSelf && !root.isRevoked
                text: qsTr("Shut out")
                onClicked: root.revokeWanted()
            }
        }
    }
}
