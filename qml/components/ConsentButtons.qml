import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! Yes and no, of equal weight: consent is free. */
GridLayout {
    id: root
    signal chosen(key: string)

    columns: width > Theme.lineMax ? 2 : 1
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    BigButton {
        objectName: "consentYes"
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.touch
        Layout.preferredHeight: Theme.giant
        tint: Theme.colors.raised
        fontSize: Theme.headline
        //: Answer to a question of consent.
        text: qsTr("I agree")
        onClicked: root.chosen("yes")
    }
    BigButton {
        objectName: "consentNo"
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.touch
        Layout.preferredHeight: Theme.giant
        tint: Theme.colors.raised
        fontSize: Theme.headline
        //: Answer to a question of consent.
        text: qsTr("I do not agree")
        onClicked: root.chosen("no")
    }
}
