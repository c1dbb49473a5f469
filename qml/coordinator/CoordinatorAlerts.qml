pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What wants somebody, weightiest first; "Seen" silences it everywhere. */
Tile {
    id: root
    property string losing
    signal conflictsWanted()

    //: Heading of the list of alerts.
    title: qsTr("Alerts")
    beside: Coordinator.alerts.count > 0 ? Coordinator.alerts.count.toString() : ""

    Label {
        Layout.fillWidth: true
        visible: Coordinator.alerts.count === 0
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.title
        wrapMode: Text.NoWrap
        text: !Coordinator.isKnown
              //: Nothing is known of the day yet.
              ? qsTr("Not known yet.")
              : Coordinator.isStale
                //: No alert is open, but the figures are old, so there may be some.
                ? qsTr("None that is known.")
                //: No alert is open.
                : qsTr("All calm.")
    }
    ListView {
        id: list
        objectName: "alerts"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        spacing: Theme.grid
        boundsBehavior: Flickable.StopAtBounds
        model: Coordinator.alerts
        delegate: AlertLine {
            width: list.width
            onSeen: Coordinator.acknowledge(key)
            onOpened: root.conflictsWanted()
            onLostWanted: {
                root.losing = losing;
                reason.detail = text;
                reason.open();
            }
        }
    }
    Label {
        objectName: "inHand"
        Layout.fillWidth: true
        visible: Coordinator.inHand !== ""
        color: Theme.colors.inkSoft
        elide: Text.ElideRight
        mayElide: true
        maximumLineCount: 3
        //: Below the open alerts: those that somebody sees to, one a line.
        text: qsTr("In hand:") + "\n" + Coordinator.inHand
    }
    ReasonDialog {
        id: reason
        objectName: "lostDialog"
        hasKeyboard: false
        //: Dialog: a device is off for good, and its zones were counted anew.
        title: qsTr("Declare it lost?")
        //: Button that frees the places which a lost device held.
        actText: qsTr("Declare lost")
        onGiven: (words) => Coordinator.declareLost(root.losing, words)
    }
}
