pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Who has them, and in which zone: asked wherever things change hands. */
ColumnLayout {
    id: root
    property string staff
    property string zone
    property bool hasZone: true
    readonly property bool isSaid: staff !== "" || zone !== ""
    spacing: Theme.grid

    function clear() {
        root.staff = "";
        root.zone = "";
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.grid
        BigButton {
            objectName: "materialStaff"
            Layout.fillWidth: true
            implicitHeight: Theme.touchSmall
            isFitted: true
            sign: "person"
            //: Button: chooses who has the things that are counted.
            text: root.staff !== "" ? Course.staffName(root.staff) : qsTr("Who has them…")
            onClicked: picker.open()
        }
        BigButton {
            objectName: "materialNobody"
            visible: root.staff !== ""
            implicitHeight: Theme.touchSmall
            sign: "cross"
            //: Spoken name of the button: nobody in particular has the things.
            Accessible.name: qsTr("Nobody in particular")
            onClicked: root.staff = ""
        }
    }
    Flow {
        Layout.fillWidth: true
        visible: root.hasZone && zones.count > 0
        spacing: Theme.grid
        Repeater {
            id: zones
            model: Course.zones
            delegate: CoordinatorTab {
                required property string key
                objectName: "materialZone-" + key
                implicitWidth: Math.max(Theme.touchSmall, implicitContentWidth + Theme.gap * 2)
                isOn: root.zone === key
                text: key
                onClicked: root.zone = root.zone === key ? "" : key
            }
        }
    }
    StaffPicker {
        id: picker
        objectName: "materialPicker"
        desk: Course
        //: Heading of the list of staff: who has the things that are counted.
        title: qsTr("Who has them?")
        onPicked: (staff) => root.staff = staff
    }
}
