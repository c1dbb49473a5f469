pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Who is called, and to which counter; the latest is the largest. */
ColumnLayout {
    id: root
    required property int shownMax
    spacing: Theme.grid

    Label {
        Layout.fillWidth: true
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.headline
        font.bold: true
        //: Heading of a board in a waiting hall.
        text: qsTr("Now calling")
    }
    Repeater {
        id: calls
        model: Board.calls
        delegate: BoardCall {
            required property int index
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: index === 0 ? Theme.colossal : Theme.giant
            Layout.maximumHeight: index === 0 ? Theme.colossal * 1.2 : Theme.giant * 1.4
            visible: index < root.shownMax
            isLatest: index === 0
        }
    }
    Label {
        objectName: "nobody"
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: calls.count === 0
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.display
        //: Board in a waiting hall: no number is called at this moment.
        text: qsTr("Please take a seat.\nYour number will show here.")
    }
    Item {
        Layout.fillHeight: true
        Layout.preferredHeight: 0
    }
}
