import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Muster.Backend
import Muster.Ui

/*! A line of the run of show: planned, expected or begun, how it stands. */
T.AbstractButton {
    id: root
    required property string name
    required property string owner
    required property string planned
    required property string expected
    required property int status
    required property int minutes
    required property int lateMinutes
    required property int unmetCount
    required property bool isOverrun
    required property bool isDoors
    required property bool isSelected
    readonly property bool isOver: status === Course.CueDone || status === Course.CueSkipped
    readonly property bool isLate: !isOver && (isOverrun || lateMinutes > 0)

    implicitHeight: Math.max(Theme.touchSmall * 1.2, implicitContentHeight + Theme.grid)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: planned + " " + name

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.isSelected || root.down ? Theme.colors.sunken : "transparent"
        border.width: root.visualFocus ? Theme.stroke : Theme.hairline
        border.color: root.visualFocus || root.isSelected ? Theme.brandInk : Theme.colors.line
    }
    contentItem: RowLayout {
        spacing: Theme.gap
        opacity: root.isOver ? Theme.quiet : 1
        Label {
            Layout.preferredWidth: Theme.touch * 1.2
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            font.strikeout: root.expected !== "" && root.expected !== root.planned
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.caption * 0.8
            wrapMode: Text.NoWrap
            text: root.planned !== "" ? root.planned : "–"
        }
        Label {
            Layout.preferredWidth: Theme.touch * 1.2
            color: root.isLate ? Theme.colors.amberInk : Theme.colors.ink
            font.bold: true
            font.pixelSize: Theme.title
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.caption * 0.8
            wrapMode: Text.NoWrap
            text: root.expected !== "" ? root.expected : "–"
        }
        Column {
            Layout.fillWidth: true
            spacing: 0
            Label {
                width: parent.width
                font.bold: true
                font.pixelSize: Theme.title
                font.strikeout: root.status === Course.CueSkipped
                mayElide: true
                text: root.name
            }
            Label {
                width: parent.width
                color: root.isLate ? Theme.colors.amberInk : Theme.colors.inkSoft
                mayElide: true
                text: root.owner
                      + (root.lateMinutes > 0 ? (root.owner !== "" ? " · " : "") + qsTr("%1 min late").arg(root.lateMinutes) : "")
                      //: On a cue that runs longer than planned.
                      + (root.isOverrun ? " · " + qsTr("runs over") : "")
            }
        }
        Chip {
            visible: root.unmetCount > 0 && !root.isOver && root.status !== Course.CueRunning
            color: Theme.colors.amberGround
            ink: Theme.colors.soot
            fontSize: Theme.caption
            sign: "alert"
            //: On a cue: so many things that it needs are not so. %1 is a number.
            text: qsTr("%1 missing").arg(root.unmetCount)
        }
        Chip {
            visible: root.status !== Course.CueWaiting
            fontSize: Theme.caption
            color: root.status === Course.CueRunning ? Theme.colors.greenGround
                   : root.status === Course.CueHeld ? Theme.colors.amberGround : Theme.colors.sunken
            ink: root.status === Course.CueRunning ? Theme.colors.paper
                 : root.status === Course.CueHeld ? Theme.colors.soot : Theme.colors.ink
            //: State of a cue.
            text: root.status === Course.CueRunning ? qsTr("on")
                  //: State of a cue: it waits for the commander.
                  : root.status === Course.CueHeld ? qsTr("held")
                  //: State of a cue.
                  : root.status === Course.CueDone ? qsTr("over")
                  //: State of a cue: it does not happen.
                  : qsTr("left out")
        }
        Icon {
            visible: root.isDoors
            name: "key"
            size: Theme.title
            color: Theme.colors.inkSoft
        }
    }
}
