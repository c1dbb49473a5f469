import QtQuick
import Muster.Backend
import Muster.Ui

/*! Calls a person, and says that someone is coming. */
BigButton {
    objectName: "staffBell"
    sign: Kiosk.isStaffCalled ? "check" : "bell"
    fontSize: Theme.title
    text: Kiosk.isStaffCalled
          //: After a guest rang the bell.
          ? qsTr("Someone is coming")
          //: Button for a guest who has no invitation code: calls a member of staff.
          : qsTr("No code? Ask us")
    onClicked: Kiosk.callStaff()
}
