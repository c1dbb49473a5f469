import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Language, look, sounds, names, motion: each at once, each kept. */
ColumnLayout {
    id: root
    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.display
        font.bold: true
        text: qsTr("This device")
    }
    SwitchRow {
        Layout.fillWidth: true
        sign: "info"
        //: Staff set the language in which this device starts.
        label: qsTr("Language")
        SwitchButton {
            objectName: "setChinese"
            isOn: Settings.isChinese
            text: "中文"
            onClicked: StaffMenu.setLanguage("zh")
        }
        SwitchButton {
            objectName: "setEnglish"
            isOn: !Settings.isChinese
            text: "English"
            onClicked: StaffMenu.setLanguage("en")
        }
    }
    SwitchRow {
        Layout.fillWidth: true
        sign: "contrast"
        //: Staff set how this device looks: light, dark, high contrast.
        label: qsTr("Look")
        SwitchButton {
            objectName: "setLight"
            isOn: Settings.scheme === Settings.Light
            //: Dark letters on a light ground.
            text: qsTr("Light")
            onClicked: StaffMenu.setScheme(Settings.Light)
        }
        SwitchButton {
            objectName: "setDark"
            isOn: Settings.scheme === Settings.Dark
            //: Light letters on a dark ground.
            text: qsTr("Dark")
            onClicked: StaffMenu.setScheme(Settings.Dark)
        }
        SwitchButton {
            objectName: "setContrast"
            isOn: Settings.scheme === Settings.HighContrast
            //: White letters on black, for bad light and weak eyes.
            text: qsTr("High contrast")
            onClicked: StaffMenu.setScheme(Settings.HighContrast)
        }
    }
    SwitchRow {
        Layout.fillWidth: true
        sign: Settings.isMuted ? "mute" : "sound"
        //: Staff set whether this device makes sounds.
        label: qsTr("Sounds")
        SwitchButton {
            objectName: "setLoud"
            isOn: !Settings.isMuted
            //: Sounds are on.
            text: qsTr("On")
            onClicked: StaffMenu.setMuted(false)
        }
        SwitchButton {
            objectName: "setMute"
            isOn: Settings.isMuted
            //: Sounds are off.
            text: qsTr("Muted")
            onClicked: StaffMenu.setMuted(true)
        }
    }
    KioskSwitches {
        Layout.fillWidth: true
        visible: Stage.screen === Stage.KioskScreen
    }
    SwitchRow {
        Layout.fillWidth: true
        sign: "swap"
        //: Staff set whether things move on the screen.
        label: qsTr("Motion")
        SwitchButton {
            objectName: "moveMuch"
            isOn: !Settings.isMotionReduced
            //: Things may move.
            text: qsTr("Gentle")
            onClicked: StaffMenu.setMotionReduced(false)
        }
        SwitchButton {
            objectName: "moveLittle"
            isOn: Settings.isMotionReduced
            //: Nothing moves.
            text: qsTr("None")
            onClicked: StaffMenu.setMotionReduced(true)
        }
    }
    StaffCode {
        Layout.fillWidth: true
        visible: StaffMenu.pin !== ""
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        spacing: Theme.gap
        LeaveButton {}
        Item { Layout.fillWidth: true }
        BigButton {
            objectName: "staffDone"
            Layout.preferredHeight: Theme.touchTall
            Layout.preferredWidth: Theme.touchTall * 3
            tint: Theme.colors.greenGround
            ink: Theme.colors.paper
            sign: "check"
            fontSize: Theme.headline
            text: qsTr("Done")
            onClicked: StaffMenu.close()
        }
    }
}
