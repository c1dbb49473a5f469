pragma ComponentBehavior: Bound

import QtQuick
import Muster.Backend
import Muster.Ui

/*! Arrivals minute by minute: tall is busy; full quarters of an hour carry their time. */
Item {
    id: root
    required property RowList bars
    required property int max
    readonly property real step: width / Math.max(1, bars.count)
    readonly property int axis: Theme.caption * 1.5

    implicitHeight: Theme.giant
    Accessible.role: Accessible.Chart
    //: Spoken name of the chart of arrivals per minute.
    Accessible.name: qsTr("Arrivals per minute")

    Rectangle {
        y: root.height - root.axis
        width: root.width
        height: Theme.hairline
        color: Theme.colors.line
    }
    Repeater {
        model: root.bars
        delegate: Item {
            id: bar
            required property int index
            required property int count
            required property string key
            required property bool isLabelled

            x: index * root.step
            width: root.step
            height: root.height

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.max(1, parent.width * 0.7)
                height: root.max > 0 ? (root.height - root.axis) * bar.count / root.max : 0
                y: root.height - root.axis - height
                radius: width / 4
                color: Theme.colors.blueInk
            }
            Label {
                visible: bar.isLabelled && bar.index > 1 && bar.index < root.bars.count - 2
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                text: bar.key
                color: Theme.colors.inkSoft
                font.pixelSize: Theme.caption * 0.9
                lineHeight: 1
                wrapMode: Text.NoWrap
            }
        }
    }
    Label {
        visible: root.max > 0
        //: In the corner of the chart: the tallest bar. %1 is a number.
        text: qsTr("peak %1").arg(root.max)
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.caption * 0.9
        lineHeight: 1
    }
}
