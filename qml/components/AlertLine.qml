import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! One alert: who or what, where, since when, who should come. */
Rectangle {
    id: root
    required property string key
    required property string kind
    required property string text
    required property string name
    required property string className
    required property string zone
    required property string station
    required property string host
    required property string called
    required property string losing
    required property int ageSeconds
    required property bool isAboutGuest
    required property bool isMine
    required property bool isEscalated
    property int touch: Theme.touchSmall
    readonly property string who: (name !== "" ? name : qsTr("Name not here yet"))
                                  + (className !== "" ? " · " + className : "")
    readonly property bool isCall: kind === "vip" || kind === "media"
    signal seen()
    signal opened()
    signal lostWanted()

    implicitHeight: line.implicitHeight + Theme.grid * 2
    radius: Theme.radiusSmall
    color: Theme.colors.sunken
    Accessible.role: Accessible.AlertMessage
    Accessible.name: headline.text + " · " + details.text
    border.width: isEscalated ? Theme.stroke / 2 : 0
    border.color: Theme.colors.redInk

    RowLayout {
        id: line
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        spacing: Theme.gap
        Icon {
            name: root.kind === "vip" ? "star" : root.kind === "media" ? "camera"
                  : root.kind === "referral" ? "people" : root.kind === "conflict" ? "swap" : root.kind === "staff_called" ? "bell" : "alert"
            size: Theme.title
            color: root.isCall ? Theme.colors.violetInk : Theme.colors.amberInk
        }
        Column {
            Layout.fillWidth: true
            spacing: 0
            Label {
                id: headline
                objectName: "alertHeadline"
                width: parent.width
                font.bold: true
                text: root.isAboutGuest ? root.who : root.text
            }
            Label {
                id: details
                objectName: "alertDetails"
                width: parent.width
                color: root.isEscalated ? Theme.colors.redInk : Theme.colors.inkSoft
                font.pixelSize: Theme.caption
                text: (root.isAboutGuest ? root.text + " · " : "")
                      + (root.station !== "" ? root.station + " · " : "")
                      //: Where a guest is now. %1 is a zone's letter.
                      + (root.zone !== "" ? qsTr("now in %1").arg(root.zone) + " · " : "")
                      + (root.ageSeconds < 120 ? qsTr("%1 s ago").arg(root.ageSeconds)
                                             : qsTr("%1 min ago").arg(Math.floor(root.ageSeconds / 60)))
                      + (root.host !== "" ? " · " + root.host : "")
                      //: On an alert: who of the staff on duty is called. %1 are names.
                      + (root.called !== "" ? " · " + qsTr("called: %1").arg(root.called) : "")
                      //: Mark on an alert for the very person who works at this tablet.
                      + (root.isMine && root.kind !== "referral" ? " · " + qsTr("for you") : "")
                      //: Mark on an alert that nobody has answered for a minute.
                      + (root.isEscalated ? " · " + qsTr("nobody has answered") : "")
            }
        }
        BigButton {
            objectName: "judge"
            visible: root.kind === "conflict"
            implicitHeight: root.touch
            implicitWidth: root.touch * 2
            fontSize: Theme.body
            tint: Theme.colors.raised
            //: Button on an alert about a conflict: opens the page where it is judged.
            text: qsTr("Judge")
            onClicked: root.opened()
        }
        BigButton {
            objectName: "declareLost"
            visible: root.losing !== ""
            implicitHeight: root.touch
            fontSize: Theme.body
            tint: Theme.colors.raised
            //: Button on an alert about a device that keeps places: asks why, then frees them.
            text: qsTr("Declare lost…")
            onClicked: root.lostWanted()
        }
        BigButton {
            objectName: "seen"
            visible: root.kind !== "conflict"
            implicitHeight: root.touch
            implicitWidth: root.touch * 2
            fontSize: Theme.body
            tint: Theme.colors.raised
            text: root.kind === "referral"
                  //: Button on a guest who was sent to the problem desk: they were helped.
                  ? qsTr("Done")
                  //: Button on an alert: somebody takes care of it.
                  : qsTr("Seen")
            onClicked: root.seen()
        }
    }
}
