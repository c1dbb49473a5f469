import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! A new device: show it the coordinator's code or type its address, compare six digits, done. */
FocusScope {
    id: root
    objectName: "enrolmentScreen"
    readonly property bool isPortrait: height > width
    readonly property bool isScanning: Enrolment.state === Enrolment.Scan || Enrolment.state === Enrolment.Failed
    readonly property bool isTyping: isScanning && scan.isTyping
    focus: true

    Item {
        id: keys
        objectName: "keys"
        focus: true  // Where keys go while the field has them not.
    }
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
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: keyboard.visible ? keyboard.top : parent.bottom
        anchors.margins: Theme.margin
        anchors.topMargin: Theme.margin * 2 + Theme.touch
        visible: root.isScanning
        columns: root.isPortrait ? 1 : 2
        columnSpacing: Theme.margin
        rowSpacing: Theme.gapWide

        EnrolmentScan {
            id: scan
            Layout.fillWidth: true
            Layout.fillHeight: !root.isPortrait
        }
        CameraFrame {
            visible: !root.isTyping
            Layout.fillHeight: true
            Layout.fillWidth: root.isPortrait
            Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.42
        }
    }
    EnrolmentProgress {
        anchors.centerIn: parent
        width: Math.min(root.width - Theme.margin * 2, Theme.lineMax * 1.7)
        visible: !root.isScanning && Enrolment.state !== Enrolment.Comparing
    }
    EnrolmentCompare {
        objectName: "compare"
        anchors.centerIn: parent
        anchors.verticalCenterOffset: (Theme.margin + Theme.touch) / 2
        width: Math.min(root.width - Theme.margin * 2, Theme.lineMax * 1.7)
        visible: Enrolment.state === Enrolment.Comparing
    }
    TouchKeyboard {
        id: keyboard
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: root.isTyping
        isForAddresses: true
        onDone: keys.forceActiveFocus()
    }
}
