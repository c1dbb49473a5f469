import QtQuick
import QtQuick.Templates as T
import Muster.Ui

/*! One answer of several; chosen ones are filled and ticked. */
T.Button {
    id: root
    property bool isOn: false

    implicitHeight: Theme.touch
    focusPolicy: Qt.TabFocus
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: isOn

    contentItem: Item {
        Label {
            anchors.fill: parent
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: root.isOn ? Theme.headline + Theme.gap : Theme.gap
            text: root.text
            color: root.isOn ? Theme.colors.paper : Theme.colors.ink
            font.pixelSize: Theme.headline
            font.bold: root.isOn
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.body
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
        Icon {
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            visible: root.isOn
            name: "check"
            color: Theme.colors.paper
            size: Theme.title
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.isOn ? Theme.brandGround : root.down ? Theme.colors.sunken : Theme.colors.raised
        border.width: root.visualFocus ? Theme.stroke : Math.max(1, Theme.hairline)
        border.color: root.visualFocus ? Theme.brandInk : Theme.colors.line
    }
}
