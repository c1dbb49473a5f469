import QtQuick
import QtQuick.Templates as T
import Muster.Ui

/*! One answer of several; chosen ones are filled and ticked. A box says that more than one may be chosen. */
T.Button {
    id: root
    property bool isOn: false
    property bool isMany: false
    property int fontSize: Theme.headline
    readonly property bool isSigned: isMany || isOn && width > Theme.touch * 3

    implicitHeight: Theme.touch
    focusPolicy: Qt.TabFocus
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: isOn

    contentItem: Item {
        Icon {
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            visible: root.isSigned
            name: !root.isMany ? "check" : root.isOn ? "box-checked" : "box"
            color: root.isOn ? Theme.colors.paper : Theme.colors.inkSoft
            size: root.isMany ? Theme.headline : Theme.title
        }
        Label {
            anchors.fill: parent
            anchors.leftMargin: root.isSigned ? Theme.headline + Theme.gap * 1.5 : Theme.grid
            anchors.rightMargin: anchors.leftMargin
            text: root.text
            color: root.isOn ? Theme.colors.paper : Theme.colors.ink
            font.pixelSize: root.fontSize
            font.bold: root.isOn
            fontSizeMode: Text.Fit
            minimumPixelSize: Math.min(Theme.body, root.fontSize)
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.isOn ? Theme.brandGround : root.down ? Theme.colors.sunken : Theme.colors.raised
        border.width: root.visualFocus ? Theme.stroke : Math.max(1, Theme.hairline)
        border.color: root.visualFocus ? Theme.brandInk : Theme.colors.line
    }
}
