import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What was not done and why; and the way round it, where a reason is enough. */
ColumnLayout {
    id: root
    required property DayDesk desk
    property bool hasKeyboard: false
    property int touch: Theme.touch
    spacing: Theme.grid
    visible: desk.outcome >= 0

    DeskNotice {
        Layout.fillWidth: true
        desk: root.desk
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        BigButton {
            objectName: "overrideNotice"
            Layout.fillWidth: true
            implicitHeight: root.touch
            visible: root.desk.canOverride
            sign: "alert"
            //: Button under a refusal: does it against the rule, with a reason.
            text: qsTr("Do it anyway…")
            onClicked: reason.open()
        }
        BigButton {
            objectName: "dismissDayNotice"
            Layout.fillWidth: true
            implicitHeight: root.touch
            text: qsTr("Read")
            onClicked: root.desk.dismissNotice()
        }
    }
    ReasonDialog {
        id: reason
        objectName: "overrideNoticeDialog"
        hasKeyboard: root.hasKeyboard
        //: Dialog: does against a rule what was refused.
        title: qsTr("Do it anyway?")
        detail: root.desk.reason
        //: Button: does against a rule what was refused.
        actText: qsTr("Do it")
        onGiven: (words) => root.desk.override(words)
    }
}
