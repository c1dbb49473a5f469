import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! How the zone runs: held for a moment, told to every device there, cut off too. */
ColumnLayout {
    id: root
    signal done()
    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.headline
        font.bold: true
        //: Heading of the four ways in which a zone may run. %1 is the zone's letter.
        text: qsTr("Zone %1 runs …").arg(ZoneLead.zoneCode)
    }
    Label {
        Layout.fillWidth: true
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.title
        text: ZoneLead.mode > ZoneLead.ownMode
              //: The commander has set a stricter way for the whole hall.
              ? qsTr("The whole hall runs stricter than this zone.")
              : ZoneLead.modeBy !== ""
                //: Who set how the zone runs. %1 is a name.
                ? qsTr("Set by %1. Hold a button to change it.").arg(ZoneLead.modeBy)
                //: How the way a zone runs is changed.
                : qsTr("Hold a button to change it.")
    }
    ModeButtons {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.maximumHeight: Theme.touchThumb * 5
        mode: ZoneLead.ownMode
        onWanted: (mode) => {
            ZoneLead.setZoneMode(mode);
            root.done();
        }
    }
    Item { Layout.fillHeight: true }
}
