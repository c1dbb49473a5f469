import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! One in, one out, by thumb; and the last of them taken back. */
ColumnLayout {
    id: root
    spacing: Theme.grid

    Label {
        Layout.fillWidth: true
        visible: ZoneLead.isUnsure
        color: Theme.colors.amberInk
        font.bold: true
        text: ZoneLead.doubt
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        BigButton {
            objectName: "oneOut"
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.touch
            Layout.preferredHeight: Theme.touchThumb
            enabled: ZoneLead.isPlanned
            sign: "minus"
            fontSize: Theme.hero
            //: Spoken name of the button that counts one person out of the zone.
            Accessible.name: qsTr("One went out")
            onClicked: ZoneLead.countOne(-1)
        }
        BigButton {
            objectName: "undoCount"
            Layout.preferredWidth: Theme.touch * 1.6
            Layout.preferredHeight: Theme.touchThumb
            isFitted: true
            enabled: ZoneLead.lastCounted !== 0
            sign: "undo"
            //: Spoken name of the button that takes the last count back.
            Accessible.name: qsTr("Take the last count back")
            text: ZoneLead.lastCounted > 0 ? "+1" : ZoneLead.lastCounted < 0 ? "−1" : ""
            onClicked: ZoneLead.undoCount()
        }
        BigButton {
            objectName: "oneIn"
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.touch
            Layout.preferredHeight: Theme.touchThumb
            enabled: ZoneLead.isPlanned
            tint: Theme.brandGround
            ink: Theme.colors.paper
            sign: "plus"
            fontSize: Theme.hero
            //: Spoken name of the button that counts one person into the zone.
            Accessible.name: qsTr("One came in")
            onClicked: ZoneLead.countOne(1)
        }
    }
}
