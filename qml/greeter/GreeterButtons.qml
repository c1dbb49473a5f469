import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What can be done next: the green one at the right is the usual thing, and never moves. */
RowLayout {
    id: root
    signal reasonWanted()
    spacing: Theme.gap

    BigButton {
        objectName: "cancel"
        Layout.preferredHeight: Theme.touchTall
        visible: Greeter.mode !== Greeter.Idle && Greeter.mode !== Greeter.Told
        sign: "back"
        text: qsTr("Back")
        onClicked: Greeter.questionnaire.step > 0 && Greeter.mode === Greeter.Asking ? Greeter.questionnaire.back()
                                                                                   : Greeter.startOver()
    }
    BigButton {
        objectName: "override"
        Layout.preferredHeight: Theme.touchTall
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.touchTall * 2.8
        isFitted: true
        visible: Greeter.canOverride
        sign: "key"
        //: Button for staff: let the guest in against the rule, with a reason.
        text: qsTr("Let in anyway…")
        onClicked: root.reasonWanted()
    }
    BigButton {
        objectName: "refer"
        Layout.preferredHeight: Theme.touchTall
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.touchTall * 2.8
        isFitted: true
        visible: Greeter.canRefer
        enabled: !Greeter.isReferred
        sign: Greeter.isReferred ? "check" : "arrow"
        text: Greeter.isReferred
              //: The button after it was pressed: the problem desk expects the guest.
              ? qsTr("Desk informed")
              //: Button for staff: a guest who was refused goes on to the problem desk, which is told why.
              : qsTr("Problem desk")
        onClicked: Greeter.refer()
    }
    BigButton {
        objectName: "signOut"
        Layout.preferredHeight: Theme.touchTall
        visible: Greeter.mode === Greeter.Guest && Greeter.guest.isInside
        sign: "out"
        //: Button for staff: the guest leaves the venue.
        text: qsTr("Sign out")
        onClicked: Greeter.signOut()
    }
    Item { Layout.fillWidth: true }
    BigButton {
        objectName: "primary"
        Layout.preferredHeight: Theme.touchTall
        Layout.preferredWidth: Theme.touchTall * 2.8
        enabled: Greeter.isPrimaryReady
        tint: Theme.colors.greenGround
        ink: Theme.colors.paper
        fontSize: Theme.headline
        sign: Greeter.primary === Greeter.NextGuest || Greeter.primary === Greeter.GoOn ? "arrow" : "check"
        text: Greeter.primary === Greeter.NextGuest
              //: The green button after an answer: ready for the next guest.
              ? qsTr("Next guest")
              : Greeter.primary === Greeter.GoOn
                //: The green button on a question.
                ? qsTr("Next")
                : Greeter.primary === Greeter.Register
                  //: The green button on the walk-in form.
                  ? qsTr("Register")
                  : Greeter.primary === Greeter.PickFirst
                    //: The green button on the results of a search: shows the best match, the framed one.
                    ? qsTr("Open")
                  : Greeter.primary === Greeter.RegisterAnyway
                    //: The green button when the phone of a walk-in is known: none of them, go on.
                    ? qsTr("None of them")
                    //: The green button on a guest.
                    : qsTr("Sign in")
        onClicked: Greeter.doPrimary()
    }
}
