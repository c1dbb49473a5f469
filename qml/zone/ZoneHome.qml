pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! How many are here, counting by thumb, and what wants somebody. */
GridLayout {
    id: root
    required property bool isPortrait
    /*! Alerts and watches take the place of each list's first line where the screen is low. */
    readonly property bool isCrowded: !isPortrait && ZoneLead.alerts.count + ZoneLead.alerts.watches.count > 0
    signal wanted(page: int)
    signal incidentWanted(number: string)

    columns: isPortrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.46
        spacing: Theme.gap

        ZoneRing {
            Layout.fillWidth: true
            Layout.fillHeight: true
            onRecountWanted: root.wanted(ZoneScreen.Recount)
        }
        ZoneCount { Layout.fillWidth: true }
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: !root.isPortrait
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.54
        spacing: Theme.grid

        ZoneLogged {
            Layout.fillWidth: true
            onWanted: (number) => root.incidentWanted(number)
        }
        DayLine {
            objectName: "cardAlerts"
            Layout.fillWidth: true
            visible: ZoneLead.alerts.count > 0 || ZoneLead.alerts.inHand.count > 0
            isPlain: true
            sign: "bell"
            level: ZoneLead.alerts.graveCount > 0 ? 2 : ZoneLead.alerts.count > 0 ? 1 : 0
            title: qsTr("Alerts")
            beside: ZoneLead.alerts.count.toString()
            onClicked: root.wanted(ZoneScreen.Alerts)
        }
        DayLine {
            objectName: "cardPosts"
            Layout.fillWidth: true
            isPlain: true
            sign: "people"
            level: ZoneLead.gapCount > 0 ? 2 : ZoneLead.reliefsDue > 0 ? 1 : 0
            //: Heading of the posts of a zone, with how many are staffed beside.
            title: qsTr("Posts")
            beside: ZoneLead.postsStaffed
            onClicked: root.wanted(ZoneScreen.Posts)
        }
        ZoneFirst {
            Layout.fillWidth: true
            visible: count > 0 && !root.isCrowded
            model: ZoneLead.posts
            delegate: PostLine {
                width: ListView.view.width
                onClicked: root.wanted(ZoneScreen.Posts)
            }
        }
        DayLine {
            objectName: "cardIncidents"
            Layout.fillWidth: true
            isPlain: true
            sign: "alert"
            level: ZoneLead.incidentsUrgent > 0 ? 2 : ZoneLead.incidentsOpen > 0 ? 1 : 0
            //: Heading of the incidents of a zone, with how many are open beside.
            title: qsTr("Incidents")
            beside: ZoneLead.isKnown ? ZoneLead.incidentsOpen.toString() : "–"
            onClicked: root.wanted(ZoneScreen.Incidents)
        }
        ZoneFirst {
            Layout.fillWidth: true
            visible: count > 0 && !root.isCrowded
            model: ZoneLead.incidents
            delegate: IncidentLine {
                width: ListView.view.width
                onClicked: root.incidentWanted(key)
            }
        }
        DayLine {
            objectName: "cardTasks"
            Layout.fillWidth: true
            isPlain: true
            sign: "check"
            level: ZoneLead.tasksLate > 0 ? 2 : 0
            //: Heading of the tasks and rounds of a zone, with how many are open beside.
            title: qsTr("Tasks and rounds")
            //: Beside the heading of the tasks. %1 is how many should have been done by now.
            detail: ZoneLead.tasksLate > 0 ? qsTr("%1 late").arg(ZoneLead.tasksLate) : ""
            beside: ZoneLead.isKnown ? ZoneLead.tasksOpen.toString() : "–"
            onClicked: root.wanted(ZoneScreen.Tasks)
        }
        Item { Layout.fillHeight: true; visible: !root.isPortrait }
    }
}
