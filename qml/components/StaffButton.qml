import QtQuick
import Muster.Backend
import Muster.Ui

/*! The way to what staff set on this device; a lock where strangers stand. */
BigButton {
    objectName: "staffButton"
    implicitWidth: implicitHeight
    sign: StaffMenu.isGuarded ? "lock" : "settings"
    fontSize: Theme.title
    //: Spoken name of the button that opens the switches of this device.
    Accessible.name: qsTr("Settings of this device")
    onClicked: StaffMenu.ask()
}
