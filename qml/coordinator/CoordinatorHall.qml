pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! How the hall and its zones run, and what the commander says to all. */
GridLayout {
    id: root
    required property bool isPortrait
    columns: isPortrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    Tile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.5
        Layout.preferredHeight: root.isPortrait ? root.height * 0.5 : -1
        //: Heading above the four ways in which the hall or a zone may run.
        title: zones.zone === "" ? qsTr("The whole hall runs …") : qsTr("Zone %1 runs …").arg(zones.zone)
        beside: Course.placeModeBy

        ZonePicks {
            id: zones
            Layout.fillWidth: true
            onZoneChanged: Course.place = zone
        }
        ModeButtons {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Theme.touch * 2 + Theme.gap
            Layout.maximumHeight: Theme.touchThumb * 3
            tall: Theme.touchTall
            mode: Course.placeMode
            onWanted: (mode) => {
                Course.setMode(zones.zone, mode, reason.text);
                reason.clear();
            }
        }
        Field {
            id: reason
            objectName: "modeReason"
            Layout.fillWidth: true
            maximumLength: 200
            //: Placeholder of the field for why the hall runs otherwise.
            placeholderText: qsTr("Why? Write first, then hold a button")
        }
        ListView {
            id: differing
            objectName: "zoneModes"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.grid
            boundsBehavior: Flickable.StopAtBounds
            model: Course.zoneModes
            delegate: DayLine {
                required property string key
                required property string name
                required property string reason
                required property string by
                required property string since
                required property int mode
                width: differing.width
                level: mode === DayDesk.Evacuate ? 2 : 1
                title: key + " · " + name
                detail: since + (by !== "" ? " · " + by : "") + (reason !== "" ? " · " + reason : "")
                beside: mode === DayDesk.Slow ? qsTr("slow")
                        : mode === DayDesk.Hold ? qsTr("nobody in") : qsTr("evacuate")
                onClicked: zones.zone = key
            }
        }
    }
    CoordinatorSay {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.5
        Layout.preferredHeight: root.isPortrait ? root.height * 0.5 : -1
    }
}
