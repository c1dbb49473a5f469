import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Somebody on the wall, and why they stand there. */
Item {
    id: root
    required property string key
    required property string name
    required property string place
    required property string time
    required property string other
    required property string missing
    required property int why
    required property int minutes
    required property bool isLate
    required property bool isWithoutUniform
    required property bool isWithoutBadge
    required property bool isWithoutBriefing
    required property bool isWithoutRadio
    required property int lineSize
    readonly property color ink: isLate || why === StaffWall.Unready ? Theme.colors.amberInk : Theme.colors.inkSoft
    // Each begins with its space.
    readonly property string items:
        //: What somebody at a post has not in order.
        (isWithoutUniform ? " " + qsTr("uniform") : "")
        //: What somebody at a post has not in order.
        + (isWithoutBadge ? " " + qsTr("badge") : "")
        //: What somebody at a post has not in order.
        + (isWithoutBriefing ? " " + qsTr("briefing") : "")
        //: What somebody at a post has not in order.
        + (isWithoutRadio ? " " + qsTr("radio") : "")
        + (missing !== "" ? " " + missing : "")

    objectName: "wall-" + key
    Accessible.role: Accessible.StaticText
    Accessible.name: root.name + " " + detail.text

    RowLayout {
        anchors.fill: parent
        spacing: Theme.gap
        Label {
            objectName: "wallName"
            Layout.maximumWidth: root.width * 0.6
            verticalAlignment: Text.AlignVCenter
            font.pixelSize: root.lineSize
            font.bold: true
            mayElide: true
            text: root.name
        }
        Label {
            id: detail
            objectName: "wallDetail"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignRight
            verticalAlignment: Text.AlignVCenter
            color: root.ink
            font.pixelSize: root.lineSize
            font.bold: root.isLate
            mayElide: true
            text: root.why === StaffWall.Stands ? root.place
                  : root.why === StaffWall.StandsBy ? qsTr("stands by")
                  : root.why === StaffWall.There ? root.place
                  //: On the wall: somebody stands at a post longer than is good. %1 is for how many minutes.
                  : root.why === StaffWall.Overlong ? qsTr("too long: %1 min").arg(root.minutes)
                  //: On the wall: somebody is relieved. %1 is when, %2 by whom.
                  : root.why === StaffWall.Relief && root.time !== "" ? qsTr("%1 ← %2").arg(root.time).arg(root.other)
                  : root.why === StaffWall.Relief ? "← " + root.other
                  //: On the wall: when somebody's shift ends.
                  : root.why === StaffWall.ShiftEnds ? qsTr("until %1").arg(root.time)
                  //: On the wall: somebody is sent here and has not set out. %1 is the post.
                  : root.why === StaffWall.Sent ? qsTr("sent → %1").arg(root.place)
                  //: On the wall: somebody is on the way here. %1 is the post.
                  : root.why === StaffWall.OnTheWay ? qsTr("on the way → %1").arg(root.place)
                  //: On the wall: somebody should be here since then. %1 is a time, %2 the post.
                  : root.why === StaffWall.Late ? qsTr("due %1 → %2").arg(root.time).arg(root.place)
                  : root.why === StaffWall.Unready ? root.items
                  : root.time + " → " + root.place
        }
    }
}
