pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The muster list: everybody who is inside, by zone, to be read out at the assembly point. */
Tile {
    id: root
    onVisibleChanged: visible ? Coordinator.openRoll("") : Coordinator.closeRoll()

    //: Heading of the list of everybody who is inside, for a roll call.
    title: qsTr("Muster list")
    beside: Coordinator.isRollWhole
            //: Beside the heading of the muster list: when it was read. %1 is a time.
            ? qsTr("as of %1").arg(Coordinator.rollTime)
            //: Beside the heading of the muster list: a device was not heard, so people may be missing from it.
            : qsTr("as of %1, not all devices heard: there may be more").arg(Coordinator.rollTime)

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapWide
        Label {
            objectName: "rollPersons"
            font.pixelSize: Theme.display
            font.bold: true
            wrapMode: Text.NoWrap
            //: How many people are on the muster list, companions included. %1 is a number.
            text: qsTr("%1 people").arg(Coordinator.rollPersons)
        }
        CoordinatorPrint { objectName: "printRoll" }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.grid
            CoordinatorTab {
                objectName: "rollAll"
                isOn: Coordinator.rollZone === ""
                //: Shows the people of every zone.
                text: qsTr("All zones")
                onClicked: Coordinator.openRoll("")
            }
            Repeater {
                model: Coordinator.zones
                delegate: CoordinatorTab {
                    required property string key
                    implicitWidth: Math.max(Theme.touch, implicitContentWidth + Theme.gap * 2)
                    isOn: Coordinator.rollZone === key
                    text: key
                    onClicked: Coordinator.openRoll(key)
                }
            }
        }
    }
    Label {
        Layout.fillWidth: true
        visible: Coordinator.roll.count === 0
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.title
        //: The muster list is empty.
        text: Coordinator.isKnown ? qsTr("Nobody is inside.") : qsTr("Not known yet.")
    }
    ListView {
        id: list
        objectName: "roll"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: Coordinator.roll
        delegate: RollLine { width: list.width }
    }
}
