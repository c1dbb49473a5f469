pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! One alert for whoever leads a zone: what, where, since when, what to do; "Seen", and when it comes again. */
Rectangle {
    id: root
    required property string key
    required property string title
    required property string place
    required property string toDo
    required property string called
    required property string before
    required property int ageSeconds
    required property int recheckMinutes
    required property bool isGrave
    required property bool isEscalated
    signal seen(minutes: int)

    implicitHeight: body.implicitHeight + Theme.gap * 2
    radius: Theme.radiusSmall
    color: Theme.colors.raised
    border.width: isGrave ? Theme.stroke : Math.max(1, Theme.hairline)
    border.color: isGrave ? Theme.colors.redGround : Theme.colors.line
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.title + " · " + details.text

    ColumnLayout {
        id: body
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        spacing: Theme.grid

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            Icon {
                Layout.alignment: Qt.AlignTop
                name: "alert"
                size: Theme.headline
                color: root.isGrave ? Theme.colors.redInk : Theme.colors.amberInk
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0
                Label {
                    objectName: "staffAlertTitle"
                    Layout.fillWidth: true
                    font.pixelSize: Theme.title
                    font.bold: true
                    text: root.title
                }
                Label {
                    objectName: "staffAlertToDo"
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: root.toDo
                }
                Label {
                    id: details
                    Layout.fillWidth: true
                    color: root.isEscalated ? Theme.colors.redInk : Theme.colors.inkSoft
                    font.pixelSize: Theme.caption
                    text: (root.place !== "" ? root.place + " · " : "")
                          + (root.ageSeconds < 120 ? qsTr("%1 s ago").arg(root.ageSeconds)
                                                 : qsTr("%1 min ago").arg(Math.floor(root.ageSeconds / 60)))
                          + (root.called !== "" ? " · " + qsTr("called: %1").arg(root.called) : "")
                          //: On an alert that came up again. %1 is who had it in hand before.
                          + (root.before !== "" ? " · " + qsTr("before: %1").arg(root.before) : "")
                          + (root.isEscalated ? " · " + qsTr("nobody has answered") : "")
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            BigButton {
                objectName: "seen"
                Layout.fillWidth: true
                isFitted: true
                fontSize: Theme.title
                sign: "check"
                text: root.recheckMinutes > 0
                      //: Button on an alert: somebody sees to it, and it comes up again after %1 minutes.
                      ? qsTr("Seen · again in %1 min").arg(root.recheckMinutes) : qsTr("Seen")
                onClicked: root.seen(0)
            }
            Repeater {
                model: [5, 15, 30]
                delegate: BigButton {
                    required property int modelData
                    objectName: "seen" + modelData
                    visible: modelData !== root.recheckMinutes
                    implicitWidth: Theme.touch * 1.4
                    isFitted: true
                    fontSize: Theme.body
                    tint: Theme.colors.raised
                    //: Small button beside "Seen": look at the alert again after so many minutes.
                    text: qsTr("%1 min").arg(modelData)
                    Accessible.name: qsTr("Seen · again in %1 min").arg(modelData)
                    onClicked: root.seen(modelData)
                }
            }
        }
    }
}
