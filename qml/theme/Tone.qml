import QtQuick
import Muster.Backend
import Muster.Ui

/*! The colours of one meaning. */
ColorTone {
    ground: meaning === Meaning.ComeIn ? Theme.colors.greenGround
                                    : meaning === Meaning.LookAgain ? Theme.colors.amberGround
                                    : meaning === Meaning.Stop ? Theme.colors.redGround
                                    : meaning === Meaning.Information ? Theme.colors.blueGround : Theme.colors.raised
    groundInk: meaning === Meaning.LookAgain ? Theme.colors.soot
                                       : meaning === Meaning.Neutral ? Theme.colors.ink : Theme.colors.paper
    ink: meaning === Meaning.ComeIn ? Theme.colors.greenInk
                                 : meaning === Meaning.LookAgain ? Theme.colors.amberInk
                                 : meaning === Meaning.Stop ? Theme.colors.redInk
                                 : meaning === Meaning.Information ? Theme.colors.blueInk : Theme.colors.ink
}
