import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! A small number, by thumb. */
RowLayout {
    id: root
    required property int value
    property int max: 99
    property int size: Theme.touch
    property string name
    signal changed(value: int)

    spacing: Theme.gap

    BigButton {
        objectName: "fewer"
        Layout.preferredWidth: root.size
        Layout.preferredHeight: root.size
        sign: "minus"
        fontSize: root.size / 2.4
        enabled: root.value > 0
        //: Spoken name of the minus button beside a number. %1 is what is counted.
        Accessible.name: qsTr("%1: one fewer").arg(root.name)
        onClicked: root.changed(root.value - 1)
    }
    Label {
        objectName: "stepperValue"
        Layout.minimumWidth: root.size * 1.2
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: root.size * 0.75
        font.bold: true
        lineHeight: 1
        text: root.value.toString()
    }
    BigButton {
        objectName: "more"
        Layout.preferredWidth: root.size
        Layout.preferredHeight: root.size
        sign: "plus"
        fontSize: root.size / 2.4
        enabled: root.value < root.max
        //: Spoken name of the plus button beside a number. %1 is what is counted.
        Accessible.name: qsTr("%1: one more").arg(root.name)
        onClicked: root.changed(root.value + 1)
    }
}
