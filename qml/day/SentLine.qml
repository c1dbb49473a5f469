pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Somebody who was sent: where, since when, how far they are; one touch says what comes next. */
Rectangle {
    id: root
    required property string key
    required property string name
    required property string place
    required property string since
    required property string incidents
    required property int minutes
    required property int status
    required property bool isDoubled
    property int touch: Theme.touch
    signal moved(state: int)

    objectName: "sent-" + key
    implicitHeight: body.implicitHeight + Theme.gap
    radius: Theme.radiusSmall
    color: Theme.colors.sunken

    component Act: BigButton {
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.touch
        implicitHeight: root.touch
        isFitted: true
        tint: Theme.colors.raised
    }
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
            Label {
                objectName: "sentTo"
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.title
                mayElide: true
                text: root.name + " → " + root.place
            }
            Label {
                objectName: "sentSince"
                color: Theme.colors.inkSoft
                wrapMode: Text.NoWrap
                text: (root.status === DayDesk.DispatchOnTheWay ? qsTr("on the way")
                       : root.status === DayDesk.DispatchThere ? qsTr("there") : qsTr("sent"))
                      + " · " + qsTr("since %1 · %2 min").arg(root.since).arg(root.minutes)
            }
        }
        Label {
            objectName: "sentDoubled"
            Layout.fillWidth: true
            visible: root.isDoubled
            color: Theme.colors.amberInk
            font.bold: true
            //: Under somebody who is on two incidents at once. %1 are their numbers.
            text: qsTr("on two incidents: %1").arg(root.incidents)
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.grid
            Act {
                objectName: "sentOnTheWay"
                visible: root.status === DayDesk.DispatchSent
                sign: "arrow"
                text: qsTr("On the way")
                onClicked: root.moved(DayDesk.DispatchOnTheWay)
            }
            Act {
                objectName: "sentThere"
                visible: root.status !== DayDesk.DispatchThere
                sign: "flag"
                text: qsTr("There")
                onClicked: root.moved(DayDesk.DispatchThere)
            }
            Act {
                objectName: "sentBack"
                sign: "undo"
                //: Button: somebody who was sent away has come back.
                text: qsTr("Is back")
                onClicked: root.moved(DayDesk.DispatchBack)
            }
        }
    }
}
