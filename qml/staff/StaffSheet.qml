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
        readonly property int seconds: StaffMenu.waitSeconds
        anchors.centerIn: parent
        width: Math.min(root.width - Theme.margin * 2, Theme.lineMax * 1.8)
        visible: root.isLocked
        //: Above the PIN pad of a kiosk.
        title: qsTr("For staff: PIN")
        isNoteGrave: StaffMenu.isWrong || isWaiting
        note: isWaiting
              //: Too many wrong PINs. %1 is how many seconds nobody can try.
              ? qsTr("Too often wrong. Wait %1 s").arg(seconds)
              : StaffMenu.isWrong
                //: The PIN was wrong; try again.
                ? qsTr("That is not the PIN")
                //: Where staff find the PIN.
                : qsTr("The coordinator's screen shows it")
        typedCount: StaffMenu.typedCount
        dotCount: 6
        isWaiting: seconds > 0
        onTyped: (digit) => StaffMenu.type(digit)
        onErased: StaffMenu.erase()
        onCancelled: StaffMenu.close()
    }
    StaffSwitches {
        anchors.centerIn: parent
        width: Math.min(root.width - Theme.margin * 2, Theme.lineMax * 1.8)
        visible: !root.isLocked
    }
}
