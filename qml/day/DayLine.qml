import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Muster.Backend
import Muster.Ui

/*! One line of a list of the day, to be touched: how it stands, what it is, what is to be known of it. */
T.AbstractButton {
    id: root
    property int level: 0  // 0 well, 1 look, 2 act.
    property string title
    property string detail
    property string beside
    property string mark
    property string sign
    property bool isSelected: false
    property bool isOver: false
    property bool isPlain: false  // A heading, not a thing: no dot.

    implicitWidth: Theme.lineMax
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + Theme.gap)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: title + " " + beside + " " + detail

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.isSelected || root.down ? Theme.colors.sunken : "transparent"
        border.width: root.visualFocus ? Theme.stroke : Theme.hairline
        border.color: root.visualFocus || root.isSelected ? Theme.brandInk : Theme.colors.line
    }
    contentItem: RowLayout {
        spacing: Theme.gap
        opacity: root.isOver ? Theme.quiet : 1

        Icon {
            visible: root.isPlain || root.level > 0
            name: root.isPlain ? root.sign : root.level === 2 ? "alert" : "clock"
            size: Theme.title
            color: root.level === 2 ? Theme.colors.redInk
                   : root.level === 1 ? Theme.colors.amberInk : Theme.colors.inkSoft
        }
        StatusDot {
            Layout.leftMargin: (Theme.title - Theme.dot) / 2
            Layout.rightMargin: (Theme.title - Theme.dot) / 2
            visible: !root.isPlain && root.level === 0
            meaning: root.isOver ? Meaning.Neutral : Meaning.ComeIn
        }
        Column {
            Layout.fillWidth: true
            spacing: 0
            Label {
                width: parent.width
                font.bold: true
                font.pixelSize: Theme.title
                mayElide: true
                text: root.title
            }
            Label {
                width: parent.width
                visible: text !== ""
                color: root.level === 2 ? Theme.colors.redInk
                       : root.level === 1 ? Theme.colors.amberInk : Theme.colors.inkSoft
                mayElide: true
                text: root.detail
            }
        }
        Chip {
            text: root.mark
            fontSize: Theme.caption
        }
        Label {
            visible: text !== ""
            font.bold: true
            font.pixelSize: Theme.title
            wrapMode: Text.NoWrap
            text: root.beside
        }
    }
}
