import QtQuick
import QtQuick.Templates as T
import Muster.Ui

/*! A button that must be held for a moment: what it does cannot happen by brushing against it. Fills while held. */
T.DelayButton {
    id: root
    property color tint: Theme.colors.greenGround
    property color ink: Theme.colors.paper
    property string sign
    property int fontSize: Theme.title
    signal held()

    implicitWidth: Theme.touch * 3
    implicitHeight: Theme.touch
    delay: Theme.holding
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.onPressAction: root.held()  // A screen reader cannot hold.
    onActivated: {
        root.checked = false;
        root.held();
    }

    transition: Transition {
        NumberAnimation { duration: root.delay * (root.pressed ? 1 - root.progress : root.progress / 2) }
    }
    contentItem: Item {
        opacity: root.enabled ? 1 : Theme.faint
        Icon {
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            visible: root.sign !== ""
            name: root.sign
            color: root.ink
            size: root.fontSize
        }
        Label {
            anchors.fill: parent
            anchors.leftMargin: root.sign !== "" ? root.fontSize + Theme.gap + Theme.grid : Theme.gap
            anchors.rightMargin: Theme.gap
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.caption
            font.pixelSize: root.fontSize
            font.bold: true
            lineHeight: 1
            wrapMode: Text.NoWrap
            color: root.ink
            text: root.text
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.tint
        opacity: root.enabled ? 1 : Theme.faint
        border.width: root.visualFocus ? Theme.stroke : Theme.hairline
        border.color: root.visualFocus ? Theme.brandInk : Qt.darker(root.tint, 1.12)
        Rectangle {
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            width: parent.width * root.progress
            radius: Theme.radius
            color: Qt.darker(root.tint, 1.5)
        }
    }
}
