import QtQuick
import Muster.Ui

/*! The first line of a list, and nothing where there is none. */
ListView {
    visible: count > 0
    implicitHeight: Math.min(contentHeight, Theme.touchTall)
    spacing: Theme.gap
    interactive: false
    clip: true
}
