import QtQuick
import QtQuick.Templates as T
import Muster.Ui

/*! One page of the wall; a number says how many things wait there. */
T.Button {
    id: root
    property bool isOn: false
    property int count: 0

    implicitHeight: Theme.touchSmall
    implicitWidth: implicitContentWidth + Theme.gap * 2
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: text

    horizontalPadding: Math.max(0, (width - implicitContentWidth) / 2)
    verticalPadding: Math.max(0, (height - implicitContentHeight) / 2)

    contentItem: Row {
        spacing: Theme.grid
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.isOn ? Theme.colors.surface : Theme.colors.ink
            font.bold: true
            wrapMode: Text.NoWrap
        }
        Chip {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.count > 0
            color: Theme.colors.amberGround
            ink: Theme.colors.soot
            fontSize: Theme.caption
            text: root.count.toString()
        }
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.isOn ? Theme.colors.ink : Theme.colors.raised
        border.width: root.visualFocus ? Theme.stroke : Theme.hairline
        border.color: root.visualFocus ? Theme.brandInk : Theme.colors.line
    }
}
