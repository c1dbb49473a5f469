import QtQuick
import Muster.Backend
import Muster.Ui

/*! Says at a coordinator's device that another one is the hub: what is asked there is not decided here. */
Rectangle {
    id: root
    objectName: "turn"
    visible: Coordinator.isBesideHub
    implicitHeight: words.implicitHeight + Theme.grid * 2
    radius: Theme.radiusSmall
    color: Theme.colors.blueGround
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Label {
        id: words
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        color: Theme.colors.paper
        font.bold: true
        text: Coordinator.isCutOff
              //: At a second coordinator; the hub is the device that decides between rivals.
              ? qsTr("Another device is the hub, and it cannot be reached. If its machine is gone: muster promote.")
              //: At a second coordinator, or at one that was the hub before.
              : qsTr("Another device is the hub. This one stands beside it.")
    }
}
