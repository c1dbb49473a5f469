import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! Somebody at a post: since when, what is not in order, who relieves them; and what may be done about it. */
Rectangle {
    id: root
    required property string key
    required property string name
    required property string company
    required property string since
    required property string missing
    required property string relief
    required property string reliefAt
    required property string reliefKey
    required property int minutes
    required property bool isReady
    required property bool isOverlong
    property int touch: Theme.touch
    signal out()
    signal ready()
    signal reliefWanted()
    signal relieved()

    implicitHeight: body.implicitHeight + Theme.gap
    radius: Theme.radiusSmall
    color: Theme.colors.sunken

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
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.title
                mayElide: true
                text: root.name + (root.company !== "" ? " · " + root.company : "")
            }
            Label {
                color: root.isOverlong ? Theme.colors.amberInk : Theme.colors.inkSoft
                font.bold: root.isOverlong
                wrapMode: Text.NoWrap
                text: root.isOverlong
                      //: Somebody stands at a post longer than is good. %1 is for how many minutes.
                      ? qsTr("too long: %1 min").arg(root.minutes)
                      //: Since when somebody stands at a post. %1 is a time, %2 minutes.
                      : qsTr("since %1 · %2 min").arg(root.since).arg(root.minutes)
            }
        }
        Label {
            Layout.fillWidth: true
            visible: root.relief !== ""
            color: Theme.colors.inkSoft
            text: root.reliefAt !== "" ? qsTr("relief %1: %2").arg(root.reliefAt).arg(root.relief)
                                       : qsTr("relief coming: %1").arg(root.relief)
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.grid
            BigButton {
                objectName: "ready"
                Layout.fillWidth: true
                implicitHeight: root.touch
                isFitted: true
                visible: !root.isReady && root.missing !== ""
                tint: Theme.colors.amberGround
                ink: Theme.colors.soot
                sign: "box"
                //: Button: this person's item is in order; only then they count. %1 is uniform, badge, briefing or radio.
                text: root.missing === "uniform" ? qsTr("Uniform in order")
                      //: Button: somebody at a post has their badge.
                      : root.missing === "badge" ? qsTr("Badge in order")
                      //: Button: somebody at a post was briefed.
                      : root.missing === "briefing" ? qsTr("Briefed")
                      //: Button: somebody at a post has a radio.
                      : root.missing === "radio" ? qsTr("Has a radio")
                      //: Button: something else that a post asks for is in order. %1 is the plan's word for it.
                      : qsTr("%1 in order").arg(root.missing)
                onClicked: root.ready()
            }
            BigButton {
                objectName: "relief"
                Layout.fillWidth: true
                implicitHeight: root.touch
                isFitted: true
                tint: Theme.colors.raised
                sign: "swap"
                text: root.relief !== ""
                      //: Button: who was named to relieve this person is here and takes the post.
                      ? qsTr("Relieved")
                      //: Button: names who relieves this person.
                      : qsTr("Relief…")
                onClicked: root.relief !== "" ? root.relieved() : root.reliefWanted()
            }
            BigButton {
                objectName: "out"
                Layout.fillWidth: true
                implicitHeight: root.touch
                isFitted: true
                tint: Theme.colors.raised
                sign: "out"
                //: Button: this person leaves the post.
                text: qsTr("Leaves")
                onClicked: root.out()
            }
        }
    }
}
