import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Ends the program; asks once more in place. */
BigButton {
    id: root
    property bool isAsked: false

    objectName: "leave"
    Layout.preferredHeight: Theme.touchTall
    sign: "out"
    tint: root.isAsked ? Theme.colors.redGround : Theme.colors.sunken
    ink: root.isAsked ? Theme.colors.paper : Theme.colors.ink
    text: root.isAsked
          //: Second touch of the button that ends the program.
          ? qsTr("Touch again to close")
          //: Button that ends the program on this device.
          : qsTr("Close Muster")
    onClicked: root.isAsked ? StaffMenu.leave() : root.isAsked = true
}
