import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The incident was logged: its number, and the way to its sheet for words. */
RowLayout {
    id: root
    signal wanted(number: string)
    spacing: Theme.grid
    visible: ZoneLead.lastLogged !== ""

    BigButton {
        objectName: "loggedOpen"
        Layout.fillWidth: true
        isFitted: true
        tint: Theme.colors.greenGround
        ink: Theme.colors.paper
        sign: "check"
        //: Green strip after an incident was logged. %1 is its number. A touch opens it.
        text: qsTr("#%1 logged. Add words…").arg(ZoneLead.lastLogged)
        onClicked: {
            root.wanted(ZoneLead.lastLogged);
            ZoneLead.forgetLogged();
        }
    }
    BigButton {
        objectName: "loggedRead"
        implicitWidth: Theme.touch
        sign: "cross"
        //: Spoken name of the button that puts a notice away.
        Accessible.name: qsTr("Put away")
        onClicked: ZoneLead.forgetLogged()
    }
}
