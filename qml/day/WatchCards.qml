pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Whom the exits here look out for, an exit a card; one that has not answered yet has a button for it. */
ListView {
    id: root
    required property StaffAlerts alerts
    objectName: "watchCards"
    visible: count > 0
    implicitHeight: Math.min(contentHeight, Theme.touchTall * 2 + Theme.grid)
    clip: true
    spacing: Theme.grid
    boundsBehavior: Flickable.StopAtBounds
    model: alerts.watches
    delegate: Rectangle {
        id: card
        required property string incident
        required property string exit
        required property string exitName
        required property string lookOut
        required property string types
        required property string by
        required property string time
        required property bool isWatching
        readonly property color ink: isWatching ? Theme.colors.ink : Theme.colors.soot
        objectName: "watch-" + incident + "-" + exit
        width: root.width
        implicitHeight: Math.max(Theme.touchTall, line.implicitHeight + Theme.gap)
        radius: Theme.radiusSmall
        color: isWatching ? Theme.colors.sunken : Theme.colors.amberGround
        Accessible.role: Accessible.AlertMessage
        Accessible.name: title.text

        RowLayout {
            id: line
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: Theme.grid
            spacing: Theme.gap
            Icon {
                name: "eye"
                size: Theme.headline
                color: card.ink
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0
                Label {
                    id: title
                    objectName: "watchTitle"
                    Layout.fillWidth: true
                    color: card.ink
                    font.bold: true
                    font.pixelSize: Theme.title
                    text: card.lookOut !== ""
                          //: On the device of an exit: who or what is looked for. %1 is a description.
                          ? qsTr("Watch out for: %1").arg(card.lookOut)
                          //: The same before somebody wrote a description. %1 is the kind of incident.
                          : qsTr("Watch out: %1. What to look for is not written yet.").arg(card.types)
                }
                Label {
                    objectName: "watchDetail"
                    Layout.fillWidth: true
                    color: card.ink
                    text: "#" + card.incident + " · " + card.exitName
                          //: Under what an exit looks out for: it was seen. %1 is a name, %2 a time.
                          + (card.isWatching ? " · " + qsTr("seen by %1 at %2").arg(card.by !== "" ? card.by : "–")
                                                                              .arg(card.time) : "")
                }
            }
            Icon {
                visible: card.isWatching
                name: "check"
                size: Theme.headline
                color: Theme.colors.greenInk
            }
            BigButton {
                objectName: "watchSeen"
                Layout.maximumWidth: root.width * 0.4
                visible: !card.isWatching
                isFitted: true
                implicitWidth: Theme.touch * 4
                fontSize: Theme.title
                sign: "check"
                //: Button: an exit looks out from now on. %1 is the exit's name.
                text: qsTr("Seen at %1").arg(card.exitName)
                onClicked: root.alerts.lookOut(card.incident, card.exit)
            }
        }
    }
}
