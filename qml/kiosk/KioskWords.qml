import Muster.Backend

/*!
    What the kiosk says to a guest for each outcome, and what to do, as translators' keys: the kiosk says it in both
    languages. The first one stands in for all others.
*/
Phrasebook {
    Phrase {
        value: Verdict.Unknown; icon: "cross"
        //: Kiosk: the code is on no list.
        title: QT_TR_NOOP("We do not find this code")
        //: Kiosk: what the guest does when the code cannot be used.
        advice: QT_TR_NOOP("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.Admitted; icon: "check"
        //: Kiosk: heading of the green screen.
        title: QT_TR_NOOP("Welcome")
    }
    Phrase {
        value: Verdict.CheckedOut; icon: "out"
        //: Kiosk: the guest has signed out.
        title: QT_TR_NOOP("Goodbye, and thank you for coming")
    }
    Phrase {
        value: Verdict.AlreadyIn; icon: "clock"
        //: Kiosk: this invitation was used before.
        title: QT_TR_NOOP("This invitation is signed in already")
        //: Kiosk: what the guest does then.
        advice: QT_TR_NOOP("Is that not you? Please see our staff.")
    }
    Phrase {
        value: Verdict.NotInside; icon: "clock"
        //: Kiosk: wants to leave but never signed in.
        title: QT_TR_NOOP("You are not signed in yet")
        advice: QT_TR_NOOP("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.Forged; icon: "cross"
        //: Kiosk: the ticket's signature is wrong. Calm: the guest may be the victim.
        title: QT_TR_NOOP("This code is not valid")
        advice: QT_TR_NOOP("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.WrongEvent; icon: "cross"
        //: Kiosk: the ticket is for another event.
        title: QT_TR_NOOP("This invitation is for another event")
        advice: QT_TR_NOOP("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.WrongTime; icon: "cross"
        //: Kiosk: the ticket is for another day or session.
        title: QT_TR_NOOP("This invitation is for another time")
        advice: QT_TR_NOOP("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.WrongGate; icon: "cross"
        //: Kiosk: the ticket is for another entrance.
        title: QT_TR_NOOP("Please use the other entrance")
        //: Kiosk: who shows the guest the right entrance.
        advice: QT_TR_NOOP("Our staff will show you the way.")
    }
    Phrase {
        value: Verdict.Blocked; icon: "cross"
        //: Kiosk: the guest is blocked; said discreetly.
        title: QT_TR_NOOP("Please come to our staff")
        //: Kiosk: nothing more is said in public.
        advice: QT_TR_NOOP("They have a message for you.")
    }
    Phrase {
        value: Verdict.Cancelled; icon: "cross"
        //: Kiosk: the invitation was cancelled.
        title: QT_TR_NOOP("This invitation was cancelled")
        advice: QT_TR_NOOP("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.NotPaid; icon: "cross"
        //: Kiosk: payment is missing; said discreetly.
        title: QT_TR_NOOP("One step is still open")
        //: Kiosk: what the guest does about it.
        advice: QT_TR_NOOP("Please come to our staff to finish your registration.")
    }
    Phrase {
        value: Verdict.NotApproved; icon: "cross"
        //: Kiosk: the registration was not confirmed yet.
        title: QT_TR_NOOP("Your registration is not confirmed yet")
        advice: QT_TR_NOOP("Please come to our staff to finish your registration.")
    }
    Phrase {
        value: Verdict.Revoked; icon: "cross"
        //: Kiosk: a newer ticket replaced this one.
        title: QT_TR_NOOP("There is a newer invitation for you")
        //: Kiosk: what the guest does then.
        advice: QT_TR_NOOP("Please show the newest code that we sent you.")
    }
    Phrase {
        value: Verdict.Ambiguous; icon: "clock"
        //: Kiosk: several guests have this code.
        title: QT_TR_NOOP("Several guests share this code")
        advice: QT_TR_NOOP("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.RuleRefused; icon: "cross"
        //: Kiosk: a rule of the event says no; the rule's own words follow.
        title: QT_TR_NOOP("Not here, not now")
        advice: QT_TR_NOOP("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.ZoneFull; icon: "people"
        //: Kiosk: no place is left in the zone.
        title: QT_TR_NOOP("It is full at the moment")
        //: Kiosk: what the guest does then.
        advice: QT_TR_NOOP("Please wait a little. Our staff will call you in.")
    }
    Phrase {
        value: Verdict.Malformed; icon: "cross"
        //: Kiosk: something was read that is no ticket.
        title: QT_TR_NOOP("This is not an invitation code")
        //: Kiosk: what the guest does then.
        advice: QT_TR_NOOP("Please show the QR code of your invitation.")
    }
    Phrase {
        value: Verdict.NotNow; icon: "clock"
        //: Kiosk: cannot be decided here at the moment. No word about networks.
        title: QT_TR_NOOP("Not possible here at the moment")
        advice: QT_TR_NOOP("Please come to our staff. They will help you right away.")
    }
    Phrase {
        value: Verdict.Failed; icon: "cross"
        //: Kiosk: the device could not store the sign-in.
        title: QT_TR_NOOP("That did not work")
        advice: QT_TR_NOOP("Please come to our staff. They will help you right away.")
    }
}
