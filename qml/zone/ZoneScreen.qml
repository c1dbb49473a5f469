import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! A zone lead's tablet, for one hand: the count and the two buttons for it, what wants somebody, and one page each. */
FocusScope {
    id: root
    enum Page { Home, Posts, Incidents, Log, Tasks, Mode, Recount, Alerts }
    objectName: "zoneScreen"
    property int page: ZoneScreen.Home
    readonly property bool isPortrait: height > width
    focus: true
    Keys.onEscapePressed: root.goHome()

    function goHome() {
        ZoneLead.selectPost("");
        ZoneLead.closeIncident();
        ZoneLead.scanFor("");
        root.page = ZoneScreen.Home;
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        DeskBar {
            Layout.fillWidth: true
            desk: ZoneLead
            hasBadge: true
            onAlertsWanted: root.page = ZoneScreen.Alerts
        }
        WatchCards {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            Layout.bottomMargin: Theme.gap
            alerts: ZoneLead.alerts
        }
        DayNotice {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            Layout.bottomMargin: Theme.gap
            desk: ZoneLead
            hasKeyboard: true
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap

            ZoneHome {
                anchors.fill: parent
                visible: root.page === ZoneScreen.Home
                isPortrait: root.isPortrait
                onWanted: (page) => root.page = page
                onIncidentWanted: (number) => {
                    ZoneLead.openIncident(number);
                    root.page = ZoneScreen.Incidents;
                }
            }
            ZonePosts {
                anchors.fill: parent
                visible: root.page === ZoneScreen.Posts
                isPortrait: root.isPortrait
            }
            ZoneIncidents {
                anchors.fill: parent
                visible: root.page === ZoneScreen.Incidents
                isPortrait: root.isPortrait
            }
            LogTiles {
                anchors.fill: parent
                visible: root.page === ZoneScreen.Log
                desk: ZoneLead
            }
            ZoneTasks {
                anchors.fill: parent
                visible: root.page === ZoneScreen.Tasks
            }
            ZoneMode {
                anchors.fill: parent
                visible: root.page === ZoneScreen.Mode
                onDone: root.goHome()
            }
            ZoneAlerts {
                anchors.fill: parent
                visible: root.page === ZoneScreen.Alerts
            }
            ZoneRecount {
                anchors.fill: parent
                visible: root.page === ZoneScreen.Recount
            }
        }
        ZoneFoot {
            Layout.fillWidth: true
            Layout.margins: Theme.gap
            isHome: root.page === ZoneScreen.Home
            isPortrait: root.isPortrait
            onBack: root.goHome()
            onWanted: (page) => root.page = page
        }
    }
    Connections {
        target: ZoneLead
        function onLogged() {
            if (root.page === ZoneScreen.Log)
                root.goHome();
        }
        function onRecounted() { root.goHome(); }
    }
}
