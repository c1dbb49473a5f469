import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Time, event, pages, and whether this wall can be believed. */
GridLayout {
    id: root
    enum Page { Overview, Conflicts, Devices, LetIn, Roll, Acts, Posts, Incidents, Show, Tasks, Materials, Hall }
    required property int page
    signal wanted(page: int)
    required property bool isNarrow

    columns: isNarrow ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.grid

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        Label {
            objectName: "wallClock"
            text: Coordinator.time
            font.pixelSize: Theme.headline
            font.bold: true
            wrapMode: Text.NoWrap
        }
        Label {
            Layout.fillWidth: true
            text: Coordinator.eventName
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            mayElide: true
        }
        Chip {
            objectName: "staleChip"
            visible: Coordinator.isStale
            color: Theme.colors.amberGround
            ink: Theme.colors.soot
            sign: "clock"
            text: Coordinator.ageSeconds < 0
                  //: On the wall: a device was never heard, so the figures are not complete.
                  ? qsTr("Not all devices heard")
                  //: On the wall: the figures are old. %1 is a number of seconds.
                  : qsTr("Figures %1 s old").arg(Coordinator.ageSeconds)
        }
        Chip {
            visible: Coordinator.isCutOff
            color: Theme.colors.amberGround
            ink: Theme.colors.soot
            sign: "unlink"
            //: On the wall: this screen itself has no link.
            text: qsTr("Cut off")
        }
        WorkerButton {
            isCompact: !root.isNarrow && (Coordinator.isStale || Coordinator.isCutOff)
            implicitWidth: isCompact ? implicitHeight : Theme.touch * 2
            implicitHeight: Theme.touchSmall
        }
    }
    RowLayout {
        spacing: Theme.grid
        CoordinatorTab {
            objectName: "tabOverview"
            Layout.fillWidth: root.isNarrow
            isOn: root.page === CoordinatorBar.Overview
            //: Page of the coordinator's wall.
            text: qsTr("Overview")
            onClicked: root.wanted(CoordinatorBar.Overview)
        }
        CoordinatorTab {
            objectName: "tabConflicts"
            Layout.fillWidth: root.isNarrow
            isOn: root.page === CoordinatorBar.Conflicts
            count: Coordinator.openConflictCount
            //: Page of the coordinator's wall: sign-ins that exclude each other.
            text: qsTr("Conflicts")
            onClicked: root.wanted(CoordinatorBar.Conflicts)
        }
        CoordinatorTab {
            objectName: "tabDevices"
            Layout.fillWidth: root.isNarrow
            isOn: root.page === CoordinatorBar.Devices
            count: Coordinator.candidates.count
            //: Page of the coordinator's wall.
            text: qsTr("Devices")
            onClicked: root.wanted(CoordinatorBar.Devices)
        }
        CoordinatorTab {
            objectName: "tabLetIn"
            Layout.fillWidth: root.isNarrow
            isOn: root.page === CoordinatorBar.LetIn
            //: Page of the coordinator's wall: the QR code for new devices.
            text: qsTr("Let in a device")
            onClicked: root.wanted(CoordinatorBar.LetIn)
        }
        CoordinatorTab {
            objectName: "tabRoll"
            Layout.fillWidth: root.isNarrow
            isOn: root.page === CoordinatorBar.Roll
            //: Page of the coordinator's wall: everybody inside, for a roll call.
            text: qsTr("Muster")
            onClicked: root.wanted(CoordinatorBar.Roll)
        }
        CoordinatorTab {
            objectName: "tabActs"
            Layout.fillWidth: root.isNarrow
            isOn: root.page === CoordinatorBar.Acts
            count: Coordinator.openGrants.count
            //: Page of the coordinator's wall: sessions, end of the rehearsal, emptying the hall, permissions left open.
            text: qsTr("Acts")
            onClicked: root.wanted(CoordinatorBar.Acts)
        }
        CoordinatorPrint { isBrief: true }
        StaffButton { implicitHeight: Theme.touchSmall }
    }
}
