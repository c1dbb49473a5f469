import QtQuick
import Muster.Backend
import Muster.Ui

/*! Calls a person, and says what became of it: no more than is so. */
BigButton {
    //: Button for a guest who has no invitation code: calls a member of staff.
    property string call: qsTr("No code? Ask us")

    objectName: "staffBell"
    sign: Kiosk.call === Kiosk.Called ? "check" : Kiosk.call === Kiosk.Unheard || Kiosk.call === Kiosk.CallFailed
          ? "arrow" : "bell"
    fontSize: Theme.title
    text: Kiosk.call === Kiosk.Called
          //: After a guest rang the bell, and staff's devices have the call.
          ? qsTr("Please wait, staff are called")
          : Kiosk.call === Kiosk.Ringing
            //: After a guest rang the bell, for a moment: nobody has the call yet.
            ? qsTr("Calling…")
            : Kiosk.call === Kiosk.Unheard || Kiosk.call === Kiosk.CallFailed
              //: After a guest rang the bell while the kiosk has no link: nobody hears it now.
              ? qsTr("Please go to the problem desk")
              : call
    onClicked: Kiosk.callStaff()
}
