import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The zone's headcount in a ring that fills: calm, amber from the soft capacity on, red from the firm one on. */
Item {
    id: root
    readonly property color ink: ZoneLead.level === 2 ? Theme.colors.redInk
                                 : ZoneLead.level === 1 ? Theme.colors.amberInk : Theme.colors.greenInk
    readonly property bool isStale: ZoneLead.ageSeconds < 0 || ZoneLead.ageSeconds >= 10
    readonly property real side: Math.min(width * 0.62, height)
    signal recountWanted()

    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.gap
        ZoneLetter {
            letter: ZoneLead.zoneCode
            fontSize: Theme.display
        }
        Label {
            objectName: "zoneName"
            Layout.fillWidth: true
            font.pixelSize: Theme.headline
            font.bold: true
            mayElide: true
            //: This device stands in no zone of the plan.
            text: ZoneLead.isPlanned ? ZoneLead.zoneName : qsTr("No zone")
        }
        Age { seconds: ZoneLead.ageSeconds }
    }
    RingItem {
        id: ring
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        width: Math.min(root.side, root.height - Theme.hero)
        height: width
        opacity: root.isStale ? Theme.quiet : 1
        stroke: width / 12
        load: ZoneLead.load
        ink: root.ink
        ground: Theme.colors.sunken
    }
    ColumnLayout {
        anchors.centerIn: ring
        width: ring.width * 0.72
        spacing: 0
        Label {
            objectName: "count"
            Layout.fillWidth: true
            Layout.preferredHeight: ring.width * 0.32
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.title
            font.pixelSize: Theme.colossal
            font.bold: true
            lineHeight: 1
            wrapMode: Text.NoWrap
            color: ZoneLead.level > 0 ? root.ink : Theme.colors.ink
            text: ZoneLead.count
        }
        Label {
            Layout.fillWidth: true
            visible: ZoneLead.capacity !== ""
            horizontalAlignment: Text.AlignHCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.caption
            font.pixelSize: Theme.title
            wrapMode: Text.NoWrap
            color: Theme.colors.inkSoft
            text: qsTr("of %1").arg(ZoneLead.capacity)
        }
        Label {
            objectName: "timeToFull"
            Layout.fillWidth: true
            Layout.maximumWidth: ring.width * 0.6  // Low in the ring, where it is narrower.
            Layout.alignment: Qt.AlignHCenter
            visible: text !== "" && ring.width >= Theme.touch * 3  // A small ring has room for the count alone.
            horizontalAlignment: Text.AlignHCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.caption
            font.pixelSize: Theme.title
            font.bold: true
            wrapMode: Text.NoWrap
            color: ZoneLead.level > 0 ? root.ink : Theme.colors.inkSoft
            //: In the ring of a zone: it holds as many as it may.
            text: ZoneLead.level === 2 ? qsTr("full")
                  //: In the ring of a zone: a forecast. %1 is a number of minutes.
                  : ZoneLead.fullInMinutes >= 0 ? qsTr("full in ~%1 min").arg(ZoneLead.fullInMinutes) : ""
        }
    }
    BigButton {
        objectName: "recount"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        implicitWidth: Theme.touch * 1.6
        isFitted: true
        enabled: ZoneLead.isPlanned
        tint: ZoneLead.isUnsure ? Theme.colors.amberGround : Theme.colors.sunken
        ink: ZoneLead.isUnsure ? Theme.colors.soot : Theme.colors.ink
        //: Button: types in how many heads were counted in the zone.
        text: qsTr("Recount")
        onClicked: root.recountWanted()
    }
}
