pragma ComponentBehavior: Bound

import QtQuick
import Muster.Backend
import Muster.Ui

/*! Where? The zones' letters, or the hall as a whole. */
Flow {
    id: root
    property string zone
    property bool isOff: false  // Something else was picked instead.
    signal picked()
    spacing: Theme.grid

    CoordinatorTab {
        objectName: "zoneNone"
        isOn: root.zone === "" && !root.isOff
        //: Choice of where something is: no zone in particular.
        text: qsTr("Whole hall")
        onClicked: {
            root.zone = "";
            root.picked();
        }
    }
    Repeater {
        model: Course.zones
        delegate: CoordinatorTab {
            required property string key
            objectName: "zone-" + key
            implicitWidth: Math.max(Theme.touchSmall, implicitContentWidth + Theme.gap * 2)
            isOn: root.zone === key && !root.isOff
            text: key
            onClicked: {
                root.zone = key;
                root.picked();
            }
        }
    }
}
