import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Muster.Ui

/*! A guest in one line of a list, to be touched. */
T.AbstractButton {
    id: root
    required property string name
    required property string latinName
    required property string company
    required property string phone
    required property string className
    required property string band
    required property string zone
    required property bool isInside
    property bool isNext: false  // Return opens this one.

    implicitHeight: Math.max(Theme.touchTall, implicitContentHeight + Theme.gap)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: name + " " + className

    contentItem: RowLayout {
        spacing: Theme.gap
        Column {
            Layout.fillWidth: true
            spacing: 0
            Label {
                width: parent.width
                font.pixelSize: Theme.title
                font.bold: true
                mayElide: true
                //: In place of a guest's name that this device has not received yet.
                text: root.name !== "" ? root.name : qsTr("Name not here yet")
            }
            Label {
                width: parent.width
                visible: text !== ""
                color: Theme.colors.inkSoft
                mayElide: true
                text: (root.company !== "" ? root.company : root.latinName)
                      + (root.phone !== "" ? "  " + root.phone : "")
            }
        }
        Chip {
            text: root.className
            color: root.band === "violet" ? Theme.colors.violetGround
                   : root.band === "blue" ? Theme.colors.blueGround : Theme.colors.sunken
            ink: root.band !== "" ? Theme.colors.paper : Theme.colors.ink
        }
        Chip {
            visible: root.isInside
            color: Theme.colors.amberGround
            ink: Theme.colors.soot
            sign: "clock"
            //: Chip on a guest who has signed in already.
            text: qsTr("In")
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.colors.sunken : Theme.colors.surface
        border.width: root.visualFocus || root.isNext ? Theme.stroke / 2 : Theme.hairline
        border.color: root.visualFocus || root.isNext ? Theme.brandInk : Theme.colors.line
    }
}
