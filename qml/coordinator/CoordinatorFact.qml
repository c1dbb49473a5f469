import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Muster.Ui

/*! One figure of the day with its name, and the way to its page. */
T.Button {
    id: root
    property int level: 0  // 0 well, 1 look, 2 act.
    property string figure
    property string sign
    property bool isOn: false
    readonly property color tone: level === 2 ? Theme.colors.redInk
                                  : level === 1 ? Theme.colors.amberInk : Theme.colors.ink

    Layout.fillWidth: true
    Layout.preferredWidth: Theme.touch
    implicitHeight: Theme.touch
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: text + " " + figure
    leftPadding: Theme.gap
    rightPadding: Theme.grid

    contentItem: RowLayout {
        spacing: Theme.grid
        Icon {
            name: root.level > 0 ? "alert" : root.sign
            size: Theme.title
            color: root.level > 0 ? root.tone : Theme.colors.inkSoft
        }
        Column {
            Layout.fillWidth: true
            spacing: 0
            Label {
                width: parent.width
                color: Theme.colors.inkSoft
                font.pixelSize: Theme.caption
                mayElide: true
                text: root.text
            }
            Label {
                objectName: "fact"
                width: parent.width
                color: root.tone
                font.bold: true
                font.pixelSize: Theme.title
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.caption * 0.8
                lineHeight: 1
                wrapMode: Text.NoWrap
                text: root.figure
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.isOn ? Theme.colors.sunken : Theme.colors.raised
        border.width: root.visualFocus ? Theme.stroke : root.isOn ? Theme.stroke / 2 : Theme.hairline
        border.color: root.visualFocus ? Theme.brandInk : root.isOn ? Theme.colors.ink : Theme.colors.line
    }
}
