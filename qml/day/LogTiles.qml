pragma ComponentBehavior: Bound

import QtQuick
import Muster.Backend
import Muster.Ui

/*! What happened? One touch logs it, here and now; words can come later. Urgent kinds stand first. */
GridView {
    id: root
    required property DayDesk desk
    property string zone
    readonly property int columns: Math.max(2, Math.floor(width / (Theme.touch * 4)))

    objectName: "logTiles"
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height
    cellWidth: Math.floor(width / columns)
    cellHeight: Math.max(Theme.touchThumb, Math.min(Theme.giant * 1.2, height / Math.ceil(Math.max(1, count) / columns)))
    model: desk.incidentTypes
    delegate: Item {
        id: cell
        required property string key
        required property string text
        required property bool isUrgent
        required property bool isRestricted
        width: root.cellWidth
        height: root.cellHeight

        BigButton {
            objectName: "log-" + cell.key
            anchors.fill: parent
            anchors.margins: Theme.grid / 2
            isFitted: true
            tint: Theme.colors.raised
            ink: cell.isUrgent ? Theme.colors.redInk : Theme.colors.ink
            sign: cell.isUrgent ? "alert" : cell.isRestricted ? "lock" : ""
            text: cell.text
            onClicked: root.desk.log(cell.key, root.zone)
        }
    }
    Label {
        width: parent.width
        visible: root.count === 0
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.title
        //: In place of the kinds of incident.
        text: root.desk.isKnown ? qsTr("The plan names no kinds of incident.") : qsTr("Not known yet.")
    }
}
