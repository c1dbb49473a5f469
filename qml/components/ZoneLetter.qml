import QtQuick
import Muster.Ui

/*! The letter over the door, to be recognised there again. */
Rectangle {
    id: root
    required property string letter
    property int fontSize: Theme.giant
    property color ink: Theme.colors.paper

    implicitWidth: Math.max(implicitHeight, glyph.implicitWidth + fontSize / 3)
    implicitHeight: Math.round(fontSize * 1.28)
    radius: fontSize / 8
    color: Theme.brandGround
    visible: letter !== ""
    Accessible.role: Accessible.StaticText
    Accessible.name: letter

    Label {
        id: glyph
        anchors.centerIn: parent
        text: root.letter
        color: root.ink
        font.pixelSize: root.fontSize
        font.bold: true
        lineHeight: 1
        wrapMode: Text.NoWrap
    }
}
