import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Scan or paste; what went wrong the last time stands here too. */
ColumnLayout {
    id: root
    /*! A finger is in the field: the keyboard on the screen wants the room. */
    readonly property bool isTyping: uri.isTouched && uri.activeFocus
    readonly property bool isFailed: Enrolment.state === Enrolment.Failed
    spacing: Theme.gap

    EnrolmentWords {
        id: words
        value: Enrolment.failure
    }
    Item { Layout.fillHeight: true }
    Label {
        objectName: "instruction"
        Layout.fillWidth: true
        visible: !root.isTyping
        font.pixelSize: Theme.display
        font.bold: true
        //: A new device asks to be shown the QR code that the coordinator's screen displays.
        text: qsTr("Show me the coordinator's code")
    }
    Label {
        Layout.fillWidth: true
        font.pixelSize: Theme.title
        color: Theme.colors.inkSoft
        text: root.isTyping
              //: While an address is typed: where it is found, and what it looks like.
              ? qsTr("The address stands beside the QR code: numbers, a colon, numbers.")
              //: Where to find that code.
              : qsTr("On the coordinator's screen: Devices, then Let in a device. Hold the QR code to this camera.")
    }
    Rectangle {
        objectName: "failure"
        Layout.fillWidth: true
        implicitHeight: failure.implicitHeight + Theme.gap * 2
        visible: root.isFailed
        radius: Theme.radius
        color: Theme.colors.redGround
        RowLayout {
            id: failure
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.gap
            spacing: Theme.gap
            Icon {
                name: "cross"
                size: Theme.display
                color: Theme.colors.paper
            }
            Column {
                Layout.fillWidth: true
                spacing: 0
                Label {
                    width: parent.width
                    color: Theme.colors.paper
                    font.pixelSize: Theme.title
                    font.bold: true
                    text: words.title
                }
                Label {
                    width: parent.width
                    color: Theme.colors.paper
                    text: words.advice
                }
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        Field {
            id: uri
            objectName: "uriField"
            Layout.fillWidth: true
            implicitWidth: Theme.lineMax / 2
            maximumLength: 2048
            //: Field for a device without a camera: the address beside the QR code, or the text beneath it.
            placeholderText: qsTr("or type the address: 192.168.1.5:4711")
            onAccepted: Enrolment.enter(text)
        }
        BigButton {
            objectName: "enrol"
            enabled: uri.text !== ""
            tint: Theme.colors.greenGround
            ink: Theme.colors.paper
            sign: "arrow"
            //: Button that asks the coordinator to let this device in.
            text: qsTr("Ask")
            onClicked: Enrolment.enter(uri.text)
        }
    }
    Item { Layout.fillHeight: true }
}
