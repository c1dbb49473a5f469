pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What calls the zone's lead, the gravest first; below, what somebody sees to already, and until when. */
ColumnLayout {
    id: root
    readonly property StaffAlerts alerts: ZoneLead.alerts
    spacing: Theme.gap

    ListView {
        id: list
        objectName: "zoneAlerts"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        spacing: Theme.grid
        boundsBehavior: Flickable.StopAtBounds
        model: root.alerts.open
        delegate: StaffAlertLine {
            width: list.width
            onSeen: (minutes) => root.alerts.acknowledge(key, minutes)
        }
        Label {
            width: list.width
            visible: list.count === 0
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            //: In place of the alerts of a zone: there are none.
            text: ZoneLead.isKnown ? qsTr("Nothing calls you.") : qsTr("Not known yet.")
        }
    }
    Label {
        Layout.fillWidth: true
        visible: handed.count > 0
        color: Theme.colors.inkSoft
        font.bold: true
        text: qsTr("In hand:")
    }
    ListView {
        id: handed
        objectName: "zoneInHand"
        Layout.fillWidth: true
        implicitHeight: Math.min(contentHeight, Theme.touch * 3)
        visible: count > 0
        clip: true
        spacing: Theme.grid
        boundsBehavior: Flickable.StopAtBounds
        model: root.alerts.inHand
        delegate: Label {
            required property string title
            required property string by
            required property string again
            width: handed.width
            color: Theme.colors.inkSoft
            text: title + " · " + by
                  //: Behind an alert that somebody sees to. %1 is the time when it comes up again.
                  + (again !== "" ? " · " + qsTr("again at %1").arg(again) : "")
        }
    }
}
