import QtQuick
import Muster.Backend
import Muster.Ui

/*! What staff set on this device, over everything else; at a kiosk the PIN comes first. */
FocusScope {
    id: root
    objectName: "staffSheet"
    readonly property bool isLocked: StaffMenu.state === StaffMenu.Locked

    focus: true
    Accessible.role: Accessible.Dialog
    //: Spoken name of the sheet with the switches of this device.
    Accessible.name: qsTr("This device")
    Keys.onEscapePressed: StaffMenu.close()
    Keys.onPressed: (event) => {
        event.accepted = root.isLocked;
        event.key === Qt.Key_Backspace ? StaffMenu.erase() : StaffMenu.type(event.text);
    }
    Component.onCompleted: root.forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.surface
        MouseArea { anchors.fill: parent }  // Nothing beneath is touched.
    }
    PinPad {
        anchors.centerIn: parent
        visible: root.isLocked
    }
    StaffSwitches {
        anchors.centerIn: parent
        width: Math.min(root.width - Theme.margin * 2, Theme.lineMax * 1.8)
        visible: !root.isLocked
    }
}
