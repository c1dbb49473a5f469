pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Who stands where: gaps first, then reliefs; beneath, who was sent where; on the right the post that was touched. */
GridLayout {
    id: root
    required property bool isPortrait
    columns: isPortrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    Tile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.55
        Layout.preferredHeight: root.isPortrait ? root.height * 0.5 : -1
        title: qsTr("Posts")
        //: Beside the heading of the posts: staff in four numbers.
        beside: Course.isKnown
                ? qsTr("%1 at work · %2 on break · %3 stand by").arg(Course.onDuty).arg(Course.onBreak)
                  .arg(Course.standingBy) : "–"

        Label {
            Layout.fillWidth: true
            visible: Course.posts.count === 0
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            //: In place of the list of posts.
            text: Course.isKnown ? qsTr("The plan has no posts.") : qsTr("Not known yet.")
        }
        ListView {
            id: list
            objectName: "posts"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.grid
            boundsBehavior: Flickable.StopAtBounds
            model: Course.posts
            delegate: PostLine {
                width: list.width
                onClicked: Course.selectPost(key)
            }
        }
        SentList {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.maximumHeight: root.height * 0.4
            visible: count > 0
            desk: Course
            touch: Theme.touchSmall
        }
    }
    Tile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.45
        Layout.preferredHeight: root.isPortrait ? root.height * 0.5 : -1

        Label {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: Course.selectedPost === ""
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            //: No post is selected.
            text: qsTr("Touch a post to see who stands there.")
        }
        PostPanel {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: Course.selectedPost !== ""
            desk: Course
            touch: Theme.touchSmall
        }
    }
}
