import QtQuick
import Muster.Backend
import Muster.Ui

/*! What the camera sees, in a frame that breathes while it waits; a sign stands in until the first picture. */
Rectangle {
    id: root
    property bool isReading: false

    color: Theme.colors.sunken
    radius: Theme.radius * 2
    Accessible.role: Accessible.Graphic
    //: Spoken name of the camera's picture.
    Accessible.name: qsTr("Camera picture")

    Icon {
        anchors.centerIn: parent
        visible: !preview.hasPicture
        name: "qr"
        size: Math.min(parent.width, parent.height) / 2.4
        color: Theme.colors.inkSoft
    }
    PreviewItem {
        id: preview
        anchors.fill: parent
        anchors.margins: Theme.stroke
        radius: Theme.radius * 2 - Theme.stroke
        Component.onCompleted: Stage.previewSink = preview.videoSink
    }
    Rectangle {
        id: frame
        anchors.fill: parent
        radius: root.radius
        color: "transparent"
        border.width: root.isReading ? Theme.stroke * 2 : Theme.stroke
        border.color: Theme.brandInk

        SequentialAnimation on opacity {
            running: Theme.breath > 0 && root.visible && !root.isReading
            loops: Animation.Infinite
            NumberAnimation { from: 1; to: Theme.faint; duration: Theme.breath / 2; easing.type: Easing.InOutSine }
            NumberAnimation { from: Theme.faint; to: 1; duration: Theme.breath / 2; easing.type: Easing.InOutSine }
            onRunningChanged: frame.opacity = 1
        }
    }
}
