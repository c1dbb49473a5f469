pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Posts with too few people: red where somebody is missing now, amber where somebody will be. */
ColumnLayout {
    id: root
    required property int lineSize
    required property int shownMax
    spacing: Theme.grid

    Repeater {
        id: gaps
        model: StaffWall.gaps
        delegate: Rectangle {
            id: gap
            required property string key
            required property string name
            required property string time
            required property int count
            required property int minutes
            required property int index
            readonly property color ink: count > 0 ? Theme.colors.paper : Theme.colors.soot
            objectName: "wallGap-" + key
            Layout.fillWidth: true
            implicitHeight: row.implicitHeight + Theme.grid
            visible: index < root.shownMax
            radius: Theme.radiusSmall
            color: count > 0 ? Theme.colors.redGround : Theme.colors.amberGround
            Accessible.role: Accessible.AlertMessage
            Accessible.name: what.text

            RowLayout {
                id: row
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.gap
                spacing: Theme.gap
                Icon {
                    name: gap.count > 0 ? "alert" : "clock"
                    size: root.lineSize
                    color: gap.ink
                }
                Label {
                    id: what
                    Layout.fillWidth: true
                    color: gap.ink
                    font.pixelSize: root.lineSize
                    font.bold: true
                    mayElide: true
                    text: gap.name + " · "
                          + (gap.count === 0 ? qsTr("short from %1").arg(gap.time)
                             : gap.minutes >= 0 ? qsTr("%1 missing for %2 min").arg(gap.count).arg(gap.minutes)
                                                : qsTr("%1 missing").arg(gap.count))
                }
                Label {
                    visible: gap.index === root.shownMax - 1 && gaps.count > root.shownMax
                    color: gap.ink
                    font.pixelSize: root.lineSize
                    font.bold: true
                    wrapMode: Text.NoWrap
                    //: Behind the last line of a list that has more than fit. %1 is how many more.
                    text: qsTr("+%1 more").arg(gaps.count - root.shownMax)
                }
            }
        }
    }
}
