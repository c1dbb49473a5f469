import Muster.Backend

/*! Why a device was not let in, and what to do. */
Phrasebook {
    Phrase {
        value: Enrolment.BadUri
        //: Enrolment: the scanned code is not Muster's.
        title: qsTr("That is not a device code")
        //: Enrolment: what to do then.
        advice: qsTr("Guests' codes do not work here. Use the code on the coordinator's screen.")
    }
    Phrase {
        value: Enrolment.Expired
        //: Enrolment: the code is over ten minutes old or used up.
        title: qsTr("That code is too old")
        //: Enrolment: what to do then.
        advice: qsTr("Open a new one on the coordinator's screen, then try again.")
    }
    Phrase {
        value: Enrolment.Unreachable
        //: Enrolment: the coordinator's device does not answer.
        title: qsTr("The coordinator does not answer")
        //: Enrolment: what to do then.
        advice: qsTr("Is this device in the event's network? Then try again.")
    }
    Phrase {
        value: Enrolment.WrongHub
        //: Enrolment: another machine answered than the code names.
        title: qsTr("Somebody else answered")
        //: Enrolment: what to do then.
        advice: qsTr("Do not go on. Tell the coordinator, and check the network.")
    }
    Phrase {
        value: Enrolment.Refused
        //: Enrolment: the coordinator said no.
        title: qsTr("The coordinator said no")
        //: Enrolment: what to do then.
        advice: qsTr("Compare the code on both screens, then try again.")
    }
    Phrase {
        value: Enrolment.CodesDiffer
        //: Enrolment by address: the person saw different digits on the two screens.
        title: qsTr("The digits were different")
        //: Enrolment: what to do then.
        advice: qsTr("Stopped, and nothing was kept. Somebody else may have answered: check address and network, tell the coordinator.")
    }
    Phrase {
        value: Enrolment.BadAddress
        //: Enrolment: what was typed is neither an address nor a code.
        title: qsTr("That is no address")
        //: Enrolment: what to do then.
        advice: qsTr("Type it as it stands beside the QR code, with the colon and the number after it.")
    }
    Phrase {
        value: Enrolment.Storage
        //: Enrolment: the device cannot store its keys.
        title: qsTr("This device cannot save")
        //: Enrolment: what to do then.
        advice: qsTr("Free some space or use another device.")
    }
}
