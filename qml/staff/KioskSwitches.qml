import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What only a kiosk has: names that others may read, and a camera that guests must find. */
ColumnLayout {
    id: root
    spacing: Theme.gap

    SwitchRow {
        Layout.fillWidth: true
        sign: Settings.areNamesHidden ? "eye-off" : "eye"
        //: Staff set whether a kiosk shows guests' names, which others may read.
        label: qsTr("Guests' names")
        SwitchButton {
            objectName: "showNames"
            isOn: !Settings.areNamesHidden
            //: Guests' names are shown.
            text: qsTr("Shown")
            onClicked: StaffMenu.setNamesHidden(false)
        }
        SwitchButton {
            objectName: "hideNames"
            isOn: Settings.areNamesHidden
            //: Guests' names are hidden.
            text: qsTr("Hidden")
            onClicked: StaffMenu.setNamesHidden(true)
        }
    }
    SwitchRow {
        Layout.fillWidth: true
        sign: "camera"
        //: Staff set where this kiosk's camera is, so that an arrow shows it to guests.
        label: qsTr("Camera")
        SwitchButton {
            objectName: "cameraUnknown"
            isOn: Settings.cameraSide === Settings.CameraUnknown
            //: No arrow to the camera.
            text: qsTr("No arrow")
            onClicked: StaffMenu.setCameraSide(Settings.CameraUnknown)
        }
        SwitchButton {
            objectName: "cameraAbove"
            isOn: Settings.cameraSide === Settings.CameraAbove
            //: The camera is above the screen.
            text: qsTr("Above")
            onClicked: StaffMenu.setCameraSide(Settings.CameraAbove)
        }
        SwitchButton {
            objectName: "cameraBelow"
            isOn: Settings.cameraSide === Settings.CameraBelow
            //: The camera is below the screen.
            text: qsTr("Below")
            onClicked: StaffMenu.setCameraSide(Settings.CameraBelow)
        }
        SwitchButton {
            objectName: "cameraLeft"
            isOn: Settings.cameraSide === Settings.CameraLeft
            //: The camera is at the left of the screen.
            text: qsTr("Left")
            onClicked: StaffMenu.setCameraSide(Settings.CameraLeft)
        }
        SwitchButton {
            objectName: "cameraRight"
            isOn: Settings.cameraSide === Settings.CameraRight
            //: The camera is at the right of the screen.
            text: qsTr("Right")
            onClicked: StaffMenu.setCameraSide(Settings.CameraRight)
        }
    }
}
