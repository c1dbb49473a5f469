pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The code for new devices, big enough to be scanned across a desk, and who answered to it. */
Item {
    id: root
    required property bool isPortrait
    readonly property bool isShown: Coordinator.enrolUri !== ""
    /*! Somebody asks to come in: that wants the room. */
    readonly property bool isAsked: Coordinator.candidates.count > 0
    readonly property real side: isPortrait ? Math.min(width, height / 2) : Math.min(width / 2, height * 0.9)

    Rectangle {
        id: qr
        objectName: "qrGround"
        x: root.isPortrait ? (root.width - width) / 2 : 0
        y: root.isPortrait ? 0 : (root.height - height) / 2
        width: root.side
        height: root.side
        radius: Theme.radius
        color: root.isShown ? Theme.colors.paper : Theme.colors.raised
        QrItem {
            objectName: "enrolQr"
            anchors.fill: parent
            anchors.margins: Theme.gap
            visible: root.isShown
            text: Coordinator.enrolUri
            Accessible.role: Accessible.Graphic
            //: Spoken name of the QR code for new devices.
            Accessible.name: qsTr("QR code for new devices")
        }
        Icon {
            anchors.centerIn: parent
            visible: !root.isShown
            name: "qr"
            size: parent.width / 3
            color: Theme.colors.inkSoft
        }
    }
    ColumnLayout {
        x: root.isPortrait ? 0 : qr.width + Theme.margin
        y: root.isPortrait ? qr.height : 0
        width: root.width - x
        height: root.height - y
        spacing: Theme.gap
        Item {
            Layout.fillHeight: true
            visible: !root.isAsked
        }
        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.display
            font.bold: true
            text: root.isShown
                  //: Heading beside the QR code.
                  ? qsTr("Scan this with the new device")
                  //: Heading while no QR code is shown.
                  : qsTr("Let in a device")
        }
        Label {
            Layout.fillWidth: true
            visible: !root.isAsked
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            text: root.isShown
                  //: Beside the QR code.
                  ? qsTr("It holds for ten minutes and lets in nobody by itself: you compare a code and approve.")
                  //: While no QR code is shown.
                  : qsTr("Nobody can join while this is closed.")
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.margin
            ColumnLayout {
                Layout.fillWidth: true
                visible: root.isShown && Coordinator.enrolAddresses !== ""
                spacing: 0
                Label {
                    Layout.fillWidth: true
                    color: Theme.colors.inkSoft
                    //: Above the address of this device, for a new device without a camera.
                    text: qsTr("No camera? Type this address there:")
                }
                Label {
                    objectName: "enrolAddresses"
                    Layout.fillWidth: true
                    font.pixelSize: Theme.headline
                    font.bold: true
                    wrapMode: Text.WrapAnywhere
                    text: Coordinator.enrolAddresses
                }
            }
            BigButton {
                objectName: "openEnrolment"
                Layout.alignment: Qt.AlignTop
                Layout.preferredHeight: Theme.touchTall
                tint: root.isShown ? Theme.colors.sunken : Theme.colors.greenGround
                ink: root.isShown ? Theme.colors.ink : Theme.colors.paper
                sign: root.isShown ? "cross" : "qr"
                text: root.isShown
                      //: Ends the time in which new devices may ask.
                      ? qsTr("Close")
                      //: Begins the time in which new devices may ask.
                      : qsTr("Show the code")
                onClicked: root.isShown ? Coordinator.closeEnrolment() : Coordinator.openEnrolment()
            }
        }
        TextEdit {
            objectName: "enrolUri"
            Layout.fillWidth: true
            visible: root.isShown && !root.isAsked
            readOnly: true
            selectByMouse: true
            wrapMode: TextEdit.WrapAnywhere
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.caption
            text: Coordinator.enrolUri
        }
        ListView {
            objectName: "candidates"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.isAsked
            clip: true
            spacing: Theme.grid
            boundsBehavior: Flickable.StopAtBounds
            model: Coordinator.candidates
            delegate: CandidateLine { width: ListView.view.width }
        }
        Item {
            Layout.fillHeight: true
            visible: !root.isAsked
        }
    }
}
