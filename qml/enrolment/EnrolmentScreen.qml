import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! A new device: show it the coordinator's code, compare four letters, done. */
FocusScope {
    id: root
    objectName: "enrolmentScreen"
    readonly property bool isPortrait: height > width
    readonly property bool isScanning: Enrolment.state === Enrolment.Scan || Enrolment.state === Enrolment.Failed
    focus: true

    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        Label {
            Layout.fillWidth: true
            color: Theme.brandInk
            font.pixelSize: Theme.title
            font.bold: true
            //: Heading of the screen of a device that does not belong to the event yet.
            text: qsTr("New device")
        }
        LanguageSwitch {}
    }
    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.topMargin: Theme.margin * 2 + Theme.touch
        visible: root.isScanning
        columns: root.isPortrait ? 1 : 2
        columnSpacing: Theme.margin
        rowSpacing: Theme.gapWide

        EnrolmentScan {
            Layout.fillWidth: true
            Layout.fillHeight: !root.isPortrait
        }
        CameraFrame {
            Layout.fillHeight: true
            Layout.fillWidth: root.isPortrait
            Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.42
        }
    }
    EnrolmentProgress {
        anchors.centerIn: parent
        width: Math.min(root.width - Theme.margin * 2, Theme.lineMax * 1.7)
        visible: !root.isScanning
    }
}
