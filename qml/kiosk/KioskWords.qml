import Muster.Backend

/*! What the kiosk says to a guest for each outcome, and what to do. The first one stands in for all others. */
Phrasebook {
    Phrase {
        value: Verdict.Unknown; icon: "cross"
        //: Kiosk: the code is on no list.
        title: qsTr("We do not find this code")
        //: Kiosk: what the guest does when the code cannot be used.
        advice: qsTr("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.Admitted; icon: "check"
        //: Kiosk: heading of the green screen.
        title: qsTr("Welcome")
    }
    Phrase {
        value: Verdict.CheckedOut; icon: "out"
        //: Kiosk: the guest has signed out.
        title: qsTr("Goodbye, and thank you for coming")
    }
    Phrase {
        value: Verdict.AlreadyIn; icon: "clock"
        //: Kiosk: this invitation was used before.
        title: qsTr("This invitation is signed in already")
        //: Kiosk: what the guest does then.
        advice: qsTr("Is that not you? Please see our staff.")
    }
    Phrase {
        value: Verdict.NotInside; icon: "clock"
        //: Kiosk: wants to leave but never signed in.
        title: qsTr("You are not signed in yet")
        advice: qsTr("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.Forged; icon: "cross"
        //: Kiosk: the ticket's signature is wrong. Calm: the guest may be the victim.
        title: qsTr("This code is not valid")
        advice: qsTr("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.WrongEvent; icon: "cross"
        //: Kiosk: the ticket is for another event.
        title: qsTr("This invitation is for another event")
        advice: qsTr("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.WrongTime; icon: "cross"
        //: Kiosk: the ticket is for another day or session.
        title: qsTr("This invitation is for another time")
        advice: qsTr("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.WrongGate; icon: "cross"
        //: Kiosk: the ticket is for another entrance.
        title: qsTr("Please use the other entrance")
        //: Kiosk: who shows the guest the right entrance.
        advice: qsTr("Our staff will show you the way.")
    }
    Phrase {
        value: Verdict.Blocked; icon: "cross"
        //: Kiosk: the guest is blocked; said discreetly.
        title: qsTr("Please come to our staff")
        //: Kiosk: nothing more is said in public.
        advice: qsTr("They have a message for you.")
    }
    Phrase {
        value: Verdict.Cancelled; icon: "cross"
        //: Kiosk: the invitation was cancelled.
        title: qsTr("This invitation was cancelled")
        advice: qsTr("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.NotPaid; icon: "cross"
        //: Kiosk: payment is missing; said discreetly.
        title: qsTr("One step is still open")
        //: Kiosk: what the guest does about it.
        advice: qsTr("Please come to our staff to finish your registration.")
    }
    Phrase {
        value: Verdict.NotApproved; icon: "cross"
        //: Kiosk: the registration was not confirmed yet.
        title: qsTr("Your registration is not confirmed yet")
        advice: qsTr("Please come to our staff to finish your registration.")
    }
    Phrase {
        value: Verdict.Revoked; icon: "cross"
        //: Kiosk: a newer ticket replaced this one.
        title: qsTr("There is a newer invitation for you")
        //: Kiosk: what the guest does then.
        advice: qsTr("Please show the newest code that we sent you.")
    }
    Phrase {
        value: Verdict.Ambiguous; icon: "clock"
        //: Kiosk: several guests have this code.
        title: qsTr("Several guests share this code")
        advice: qsTr("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.RuleRefused; icon: "cross"
        //: Kiosk: a rule of the event says no; the rule's own words follow.
        title: qsTr("Not here, not now")
        advice: qsTr("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.ZoneFull; icon: "people"
        //: Kiosk: no place is left in the zone.
        title: qsTr("It is full at the moment")
        //: Kiosk: what the guest does then.
        advice: qsTr("Please wait a little. Our staff will call you in.")
    }
    Phrase {
        value: Verdict.Malformed; icon: "cross"
        //: Kiosk: something was read that is no ticket.
        title: qsTr("This is not an invitation code")
        //: Kiosk: what the guest does then.
        advice: qsTr("Please show the QR code of your invitation.")
    }
    Phrase {
        value: Verdict.NotNow; icon: "clock"
        //: Kiosk: cannot be decided here at the moment. No word about networks.
        title: qsTr("Not possible here at the moment")
        advice: qsTr("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.Failed; icon: "cross"
        //: Kiosk: the device could not store the sign-in.
        title: qsTr("That did not work")
        advice: qsTr("Please come to our staff. They will help you right away.")
    }
}
