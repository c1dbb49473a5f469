pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! On a desk beside its own work: the gravest alert of its place, how many more there are, and "Seen". */
ListView {
    id: root
    required property StaffAlerts alerts
    objectName: "alertStrip"
    visible: count > 0
    implicitHeight: contentHeight
    interactive: false
    model: alerts.first
    delegate: Rectangle {
        id: strip
        required property string key
        required property string title
        required property string toDo
        required property int ageSeconds
        required property bool isGrave
        readonly property color ink: isGrave ? Theme.colors.paper : Theme.colors.soot
        width: root.width
        implicitHeight: line.implicitHeight + Theme.gap
        radius: Theme.radiusSmall
        color: isGrave ? Theme.colors.redGround : Theme.colors.amberGround
        Accessible.role: Accessible.AlertMessage
        Accessible.name: title

        RowLayout {
            id: line
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: Theme.grid
            spacing: Theme.gap
            Icon {
                name: "alert"
                size: Theme.headline
                color: strip.ink
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0
                Label {
                    objectName: "stripTitle"
                    Layout.fillWidth: true
                    color: strip.ink
                    font.bold: true
                    font.pixelSize: Theme.title
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    text: strip.title
                }
                Label {
                    Layout.fillWidth: true
                    color: strip.ink
                    mayElide: true
                    text: (strip.ageSeconds < 120 ? qsTr("%1 s ago").arg(strip.ageSeconds)
                                                : qsTr("%1 min ago").arg(Math.floor(strip.ageSeconds / 60)))
                          + (strip.toDo !== "" ? " · " + strip.toDo : "")
                }
            }
            Label {
                objectName: "stripMore"
                visible: root.alerts.count > 1
                color: strip.ink
                font.pixelSize: Theme.title
                wrapMode: Text.NoWrap
                text: qsTr("+ %1").arg(root.alerts.count - 1)
            }
            BigButton {
                objectName: "seen"
                fontSize: Theme.title
                sign: "check"
                text: qsTr("Seen")
                onClicked: root.alerts.acknowledge(strip.key, 0)
            }
        }
    }
}
