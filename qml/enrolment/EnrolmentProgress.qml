import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Asking, waiting for the coordinator, let in. */
ColumnLayout {
    id: root
    readonly property bool isWaiting: Enrolment.state === Enrolment.WaitingForApproval
    readonly property bool isIn: Enrolment.state === Enrolment.Enrolled
    spacing: Theme.gapWide

    Icon {
        Layout.alignment: Qt.AlignHCenter
        name: root.isIn ? "check" : root.isWaiting ? "key" : "clock"
        size: Theme.giant
        color: root.isIn ? Theme.colors.greenInk : Theme.brandInk
    }
    Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.display
        font.bold: true
        text: root.isIn
              //: Enrolment is done.
              ? qsTr("This device belongs to the event")
              : root.isWaiting && Enrolment.isTyped
                //: The codes were compared here; the coordinator has yet to let this device in.
                ? qsTr("Now the coordinator lets it in")
              : root.isWaiting
                //: Above the check code that two people compare.
                ? qsTr("Does the coordinator see the same code?")
                //: Enrolment: the coordinator's device is being asked.
                : qsTr("Asking the coordinator…")
    }
    Label {
        objectName: "checkCode"
        Layout.fillWidth: true
        visible: root.isWaiting
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.giant
        font.bold: true
        font.letterSpacing: Theme.grid
        lineHeight: 1
        text: Enrolment.checkCode
    }
    Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.title
        color: Theme.colors.inkSoft
        text: root.isIn
              //: After enrolment; the role's screen follows by itself.
              ? qsTr("It starts by itself in a moment.")
              : root.isWaiting && Enrolment.isTyped
                //: What happens next.
                ? qsTr("They tick Same on both and touch Approve. This screen goes on by itself.")
              : root.isWaiting
                //: What happens next.
                ? qsTr("If yes, they touch Approve. This screen goes on by itself.") : ""
    }
    BigButton {
        objectName: "enrolCancel"
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredHeight: Theme.touchTall
        visible: !root.isIn
        sign: "back"
        text: qsTr("Cancel")
        onClicked: Enrolment.startOver()
    }
}
