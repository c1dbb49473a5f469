pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Who is next: time to stand up slowly. */
Rectangle {
    id: root
    property bool isPortrait: false

    implicitHeight: body.implicitHeight + Theme.gap * 2
    radius: Theme.radiusSmall
    color: Theme.colors.sunken
    clip: true

    ColumnLayout {
        id: body
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap
        spacing: Theme.gap
        Label {
            Layout.fillWidth: true
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.headline
            font.bold: true
            //: Heading of a board: these numbers are called next.
            text: qsTr("Coming up")
        }
        GridLayout {
            Layout.fillWidth: true
            columns: root.isPortrait ? 4 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.grid
            Repeater {
                model: Board.onDeck
                delegate: Label {
                    required property string number
                    required property int index
                    Layout.fillWidth: true
                    visible: index < (root.isPortrait ? 4 : 6)
                    font.pixelSize: root.isPortrait ? Theme.display : Theme.hero
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.title
                    font.bold: true
                    wrapMode: Text.NoWrap
                    text: number
                }
            }
        }
        Label {
            Layout.fillWidth: true
            visible: Board.onDeck.count === 0
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.headline
            text: "–"
        }
    }
}
