import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The commander's wall: the day at a glance, and a page for each thing that wants a decision. */
FocusScope {
    id: root
    objectName: "coordinatorScreen"
    property int page: CoordinatorBar.Overview
    // Said to the pages, not asked by them: a layout that turns while it is being laid out goes in circles.
    readonly property bool isPortrait: height > width
    readonly property int deviceColumns: width > Theme.lineMax * 2.8 ? 2 : 1
    focus: true
    Keys.onPressed: (event) => {
        root.page = event.key === Qt.Key_F1 ? CoordinatorBar.Overview
                  : event.key === Qt.Key_F2 ? CoordinatorBar.Conflicts
                  : event.key === Qt.Key_F3 ? CoordinatorBar.Devices
                  : event.key === Qt.Key_F4 ? CoordinatorBar.LetIn
                  : event.key === Qt.Key_F5 ? CoordinatorBar.Roll
                  : event.key === Qt.Key_F6 ? CoordinatorBar.Acts
                  : event.key >= Qt.Key_F7 && event.key <= Qt.Key_F12
                    ? CoordinatorBar.Posts + event.key - Qt.Key_F7 : root.page;
        if (event.key === Qt.Key_P && (event.modifiers & Qt.ControlModifier))
            Paper.print();
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gap

        CoordinatorBar {
            Layout.fillWidth: true
            page: root.page
            isNarrow: root.width < Theme.lineMax * 2.5
            onWanted: (page) => root.page = page
        }
        CoordinatorStrip {
            Layout.fillWidth: true
            page: root.page
            columns: root.isPortrait ? 3 : 6
            onWanted: (page) => root.page = page
        }
        CoordinatorTurn { Layout.fillWidth: true }
        CoordinatorNotice { Layout.fillWidth: true }
        CoordinatorPaper { Layout.fillWidth: true }
        DayNotice {
            Layout.fillWidth: true
            desk: Course
            touch: Theme.touchSmall
        }
        Item {  // The pages lay themselves out within what is left; what they would like moves nothing here.
            Layout.fillWidth: true
            Layout.fillHeight: true

            CoordinatorOverview {
                isPortrait: root.isPortrait
                anchors.fill: parent
                visible: root.page === CoordinatorBar.Overview
                onPageWanted: (page) => root.page = page
            }
            CoordinatorConflicts {
                isPortrait: root.isPortrait
                anchors.fill: parent
                visible: root.page === CoordinatorBar.Conflicts
            }
            CoordinatorDevices {
                columns: root.deviceColumns
                isNarrow: root.width / root.deviceColumns < Theme.lineMax * 1.4
                anchors.fill: parent
                visible: root.page === CoordinatorBar.Devices
                onLetInWanted: root.page = CoordinatorBar.LetIn
            }
            CoordinatorLetIn {
                isPortrait: root.isPortrait
                anchors.fill: parent
                visible: root.page === CoordinatorBar.LetIn
            }
            CoordinatorRoll {
                anchors.fill: parent
                visible: root.page === CoordinatorBar.Roll
            }
            CoordinatorActs {
                isPortrait: root.isPortrait
                anchors.fill: parent
                visible: root.page === CoordinatorBar.Acts
            }
            CoordinatorCourse {
                anchors.fill: parent
                page: root.page
                isPortrait: root.isPortrait
            }
        }
    }
}
