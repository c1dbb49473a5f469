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

        Item {
            id: hall
            Layout.fillWidth: true
            Layout.fillHeight: true

            BoardCalls {
                width: root.isPortrait ? hall.width : hall.width * 0.74 - Theme.gap
                height: root.isPortrait ? hall.height * 0.8 - Theme.gap : hall.height
                shownMax: root.isPortrait ? 5 : 4
            }
            BoardDeck {
                anchors.right: hall.right
                anchors.bottom: hall.bottom
                width: root.isPortrait ? hall.width : hall.width * 0.26
                height: root.isPortrait ? hall.height * 0.2 : hall.height
                isPortrait: root.isPortrait
            }
        }
        BoardFooter { Layout.fillWidth: true }
    }
    BoardVeil {
        anchors.fill: parent
        visible: Board.isStale
        text: Board.figuresFrom !== ""
              //: Veil over a board that is cut off. %1 is a time like 14:01.
              ? qsTr("Figures from %1 – please listen to our staff").arg(Board.figuresFrom)
              //: Veil over a board that never heard of the day.
              : qsTr("No figures yet – please listen to our staff")
    }
}
