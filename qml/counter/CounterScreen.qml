import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! A counter: the number in its hands, who is next, and one big button for the usual thing. */
FocusScope {
    id: root
    objectName: "counterScreen"
    readonly property bool isPortrait: height > width
    focus: true

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        DeskBar {
            Layout.fillWidth: true
            desk: Counter
        }
        AlertStrip {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            Layout.bottomMargin: Theme.gap
            alerts: Counter.alerts
        }
        DeskNotice {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            Layout.bottomMargin: Theme.gap
            desk: Counter
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            columns: root.isPortrait ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            CounterNumber {
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            CounterDeck {
                Layout.fillWidth: root.isPortrait
                Layout.fillHeight: !root.isPortrait
                Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.26
                isPortrait: root.isPortrait
                onDocumentsWanted: documents.open()
            }
        }
        CounterButtons {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.preferredHeight: root.height / 3
            Layout.margins: Theme.gap
            isPortrait: root.isPortrait
            onTransferWanted: transfer.open()
        }
    }
    CounterTransfer { id: transfer }
    CounterDocuments { id: documents }
}
