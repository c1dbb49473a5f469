pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Every zone with its letter, headcount and load; all of them at once, never a scroll bar. */
Tile {
    id: root
    property bool isTall: false
    readonly property int columns: !isTall && grid.width > Theme.lineMax * 1.5 ? 3 : 2
    readonly property int rows: Math.max(1, Math.ceil(Coordinator.zones.count / columns))

    //: Heading of the list of zones with their headcounts.
    title: qsTr("Zones")
    //: Beside the heading of the zones: what the two numbers are.
    beside: !Coordinator.isStale ? qsTr("inside / capacity")
            : Coordinator.ageSeconds < 0 ? qsTr("age unknown")
            //: Beside the heading of the zones: how old the numbers are.
            : qsTr("inside %1 s ago / capacity").arg(Coordinator.ageSeconds)

    Label {
        Layout.fillWidth: true
        visible: Coordinator.zones.count === 0
        color: Theme.colors.inkSoft
        //: The plan has no zones, or has not arrived here yet.
        text: Coordinator.isKnown ? qsTr("The plan has no zones.") : qsTr("Not known yet.")
    }
    GridView {
        id: grid
        objectName: "zones"
        opacity: Coordinator.isStale ? Theme.quiet : 1
        Layout.fillWidth: true
        Layout.fillHeight: true
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: width / root.columns
        cellHeight: Math.max(Theme.touchSmall * 1.1, Math.min(Theme.giant, height / root.rows))
        model: Coordinator.zones
        delegate: Item {
            id: zone
            required property string key
            required property string name
            required property string count
            required property string capacity
            required property real load
            required property int level

            width: grid.cellWidth
            height: grid.cellHeight
            RowLayout {
                anchors.fill: parent
                anchors.rightMargin: Theme.gapWide
                spacing: Theme.gap
                ZoneLetter {
                    letter: zone.key
                    fontSize: Theme.headline
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.grid / 2
                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.grid
                        Label {
                            Layout.fillWidth: true
                            text: zone.name
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Theme.caption * 0.8
                            wrapMode: Text.NoWrap
                        }
                        Label {
                            text: zone.count
                            font.bold: true
                            font.pixelSize: Theme.title
                            wrapMode: Text.NoWrap
                            color: zone.level === 2 ? Theme.colors.redInk
                                   : zone.level === 1 ? Theme.colors.amberInk : Theme.colors.ink
                        }
                        Label {
                            visible: zone.capacity !== ""
                            text: "/ " + zone.capacity
                            color: Theme.colors.inkSoft
                            wrapMode: Text.NoWrap
                        }
                    }
                    LoadBar {
                        Layout.fillWidth: true
                        load: zone.load
                        level: zone.level
                    }
                }
            }
        }
    }
}
