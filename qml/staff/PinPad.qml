pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Six digits on keys for a thumb. Says when they were wrong, and how long to wait after too many. */
ColumnLayout {
    id: root
    readonly property bool isWaiting: StaffMenu.waitSeconds > 0
    spacing: Theme.gap

    Label {
        Layout.alignment: Qt.AlignHCenter
        font.pixelSize: Theme.headline
        font.bold: true
        //: Above the PIN pad of a kiosk.
        text: qsTr("For staff: PIN")
    }
    Label {
        objectName: "pinNote"
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredHeight: Theme.headline
        color: StaffMenu.isWrong || root.isWaiting ? Theme.colors.redInk : Theme.colors.inkSoft
        font.pixelSize: Theme.title
        wrapMode: Text.NoWrap
        text: root.isWaiting
              //: Too many wrong PINs. %1 is how many seconds nobody can try.
              ? qsTr("Too often wrong. Wait %1 s").arg(StaffMenu.waitSeconds)
              : StaffMenu.isWrong
                //: The PIN was wrong; try again.
                ? qsTr("That is not the PIN")
                //: Where staff find the PIN.
                : qsTr("The coordinator's screen shows it")
    }
    Row {
        objectName: "pinDots"
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Theme.grid
        spacing: Theme.gap
        Repeater {
            model: 6
            delegate: Rectangle {
                required property int index
                width: Theme.title
                height: Theme.title
                radius: height / 2
                color: index < StaffMenu.typedCount ? Theme.colors.ink : Theme.colors.sunken
                border.width: Theme.hairline
                border.color: Theme.colors.line
            }
        }
    }
    GridLayout {
        Layout.alignment: Qt.AlignHCenter
        columns: 3
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        Repeater {
            model: 9
            delegate: PinKey {
                required property int index
                enabled: !root.isWaiting
                text: (index + 1).toString()
                onClicked: StaffMenu.type(text)
            }
        }
        PinKey {
            objectName: "pinCancel"
            fontSize: Theme.title
            //: Leaves the PIN pad.
            text: qsTr("Cancel")
            onClicked: StaffMenu.close()
        }
        PinKey {
            enabled: !root.isWaiting
            text: "0"
            onClicked: StaffMenu.type("0")
        }
        PinKey {
            enabled: StaffMenu.typedCount > 0
            sign: "backspace"
            //: Spoken name of the key that deletes one digit.
            Accessible.name: qsTr("Delete")
            onClicked: StaffMenu.erase()
        }
    }
}
