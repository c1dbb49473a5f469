pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Permissions that were recorded, but whose device never said that the guest saw them: done or void? */
Tile {
    id: root
    property string voided

    //: Heading of the list of sign-ins of which nobody knows whether the guest was told.
    title: qsTr("Recorded, not shown: done or void?")
    beside: Coordinator.openGrants.count.toString()

    ListView {
        id: list
        objectName: "openGrants"
        Layout.fillWidth: true
        Layout.fillHeight: true
        implicitHeight: Math.min(Coordinator.openGrants.count, 3) * (Theme.touch + Theme.grid * 3)
        clip: true
        spacing: Theme.grid
        boundsBehavior: Flickable.StopAtBounds
        model: Coordinator.openGrants
        delegate: GrantLine {
            width: list.width
            onDone: Coordinator.confirmGrant(key)
            onVoidWanted: {
                root.voided = key;
                reason.open();
            }
        }
    }
    ReasonDialog {
        id: reason
        objectName: "voidDialog"
        hasKeyboard: false
        //: Dialog: a sign-in was recorded, but the guest was never told and did not pass.
        title: qsTr("Void this sign-in?")
        //: What voiding a sign-in that was never shown means.
        detail: qsTr("The guest did not pass there, and may come in elsewhere.")
        //: Button that voids a sign-in which was never shown.
        actText: qsTr("Void")
        onGiven: (words) => Coordinator.voidGrant(root.voided, words)
    }
}
