pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What only the coordinator does: settles open permissions, opens sessions, ends the rehearsal, empties the hall. */
GridLayout {
    id: root
    required property bool isPortrait
    columns: isPortrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    CoordinatorGrants {
        Layout.fillWidth: true
        Layout.columnSpan: root.columns
        visible: Coordinator.openGrants.count > 0
    }
    Tile {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width / 2
        //: Heading of the list of sessions of the event.
        title: qsTr("Sessions")

        Label {
            Layout.fillWidth: true
            visible: Coordinator.sessions.count === 0
            color: Theme.colors.inkSoft
            //: The plan has no sessions, or has not arrived here yet.
            text: Coordinator.isKnown ? qsTr("The plan has no sessions.") : qsTr("Not known yet.")
        }
        ListView {
            id: list
            objectName: "sessions"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.grid
            boundsBehavior: Flickable.StopAtBounds
            model: Coordinator.sessions
            delegate: SessionLine { width: list.width }
        }
    }
    Tile {
        Layout.fillWidth: true
        Layout.fillHeight: !root.isPortrait
        Layout.preferredWidth: root.isPortrait ? -1 : root.width / 2
        //: Heading above acts that cannot be taken back.
        title: qsTr("Once only")

        ActLine {
            Layout.fillWidth: true
            objectName: "emptyHall"
            //: Act of the coordinator: everybody who is still inside counts as gone.
            text: qsTr("Empty the hall")
            //: What emptying the hall means.
            detail: qsTr("Everybody who is still inside counts as gone: at the end of the day, or after a fire drill.")
            onReasonGiven: (words) => Coordinator.emptyHall(words)
        }
        ActLine {
            Layout.fillWidth: true
            objectName: "resetDay"
            //: Act of the coordinator: forgets the sign-ins of the rehearsal.
            text: qsTr("End the rehearsal")
            //: What ending the rehearsal means.
            detail: qsTr("No sign-in, post, incident or cue until now counts any more, on any device; the log keeps them. Queue numbers, prizes, units and draws stay given: rehearse those on a copy.")
            onReasonGiven: (words) => Coordinator.resetDay(words)
        }
        Item { Layout.fillHeight: true }
    }
}
