import QtQuick
import QtQuick.Templates as T
import Muster.Ui

/*! A button for a thumb: a word, a sign before it, one colour. */
T.Button {
    id: root

    property color tint: Theme.colors.sunken
    property color ink: Theme.colors.ink
    property string sign
    property int fontSize: Theme.title
    /*! The place says how wide it is, and long words become smaller; else the words say it. */
    property bool isFitted: false
    readonly property real room: width - Theme.gapWide - (sign !== "" ? fontSize + Theme.grid : 0)

    implicitWidth: isFitted ? Theme.touch * 2 : Math.max(Theme.touch * 2, implicitContentWidth + Theme.gapWide * 2)
    implicitHeight: Theme.touch
    focusPolicy: Qt.TabFocus
    Accessible.name: root.text

    horizontalPadding: Math.max(0, (width - implicitContentWidth) / 2)
    verticalPadding: Math.max(0, (height - implicitContentHeight) / 2)

    contentItem: Row {
        spacing: Theme.grid
        opacity: root.enabled ? 1 : Theme.faint

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.sign !== ""
            name: root.sign
            color: root.ink
            size: root.fontSize
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.text !== ""
            width: root.isFitted ? Math.min(implicitWidth, root.room) : implicitWidth
            fontSizeMode: root.isFitted ? Text.HorizontalFit : Text.FixedSize
            minimumPixelSize: Theme.caption
            verticalAlignment: Text.AlignVCenter
            text: root.text
            color: root.ink
            font.pixelSize: root.fontSize
            font.bold: true
            lineHeight: 1
            wrapMode: Text.NoWrap
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Qt.darker(root.tint, 1.15) : root.tint
        opacity: root.enabled ? 1 : Theme.faint
        border.width: root.visualFocus ? Theme.stroke : Theme.hairline
        border.color: root.visualFocus ? Theme.brandInk : Theme.isStark ? Theme.colors.line : Qt.darker(root.tint, 1.12)
    }
}
