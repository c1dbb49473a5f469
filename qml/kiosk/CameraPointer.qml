import QtQuick
import Muster.Backend
import Muster.Ui

/*! An arrow at the edge of the screen where the camera really is, if staff said where. */
Rectangle {
    id: root
    readonly property int side: Settings.cameraSide
    readonly property bool isAtTop: side === Settings.CameraAbove
    readonly property bool isAtBottom: side === Settings.CameraBelow
    readonly property bool isAtLeft: side === Settings.CameraLeft

    objectName: "cameraPointer"
    visible: side !== Settings.CameraUnknown
    implicitWidth: row.implicitWidth + Theme.gapWide * 2
    implicitHeight: Theme.touchTall
    radius: height / 2
    color: Theme.brandGround

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.gap
        layoutDirection: root.isAtLeft || root.isAtTop ? Qt.LeftToRight : Qt.RightToLeft
        Icon {
            objectName: "cameraArrow"
            anchors.verticalCenter: parent.verticalCenter
            name: "arrow"
            size: Theme.display
            color: Theme.colors.paper
            rotation: root.isAtTop ? -90 : root.isAtBottom ? 90 : root.isAtLeft ? 180 : 0
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.paper
            font.pixelSize: Theme.headline
            font.bold: true
            wrapMode: Text.NoWrap
            //: Beside an arrow that points to the camera of the kiosk.
            text: qsTr("Camera")
        }
    }
}
