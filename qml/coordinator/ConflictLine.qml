import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Muster.Backend
import Muster.Ui

/*! One conflict in the list. */
T.AbstractButton {
    id: root
    required property string key
    required property string name
    required property string className
    required property string summary
    required property string decidedBy
    required property bool isOpen
    required property bool isSelected

    implicitHeight: Math.max(Theme.touchSmall * 1.4, implicitContentHeight + Theme.gap)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: name + " " + summary

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.isSelected ? Theme.colors.sunken : "transparent"
        border.width: root.visualFocus ? Theme.stroke : Theme.hairline
        border.color: root.visualFocus ? Theme.brandInk : Theme.colors.line
    }
    contentItem: RowLayout {
        spacing: Theme.gap
        StatusDot { meaning: root.isOpen ? Meaning.LookAgain : Meaning.ComeIn }
        Column {
            Layout.fillWidth: true
            spacing: 0
            Label {
                width: parent.width
                font.bold: true
                font.pixelSize: Theme.title
                mayElide: true
                text: root.name !== "" ? root.name : qsTr("Name not here yet")
            }
            Label {
                width: parent.width
                color: Theme.colors.inkSoft
                text: root.summary
            }
        }
        Label {
            visible: !root.isOpen
            color: Theme.colors.greenInk
            font.bold: true
            wrapMode: Text.NoWrap
            //: A conflict that was judged. %1 is who judged it.
            text: qsTr("judged by %1").arg(root.decidedBy)
        }
    }
}
