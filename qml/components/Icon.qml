import QtQuick
import Muster.Backend
import Muster.Ui

/*! One sign of the family; always beside a word, so a screen reader passes it by. */
IconItem {
    property int size: Theme.title

    implicitWidth: size
    implicitHeight: size
    color: Theme.colors.ink
    Accessible.ignored: true
}
