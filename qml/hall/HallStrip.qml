import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Above every screen of ours: how the hall runs while it is not as usual, and what the commander says. */
ColumnLayout {
    id: root
    objectName: "hallStrip"
    readonly property bool isShown: Hall.mode !== Hall.Normal || Hall.unreadCount > 0
    spacing: 0
    visible: isShown

    Rectangle {
        objectName: "modeBanner"
        readonly property Tone tone: Tone {
            meaning: Hall.mode === Hall.Evacuate ? Meaning.Stop : Meaning.LookAgain
        }
        Layout.fillWidth: true
        visible: Hall.mode !== Hall.Normal
        implicitHeight: modeRow.implicitHeight + Theme.gap
        color: tone.ground
        Accessible.role: Accessible.AlertMessage
        Accessible.name: title.text

        GridLayout {
            id: modeRow
            // On a tall wall both languages stand one above the other.
            readonly property bool isNarrow: Hall.isWall && root.width < title.implicitWidth + other.implicitWidth
                                                                         + title.font.pixelSize + 4 * Theme.gapWide
            columns: isNarrow ? 2 : 3
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.gapWide
            anchors.rightMargin: Theme.gapWide
            columnSpacing: Theme.gap
            rowSpacing: 0
            Icon {
                name: Hall.mode === Hall.Evacuate ? "out" : "clock"
                size: title.font.pixelSize
                color: title.color
            }
            Label {
                id: title
                objectName: "modeTitle"
                Layout.fillWidth: modeRow.isNarrow
                color: Hall.mode === Hall.Evacuate ? Theme.colors.paper : Theme.colors.soot
                font.pixelSize: Hall.isWall ? Theme.hero : Theme.headline
                font.bold: true
                wrapMode: modeRow.isNarrow ? Text.WordWrap : Text.NoWrap
                //: Before the words for a mode that holds for one zone only. %1 is the zone's letter, %2 the words.
                text: Hall.modePlace !== "" ? qsTr("Zone %1: %2").arg(Hall.modePlace).arg(Hall.modeTitle)
                                            : Hall.modeTitle
            }
            Label {
                id: other
                Layout.row: modeRow.isNarrow ? 1 : 0
                Layout.column: modeRow.isNarrow ? 1 : 2
                Layout.fillWidth: true
                color: title.color
                font.pixelSize: Hall.isWall ? Theme.headline : Theme.body
                text: Hall.isWall ? Hall.modeTitleOther : Hall.modeReason !== "" ? Hall.modeReason : Hall.modeWords
            }
        }
    }
    Rectangle {
        objectName: "messageStrip"
        Layout.fillWidth: true
        visible: Hall.unreadCount > 0
        implicitHeight: messageRow.implicitHeight + Theme.gap
        color: Theme.colors.blueGround
        Accessible.role: Accessible.AlertMessage
        Accessible.name: words.text

        RowLayout {
            id: messageRow
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.gapWide
            anchors.rightMargin: Theme.gapWide
            spacing: Theme.gap
            Icon {
                name: "bell"
                size: Theme.headline
                color: Theme.colors.paper
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0
                Label {
                    id: words
                    objectName: "messageText"
                    Layout.fillWidth: true
                    color: Theme.colors.paper
                    font.pixelSize: Hall.isWall ? Theme.display : Theme.title
                    font.bold: true
                    text: Hall.text
                }
                Label {
                    visible: !Hall.isWall
                    color: Theme.colors.paper
                    font.pixelSize: Theme.caption
                    //: Who said something to everybody, and when. %1 is a name, %2 a time like 14:01.
                    text: qsTr("%1 · %2").arg(Hall.from).arg(Hall.time)
                }
            }
            Label {
                visible: Hall.unreadCount > 1 && !Hall.isWall
                color: Theme.colors.paper
                font.pixelSize: Theme.title
                wrapMode: Text.NoWrap
                //: Beside a message: so many more have not been read. %1 is a number.
                text: qsTr("+ %1").arg(Hall.unreadCount - 1)
            }
            BigButton {
                objectName: "markRead"
                visible: !Hall.isWall
                implicitHeight: Theme.touch
                fontSize: Theme.title
                sign: "check"
                //: Button: somebody has read what the commander said.
                text: qsTr("Read")
                onClicked: Hall.markRead()
            }
        }
    }
}
