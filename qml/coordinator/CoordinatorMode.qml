import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! How the hall runs, and what is said to everybody: one touch, and every gate, kiosk, board and voice follows. */
Tile {
    id: root
    required property bool isPortrait
    //: Heading above the buttons for how the hall runs.
    title: qsTr("The hall")

    GridLayout {
        Layout.fillWidth: true
        columns: root.isPortrait ? 2 : 5
        columnSpacing: Theme.grid
        rowSpacing: Theme.grid

        BigButton {
            objectName: "modeNormal"
            Layout.fillWidth: true
            isFitted: true
            tint: Hall.mode === Hall.Normal ? Theme.colors.greenGround : Theme.colors.sunken
            ink: Hall.mode === Hall.Normal ? Theme.colors.paper : Theme.colors.ink
            sign: "check"
            //: Mode of the hall: everything as usual, or the all-clear.
            text: qsTr("Normal")
            onClicked: Coordinator.setMode("", Hall.Normal, "")
        }
        BigButton {
            objectName: "modeSlow"
            Layout.fillWidth: true
            isFitted: true
            tint: Hall.mode === Hall.Slow ? Theme.colors.amberGround : Theme.colors.sunken
            ink: Hall.mode === Hall.Slow ? Theme.colors.soot : Theme.colors.ink
            sign: "clock"
            //: Mode of the hall: guests are let in as fast as others leave.
            text: qsTr("Slow the flow")
            onClicked: Coordinator.setMode("", Hall.Slow, "")
        }
        BigButton {
            objectName: "modeHold"
            Layout.fillWidth: true
            isFitted: true
            tint: Hall.mode === Hall.Hold ? Theme.colors.amberGround : Theme.colors.sunken
            ink: Hall.mode === Hall.Hold ? Theme.colors.soot : Theme.colors.ink
            sign: "lock"
            //: Mode of the hall: nobody more is let in.
            text: qsTr("Hold")
            onClicked: Coordinator.setMode("", Hall.Hold, "")
        }
        HoldButton {
            objectName: "modeEvacuate"
            Layout.fillWidth: true
            tint: Hall.mode === Hall.Evacuate ? Theme.colors.redGround : Theme.colors.sunken
            ink: Hall.mode === Hall.Evacuate ? Theme.colors.paper : Theme.colors.redInk
            sign: "out"
            //: Mode of the hall: everybody leaves. Held for a moment, and nothing is asked: it must be quick.
            text: qsTr("Hold to evacuate")
            onHeld: Coordinator.setMode("", Hall.Evacuate, "")
        }
        BigButton {
            objectName: "sayToAll"
            Layout.fillWidth: true
            isFitted: true
            sign: "bell"
            //: Button: a message to everybody.
            text: qsTr("Say to all")
            onClicked: saying.open()
        }
    }
    ReasonDialog {
        id: saying
        objectName: "sayDialog"
        hasKeyboard: false
        //: Dialog: a message to everybody.
        title: qsTr("Say to all")
        //: What becomes of a message to everybody.
        detail: qsTr("It stands above every screen of ours until somebody there has read it.")
        //: Button: sends the message.
        actText: qsTr("Say it")
        onGiven: (words) => Coordinator.say("all", words)
    }
}
