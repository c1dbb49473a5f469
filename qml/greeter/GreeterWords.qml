import Muster.Backend

/*! What the tablet says to staff for each outcome, and what to do next. The first one stands in for all others. */
Phrasebook {
    Phrase {
        value: Verdict.Unknown; icon: "cross"
        //: Greeter: the code is on no list.
        title: qsTr("Unknown code")
        //: Greeter: what to do then.
        advice: qsTr("Search by name or phone. Still nobody? Register a walk-in or send to the problem desk.")
    }
    Phrase {
        value: Verdict.Admitted; icon: "check"
        //: Greeter: it is done.
        title: qsTr("Signed in")
    }
    Phrase {
        value: Verdict.CheckedOut; icon: "out"
        //: Greeter: the guest was signed out.
        title: qsTr("Signed out")
    }
    Phrase {
        value: Verdict.AlreadyIn; icon: "clock"
        //: Greeter: the invitation was used before; where and when stands beside it.
        title: qsTr("Already signed in")
        //: Greeter: what to do then.
        advice: qsTr("Ask whether the guest has been here before. A photo of the invitation may be going round.")
    }
    Phrase {
        value: Verdict.NotInside; icon: "clock"
        //: Greeter: wants to leave but never came in.
        title: qsTr("Never signed in")
    }
    Phrase {
        value: Verdict.Forged; icon: "cross"
        //: Greeter: the ticket's signature is wrong.
        title: qsTr("Not a genuine ticket")
        //: Greeter: what to do then.
        advice: qsTr("Stay friendly: the guest may have been cheated. Send to the problem desk.")
    }
    Phrase {
        value: Verdict.WrongEvent; icon: "cross"
        //: Greeter: the ticket is for another event.
        title: qsTr("Ticket for another event")
    }
    Phrase {
        value: Verdict.WrongTime; icon: "cross"
        //: Greeter: the ticket is for another day or session.
        title: qsTr("Another day or session")
    }
    Phrase {
        value: Verdict.WrongGate; icon: "cross"
        //: Greeter: the ticket is for another entrance.
        title: qsTr("Another entrance")
    }
    Phrase {
        value: Verdict.Blocked; icon: "cross"
        //: Greeter: the guest is blocked.
        title: qsTr("Blocked")
        //: Greeter: what to do with a blocked guest.
        advice: qsTr("Do not argue. Call the coordinator.")
    }
    Phrase {
        value: Verdict.Cancelled; icon: "cross"
        //: Greeter: the invitation was cancelled.
        title: qsTr("Cancelled invitation")
    }
    Phrase {
        value: Verdict.NotPaid; icon: "cross"
        //: Greeter: payment is missing.
        title: qsTr("Not paid yet")
    }
    Phrase {
        value: Verdict.NotApproved; icon: "cross"
        //: Greeter: the registration was not approved.
        title: qsTr("Not approved yet")
    }
    Phrase {
        value: Verdict.Revoked; icon: "cross"
        //: Greeter: a newer ticket replaced this one.
        title: qsTr("Replaced by a newer ticket")
        //: Greeter: what to do then.
        advice: qsTr("Ask for the newest message.")
    }
    Phrase {
        value: Verdict.RuleRefused; icon: "cross"
        //: Greeter: a rule of the event says no; its own words follow.
        title: qsTr("The plan says no")
    }
    Phrase {
        value: Verdict.ZoneFull; icon: "people"
        //: Greeter: no place is left in the zone.
        title: qsTr("Zone full")
    }
    Phrase {
        value: Verdict.Malformed; icon: "cross"
        //: Greeter: something was read that is no ticket.
        title: qsTr("Not a ticket")
        //: Greeter: what to do then.
        advice: qsTr("Ask for the QR code of the invitation, or search by name.")
    }
    Phrase {
        value: Verdict.NotAllowed; icon: "cross"
        //: Greeter: the role does not permit this act.
        title: qsTr("Not allowed here")
        //: Greeter: whom to ask.
        advice: qsTr("Ask the coordinator.")
    }
    Phrase {
        value: Verdict.NotNow; icon: "clock"
        //: Greeter: needs the coordinator, who cannot be reached.
        title: qsTr("Not now")
        //: Greeter: what to do then.
        advice: qsTr("The coordinator cannot be reached. Try again in a moment.")
    }
    Phrase {
        value: Verdict.Failed; icon: "cross"
        //: Greeter: the device could not store the act.
        title: qsTr("Not saved")
        //: Greeter: what to do then.
        advice: qsTr("Nothing was recorded. Use another tablet.")
    }
}
