import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! How the selected conflict was judged: what holds, by whom, why. */
RowLayout {
    id: root
    spacing: Theme.grid

    Icon {
        name: "check"
        size: Theme.title
        color: Theme.colors.greenInk
    }
    Label {
        objectName: "judged"
        Layout.fillWidth: true
        color: Theme.colors.greenInk
        font.pixelSize: Theme.title
        font.bold: true
        text: (Coordinator.selectedJudgement === Coordinator.KeepFirst ? qsTr("The first holds")
               : Coordinator.selectedJudgement === Coordinator.KeepLast ? qsTr("The last holds")
               : Coordinator.selectedJudgement === Coordinator.KeepAll ? qsTr("All hold") : qsTr("None holds"))
              + " · " + Coordinator.selectedJudge + " · " + Coordinator.selectedReason
    }
}
