pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! How a place runs: four ways, each held for a moment, for everybody there feels it. */
GridLayout {
    id: root
    required property int mode
    property int tall: Theme.touchThumb
    signal wanted(mode: int)

    columns: 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    component Way: HoldButton {
        id: way
        required property int mode
        readonly property bool isOn: root.mode === mode
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: Theme.touch * 2
        Layout.minimumHeight: Theme.touch
        implicitHeight: root.tall
        fontSize: Theme.headline
        sign: isOn ? "check" : ""
        onHeld: root.wanted(way.mode)
    }
    Way {
        objectName: "modeNormal"
        mode: DayDesk.Normal
        tint: isOn ? Theme.colors.greenGround : Theme.colors.sunken
        ink: isOn ? Theme.colors.paper : Theme.colors.ink
        //: How the hall or a zone runs: as usual. Also the all-clear.
        text: qsTr("Normal")
    }
    Way {
        objectName: "modeSlow"
        mode: DayDesk.Slow
        tint: isOn ? Theme.colors.amberGround : Theme.colors.sunken
        ink: isOn ? Theme.colors.soot : Theme.colors.ink
        //: How the hall or a zone runs: in only as fast as others leave.
        text: qsTr("Slow the flow")
    }
    Way {
        objectName: "modeHold"
        mode: DayDesk.Hold
        tint: isOn ? Theme.colors.amberGround : Theme.colors.sunken
        ink: isOn ? Theme.colors.soot : Theme.colors.ink
        //: How the hall or a zone runs: nobody more comes in.
        text: qsTr("Nobody more in")
    }
    Way {
        objectName: "modeEvacuate"
        mode: DayDesk.Evacuate
        delay: Theme.holdingLong
        tint: isOn ? Theme.colors.redGround : Theme.colors.sunken
        ink: isOn ? Theme.colors.paper : Theme.colors.redInk
        //: How the hall or a zone runs: everybody leaves.
        text: qsTr("Evacuate")
    }
}
