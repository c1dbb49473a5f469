pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The zone's posts; a touch opens one, a badge that is scanned then takes it. Beneath, who was sent away or here. */
GridLayout {
    id: root
    required property bool isPortrait
    readonly property bool isOpen: ZoneLead.selectedPost !== ""
    columns: isPortrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.44
        Layout.preferredHeight: root.isPortrait ? root.height * 0.34 : -1
        spacing: Theme.gap

        ListView {
            id: list
            objectName: "zonePosts"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.grid
            boundsBehavior: Flickable.StopAtBounds
            model: ZoneLead.posts
            delegate: PostLine {
                width: list.width
                onClicked: ZoneLead.selectPost(key)
            }
            Label {
                width: list.width
                visible: list.count === 0
                color: Theme.colors.inkSoft
                font.pixelSize: Theme.title
                //: In place of the posts of a zone.
                text: ZoneLead.isKnown ? qsTr("The plan has no posts here.") : qsTr("Not known yet.")
            }
        }
        SentList {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.maximumHeight: root.height * 0.5
            visible: count > 0 && (!root.isPortrait || !root.isOpen)
            desk: ZoneLead
        }
    }
    PostPanel {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.56
        Layout.preferredHeight: root.isPortrait ? root.height * 0.66 : -1
        visible: root.isOpen
        desk: ZoneLead
        hasKeyboard: true
    }
}
