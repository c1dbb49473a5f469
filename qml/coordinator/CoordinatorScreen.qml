import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! The commander's wall: the day at a glance, and a page for each thing that wants a decision. */
FocusScope {
    id: root
    objectName: "coordinatorScreen"
    property int page: CoordinatorBar.Overview
    focus: true
    Keys.onPressed: (event) => {
        root.page = event.key === Qt.Key_F1 ? CoordinatorBar.Overview
                  : event.key === Qt.Key_F2 ? CoordinatorBar.Conflicts
                  : event.key === Qt.Key_F3 ? CoordinatorBar.Devices
                  : event.key === Qt.Key_F4 ? CoordinatorBar.LetIn
                  : event.key === Qt.Key_F5 ? CoordinatorBar.Roll
                  : event.key === Qt.Key_F6 ? CoordinatorBar.Acts : root.page;
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gap

        CoordinatorBar {
            Layout.fillWidth: true
            page: root.page
            isNarrow: root.width < Theme.lineMax * 2.2
            onWanted: (page) => root.page = page
        }
        CoordinatorNotice { Layout.fillWidth: true }
        CoordinatorOverview {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.page === CoordinatorBar.Overview
            onPageWanted: (page) => root.page = page
        }
        CoordinatorConflicts {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.page === CoordinatorBar.Conflicts
        }
        CoordinatorDevices {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.page === CoordinatorBar.Devices
            onLetInWanted: root.page = CoordinatorBar.LetIn
        }
        CoordinatorLetIn {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.page === CoordinatorBar.LetIn
        }
        CoordinatorRoll {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.page === CoordinatorBar.Roll
        }
        CoordinatorActs {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.page === CoordinatorBar.Acts
        }
    }
}
