pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The selected post: its card, who stands there, and who is put in. */
ColumnLayout {
    id: root
    required property DayDesk desk
    property int touch: Theme.touch
    property bool hasKeyboard: false
    property string relieved
    spacing: Theme.gap

    Label {
        objectName: "postName"
        Layout.fillWidth: true
        font.pixelSize: Theme.headline
        font.bold: true
        text: (root.desk.postZone !== "" ? root.desk.postZone + " · " : "") + root.desk.postName
    }
    Label {
        Layout.fillWidth: true
        visible: text !== ""
        color: Theme.colors.inkSoft
        text: (root.desk.postDuty !== "" ? root.desk.postDuty + "\n" : "")
              + (root.desk.postSpot !== "" ? root.desk.postSpot + " · " : "")
              //: On the card of a post. %1 is the channel of the radio.
              + (root.desk.postChannel !== "" ? qsTr("radio %1").arg(root.desk.postChannel) + " · " : "")
              //: On the card of a post. %1 is the name of the zone's lead.
              + (root.desk.postLead !== "" ? qsTr("lead: %1").arg(root.desk.postLead) : "")
    }
    ListView {
        id: list
        objectName: "standing"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        spacing: Theme.grid
        boundsBehavior: Flickable.StopAtBounds
        model: root.desk.standing
        delegate: StandingLine {
            width: list.width
            touch: root.touch
            onOut: root.desk.takeOut(key)
            onReady: root.desk.markReady(key, missing)
            onRelieved: reliefKey !== "" ? root.desk.relieve(key, reliefKey) : picker.relieve(key)
            onReliefWanted: picker.name(key)
        }
        Label {
            width: list.width
            visible: list.count === 0
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            //: Nobody stands at the selected post.
            text: root.desk.isKnown ? qsTr("Nobody stands here.") : qsTr("Not known yet.")
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        BigButton {
            objectName: "putIn"
            Layout.fillWidth: true
            implicitHeight: root.touch
            isFitted: true
            tint: Theme.colors.greenGround
            ink: Theme.colors.paper
            sign: "add-person"
            //: Button: somebody takes the selected post.
            text: qsTr("Put in…")
            onClicked: picker.put()
        }
        BigButton {
            objectName: "dispatch"
            Layout.fillWidth: true
            implicitHeight: root.touch
            isFitted: true
            sign: "arrow"
            //: Button: sends somebody who stands by to the selected post.
            text: qsTr("Send a floater…")
            onClicked: picker.send()
        }
    }
    StaffPicker {
        id: picker
        objectName: "postStaff"
        property int purpose: 0  // 0 takes the post, 1 is sent there, 2 will relieve, 3 relieves now.
        property string whom
        desk: root.desk
        hasKeyboard: root.hasKeyboard
        title: purpose === 0
               //: Heading of the list of staff for a post. %1 is the post.
               ? qsTr("Who takes %1?").arg(root.desk.postName)
               : purpose === 1
                 //: Heading of the list of staff who can be sent. %1 is a post.
                 ? qsTr("Who goes to %1?").arg(root.desk.postName)
                 //: Heading of the list of staff: who takes over from somebody.
                 : qsTr("Who relieves?")
        function put() { purpose = 0; open(); }
        function send() { purpose = 1; open(); }
        function name(staff: string) { purpose = 2; whom = staff; open(); }
        function relieve(staff: string) { purpose = 3; whom = staff; open(); }
        onPicked: (staff) => purpose === 0 ? root.desk.putIn(staff)
                             : purpose === 1 ? root.desk.dispatch(staff, root.desk.selectedPost)
                             : purpose === 2 ? root.desk.nameRelief(whom, staff) : root.desk.relieve(whom, staff)
    }
}
