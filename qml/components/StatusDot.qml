import QtQuick
import Muster.Backend
import Muster.Ui

/*! A dot in the colour of a meaning; a word stands beside it wherever staff look. */
Rectangle {
    id: root
    property int meaning: Meaning.ComeIn
    readonly property Tone tone: Tone { meaning: root.meaning }

    implicitWidth: Theme.dot
    implicitHeight: Theme.dot
    radius: Theme.dot / 2
    color: tone.ink
}
