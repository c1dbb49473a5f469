pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Who? A badge before the camera or scanner, a name in the list; and what who is here can do. */
Item {
    id: root
    property string trouble
    readonly property bool isTouched: Stage.screen !== Stage.CoordinatorScreen  // The wall has keys of its own.
    readonly property bool isGiving: Worker.purpose === Worker.GivingPin

    function begin() {
        if (!root.isTouched)
            filter.forceActiveFocus();
    }

    ColumnLayout {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.lineMax * 1.8)
        height: parent.height
        spacing: Theme.gap

        Label {
            objectName: "workerTitle"
            Layout.fillWidth: true
            font.pixelSize: Theme.headline
            font.bold: true
            //: Title of a list of staff: the one who is touched gets a new PIN.
            text: root.isGiving ? qsTr("Who gets a new PIN?")
                  //: Title of the sheet where staff say who works at this device; nobody has yet.
                  : Worker.code === "" ? qsTr("Who works here?")
                  //: Title of the sheet where staff say who works at this device. %1 is a name.
                  : qsTr("%1 works here").arg(Worker.name)
        }
        Label {
            objectName: "workerTrouble"
            Layout.fillWidth: true
            visible: text !== ""
            color: Theme.colors.redInk
            font.pixelSize: Theme.title
            text: root.trouble
        }
        Label {
            objectName: "workerGear"
            Layout.fillWidth: true
            visible: Worker.leaverGear !== ""
            color: Theme.colors.amberInk
            font.pixelSize: Theme.title
            //: Who signed off still has radios, keys … %1 is a name, %2 the tags.
            text: qsTr("%1 still has to give back: %2").arg(Worker.leaverName).arg(Worker.leaverGear)
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.grid
            visible: !root.isGiving
            BigButton {
                objectName: "signOff"
                visible: Worker.code !== ""
                enabled: !Worker.isBusy
                sign: "out"
                //: Button: who works at this device leaves it.
                text: qsTr("Sign off")
                onClicked: Worker.signOff()
            }
            BigButton {
                objectName: "changePin"
                visible: Worker.code !== "" && (Worker.hasPin || Worker.canGivePins)
                sign: "key"
                //: Button: who works at this device wants another PIN.
                text: qsTr("Change PIN")
                onClicked: Worker.changePin()
            }
            BigButton {
                objectName: "givePin"
                visible: Worker.canGivePins
                sign: "lock"
                //: Button at the coordinator's: somebody of the staff gets a new PIN.
                text: qsTr("Give somebody a PIN")
                onClicked: Worker.givePin()
            }
        }
        Label {
            Layout.fillWidth: true
            visible: !root.isGiving
            color: Theme.colors.inkSoft
            //: Under the title of the sheet where staff say who works at this device.
            text: qsTr("Scan your badge, or touch your name. What is done here bears it from then on.")
        }
        Field {
            id: filter
            objectName: "workerFilter"
            Layout.fillWidth: true
            sign: "search"
            text: Worker.filter
            placeholderText: qsTr("Name, code or company")
            onTextEdited: Worker.filter = text
            onAccepted: if (list.count === 1) Worker.choose((list.itemAtIndex(0) as WorkerLine).key)
        }
        ListView {
            id: list
            objectName: "workerList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.grid
            boundsBehavior: Flickable.StopAtBounds
            model: Worker.people
            delegate: WorkerLine {
                width: list.width
                enabled: !Worker.isBusy
                onClicked: Worker.choose(key)
            }
        }
        BigButton {
            objectName: "workerBack"
            Layout.fillWidth: true
            sign: "back"
            //: Closes the sheet where staff say who works at this device.
            text: root.isGiving ? qsTr("Cancel") : qsTr("Back to work")
            onClicked: Worker.back()
        }
        TouchKeyboard {
            Layout.fillWidth: true
            visible: root.isTouched && filter.isTouched
            onDone: list.forceActiveFocus()
        }
    }
}
