import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Where the thumb is: log an incident, how the zone runs; on every other page the way back. */
RowLayout {
    id: root
    required property bool isHome
    required property bool isPortrait
    signal back()
    signal wanted(page: int)
    spacing: Theme.gap

    BigButton {
        objectName: "logIncident"
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.touch * 3
        Layout.preferredHeight: Theme.touchThumb
        visible: root.isHome
        isFitted: true
        tint: Theme.colors.amberGround
        ink: Theme.colors.soot
        fontSize: Theme.headline
        sign: "alert"
        //: The big button of a zone's lead: something went wrong.
        text: qsTr("Log an incident")
        onClicked: root.wanted(ZoneScreen.Log)
    }
    BigButton {
        objectName: "zoneMode"
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.touch * 2
        Layout.preferredHeight: Theme.touchThumb
        visible: root.isHome
        isFitted: true
        tint: ZoneLead.mode === ZoneLead.Evacuate ? Theme.colors.redGround
              : ZoneLead.mode !== ZoneLead.Normal ? Theme.colors.amberGround : Theme.colors.sunken
        ink: ZoneLead.mode === ZoneLead.Evacuate ? Theme.colors.paper
             : ZoneLead.mode !== ZoneLead.Normal ? Theme.colors.soot : Theme.colors.ink
        sign: ZoneLead.mode === ZoneLead.Normal ? "check" : ZoneLead.mode === ZoneLead.Evacuate ? "out"
              : ZoneLead.mode === ZoneLead.Slow ? "clock" : "lock"
        //: On the button for how the zone runs: as usual.
        text: ZoneLead.mode === ZoneLead.Normal ? qsTr("Zone runs")
              //: On the button for how the zone runs: in only as fast as others leave.
              : ZoneLead.mode === ZoneLead.Slow ? qsTr("Slow")
              //: On the button for how the zone runs: nobody more comes in.
              : ZoneLead.mode === ZoneLead.Hold ? qsTr("Nobody in")
              //: On the button for how the zone runs: everybody leaves.
              : qsTr("Evacuate")
        onClicked: root.wanted(ZoneScreen.Mode)
    }
    BigButton {
        objectName: "backHome"
        Layout.fillWidth: true
        Layout.preferredHeight: root.isPortrait ? Theme.touchThumb : Theme.touch
        visible: !root.isHome
        sign: "back"
        //: Button: back to the first page of the zone.
        text: qsTr("Back to the zone")
        onClicked: root.back()
    }
}
