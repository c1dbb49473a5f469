import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The wall of a waiting zone, to be read from ten metres: called where, who is next, and of when that is. */
FocusScope {
    id: root
    objectName: "boardScreen"
    readonly property bool isPortrait: height > width
    focus: true

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gap

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: root.isPortrait ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            BoardCalls {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.touch  // Whatever it says, it takes what is left.
                shownMax: root.isPortrait ? 5 : 4
            }
            BoardDeck {
                Layout.fillWidth: root.isPortrait
                Layout.fillHeight: !root.isPortrait
                Layout.minimumWidth: root.isPortrait ? -1 : root.width * 0.26
                Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.26
                isPortrait: root.isPortrait
            }
        }
        BoardFooter { Layout.fillWidth: true }
    }
    BoardVeil {
        anchors.fill: parent
        visible: Board.isStale
    }
}
