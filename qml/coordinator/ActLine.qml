import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! An act that cannot be taken back: what it means, its button, and the question why. */
ColumnLayout {
    id: root
    required property string text
    required property string detail
    signal reasonGiven(words: string)
    spacing: Theme.grid

    Label {
        Layout.fillWidth: true
        color: Theme.colors.inkSoft
        text: root.detail
    }
    BigButton {
        objectName: root.objectName + "Button"
        text: root.text
        onClicked: reason.open()
    }
    ReasonDialog {
        id: reason
        objectName: root.objectName + "Dialog"
        hasKeyboard: false
        //: Dialog before an act that cannot be taken back. %1 is the act.
        title: qsTr("%1?").arg(root.text)
        //: In the dialog before an act that cannot be taken back. %1 is what the act means.
        detail: qsTr("%1 This cannot be taken back.").arg(root.detail)
        actText: root.text
        onGiven: (words) => root.reasonGiven(words)
    }
}
