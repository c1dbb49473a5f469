pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Every device: is it there, is it behind, is its clock right; who asks to come in; who is shut out. */
ColumnLayout {
    id: root
    required property int columns
    required property bool isNarrow
    property string revoked
    signal letInWanted()
    spacing: Theme.gap

    Repeater {
        model: Coordinator.candidates
        delegate: CandidateLine {
            Layout.fillWidth: true
        }
    }
    Tile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        title: qsTr("Devices")
        //: Beside the heading: devices well, and silent ones.
        beside: qsTr("%1 well").arg(Coordinator.isKnown ? Coordinator.devicesWell.toString() : "–") + " · "
                + qsTr("%1 silent").arg(Coordinator.isKnown ? Coordinator.devicesSilent.toString() : "–")

        GridView {
            id: list
            objectName: "devices"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.rightMargin: root.columns > 1 ? -Theme.gap : 0
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            cellWidth: Math.floor(width / root.columns)
            cellHeight: (root.isNarrow ? Theme.touchSmall * 2.4 : Theme.touchSmall * 1.3) + Theme.grid
            model: Coordinator.devices
            delegate: DeviceLine {
                width: list.cellWidth - (root.columns > 1 ? Theme.gap : 0)
                height: list.cellHeight - Theme.grid
                isNarrow: root.isNarrow
                onRevokeWanted: {
                    root.revoked = key;
                    reason.title = qsTr("Shut out %1?").arg(name);
                    reason.open();
                }
            }
        }
    }
    BigButton {
        objectName: "letIn"
        Layout.alignment: Qt.AlignRight
        sign: "qr"
        text: qsTr("Let in a device")
        onClicked: root.letInWanted()
    }
    ReasonDialog {
        id: reason
        objectName: "revokeDialog"
        hasKeyboard: false
        //: Dialog: a device was lost or stolen. %1 is its name.
        title: qsTr("Shut out %1?")
        //: What shutting a device out means.
        detail: qsTr("It can read and write nothing more, on any network. What it did before stays. It must be let in anew.")
        //: Button that shuts a device out for good.
        actText: qsTr("Shut out")
        onGiven: (words) => Coordinator.revoke(root.revoked, words)
    }
}
