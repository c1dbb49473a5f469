pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Who was sent where since when, and is not back; those who were sent first stand first. */
ColumnLayout {
    id: root
    required property DayDesk desk
    property int touch: Theme.touch
    readonly property int count: list.count
    spacing: Theme.grid

    Label {
        Layout.fillWidth: true
        color: Theme.colors.inkSoft
        font.bold: true
        //: Heading of the list of staff who were sent somewhere; %1 is how many.
        text: qsTr("Sent out · %1").arg(list.count)
    }
    ListView {
        id: list
        objectName: "sentList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        implicitHeight: contentHeight
        clip: true
        spacing: Theme.grid
        boundsBehavior: Flickable.StopAtBounds
        model: root.desk.sent
        delegate: SentLine {
            width: list.width
            touch: root.touch
            onMoved: (state) => root.desk.moveSent(key, state)
        }
    }
}
