pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Every device: is it there, is it behind, is its clock right; who asks to come in; who is shut out. */
ColumnLayout {
    id: root
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
        beside: qsTr("%1 well").arg(Coordinator.devicesWell) + " · " + qsTr("%1 silent").arg(Coordinator.devicesSilent)

        ListView {
            id: list
            objectName: "devices"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.grid
            boundsBehavior: Flickable.StopAtBounds
            model: Coordinator.devices
            delegate: DeviceLine {
                width: list.width
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
