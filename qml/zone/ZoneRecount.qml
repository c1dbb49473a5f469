pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! So many heads were counted: typed with a thumb. */
ColumnLayout {
    id: root
    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.headline
        font.bold: true
        text: ZoneLead.isOfVehicles
              //: Above the pad for a recount of a car park.
              ? qsTr("How many vehicles are here?")
              //: Above the pad for a recount of a zone.
              : qsTr("How many people are here?")
    }
    Label {
        objectName: "heads"
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.hero
        font.bold: true
        lineHeight: 1
        color: ZoneLead.heads !== "" ? Theme.colors.ink : Theme.colors.inkSoft
        text: ZoneLead.heads !== "" ? ZoneLead.heads : ZoneLead.count
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.maximumWidth: Theme.lineMax
        Layout.maximumHeight: Theme.touchThumb * 5
        Layout.alignment: Qt.AlignHCenter
        columns: 3
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        Repeater {
            model: 9
            delegate: ZoneKey {
                required property int index
                text: (index + 1).toString()
                onClicked: ZoneLead.typeHead(text)
            }
        }
        ZoneKey {
            objectName: "eraseHead"
            enabled: ZoneLead.heads !== ""
            sign: "backspace"
            Accessible.name: qsTr("Delete")
            onClicked: ZoneLead.eraseHead()
        }
        ZoneKey {
            text: "0"
            onClicked: ZoneLead.typeHead("0")
        }
        ZoneKey {
            objectName: "recountDone"
            enabled: ZoneLead.heads !== "" && !ZoneLead.isBusy
            tint: Theme.colors.greenGround
            ink: Theme.colors.paper
            sign: "check"
            //: Spoken name of the key that records a recount.
            Accessible.name: qsTr("Record the count")
            onClicked: ZoneLead.recount()
        }
    }
    Item { Layout.fillHeight: true }
}
