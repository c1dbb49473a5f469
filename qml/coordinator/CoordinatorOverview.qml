import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! How many are here, how fast they come, where they are, what wants attention. */
GridLayout {
    id: root
    required property bool isPortrait
    signal pageWanted(page: int)

    columns: isPortrait ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.62
        Layout.minimumHeight: root.isPortrait ? root.height * 0.58 : -1
        spacing: Theme.gap
        CoordinatorFigures {
            Layout.fillWidth: true
        }
        CoordinatorZones {
            isTall: root.isPortrait
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.38
        spacing: Theme.gap
        CoordinatorAlerts {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: root.height / 2
            onConflictsWanted: root.pageWanted(CoordinatorBar.Conflicts)
        }
        CoordinatorLatest {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: root.height / 3
        }
        CoordinatorDeviceLine {
            Layout.fillWidth: true
            onWanted: root.pageWanted(CoordinatorBar.Devices)
        }
    }
}
