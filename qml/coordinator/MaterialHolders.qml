pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Who has what is out of the kind that was touched. */
ColumnLayout {
    id: root
    signal taken(staff: string, zone: string)
    spacing: Theme.grid

    Label {
        Layout.fillWidth: true
        visible: list.count > 0
        color: Theme.colors.inkSoft
        font.bold: true
        //: Heading of the list of who has things that were given out.
        text: qsTr("Who has them")
    }
    ListView {
        id: list
        objectName: "holders"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        spacing: Theme.grid
        boundsBehavior: Flickable.StopAtBounds
        model: Course.holders
        delegate: HolderLine {
            width: list.width
            onClicked: root.taken(name !== "" ? key : "", zone)
        }
    }
}
