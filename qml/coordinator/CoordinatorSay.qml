pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What the commander says to all or to a zone, and who has read it. */
Tile {
    id: root
    //: Heading of the page on which the commander says something to everybody.
    title: qsTr("Say to all")
    property string role  // Empty: a place.

    function send() {
        Course.say(root.role !== "" ? "role:" + root.role : zones.zone === "" ? "all" : "zone:" + zones.zone, words.text);
        words.clear();
    }

    ZonePicks {
        id: zones
        Layout.fillWidth: true
        isOff: root.role !== ""
        onPicked: root.role = ""
    }
    Flow {
        objectName: "rolePicks"
        Layout.fillWidth: true
        spacing: Theme.grid
        Repeater {
            model: Course.roles
            delegate: CoordinatorTab {
                required property string key
                required text
                objectName: "role-" + key
                isOn: root.role === key
                onClicked: root.role = isOn ? "" : key
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.grid
        Field {
            id: words
            objectName: "sayField"
            Layout.fillWidth: true
            maximumLength: 200
            //: Placeholder of the field for what is said to everybody.
            placeholderText: qsTr("What all should know")
            onAccepted: root.send()
        }
        BigButton {
            objectName: "say"
            enabled: words.text.trim() !== ""
            tint: Theme.brandGround
            ink: Theme.colors.paper
            sign: "sound"
            //: Button: sends a message to everybody.
            text: qsTr("Say")
            onClicked: root.send()
        }
    }
    Label {
        Layout.fillWidth: true
        visible: Course.messages.count === 0
        color: Theme.colors.inkSoft
        //: In place of what was said to everybody.
        text: Course.isKnown ? qsTr("Nothing was said yet.") : qsTr("Not known yet.")
    }
    ListView {
        id: list
        objectName: "messages"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        spacing: Theme.gap
        boundsBehavior: Flickable.StopAtBounds
        model: Course.messages
        delegate: MessageLine { width: list.width }
    }
}
