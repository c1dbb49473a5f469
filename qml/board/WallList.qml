pragma ComponentBehavior: Bound

import QtQuick
import Muster.Ui

/*! One list of the wall: as many lines as fit, and how many more there are. */
Rectangle {
    id: root
    required property int lineSize
    required property string title
    property alias model: lines.model
    readonly property int lineHeight: Math.round(lineSize * 1.3)
    readonly property int leastHeight: lineHeight * 2 + Theme.gap
    /*! Lines beneath the title; a long list leaves room for the others. */
    readonly property int wanted: Math.max(1, Math.min(lines.count, 7))
    readonly property int fitting: Math.max(1, Math.floor((height - lineHeight - Theme.gap) / lineHeight))
    readonly property bool isCut: lines.count > fitting
    readonly property int shownMax: isCut ? Math.max(1, fitting - 1) : fitting

    radius: Theme.radiusSmall
    color: Theme.colors.raised
    border.width: Theme.hairline
    border.color: Theme.colors.line
    clip: true

    Column {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        anchors.topMargin: Theme.grid
        spacing: 0

        Label {
            objectName: "wallTitle"
            width: parent.width
            height: root.lineHeight
            verticalAlignment: Text.AlignVCenter
            color: Theme.colors.inkSoft
            font.pixelSize: root.lineSize
            font.bold: true
            mayElide: true
            text: root.title
        }
        Repeater {
            id: lines
            delegate: WallLine {
                required property int index
                width: parent ? parent.width : 0
                height: root.lineHeight
                visible: index < root.shownMax
                lineSize: root.lineSize
            }
        }
        Label {
            objectName: "wallMore"
            width: parent.width
            height: root.lineHeight
            visible: root.isCut
            verticalAlignment: Text.AlignVCenter
            color: Theme.colors.inkSoft
            font.pixelSize: root.lineSize
            font.bold: true
            text: qsTr("+%1 more").arg(lines.count - root.shownMax)
        }
        Label {
            width: parent.width
            height: root.lineHeight
            visible: lines.count === 0
            verticalAlignment: Text.AlignVCenter
            color: Theme.colors.inkSoft
            font.pixelSize: root.lineSize
            text: "–"
        }
    }
}
