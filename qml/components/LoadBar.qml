import QtQuick
import Muster.Ui

/*! How full: calm, amber from the soft capacity on, red from the firm one on. */
Rectangle {
    id: root
    required property real load
    required property int level

    implicitHeight: Theme.grid
    radius: height / 2
    color: Theme.colors.sunken

    Rectangle {
        width: Math.max(root.height, root.width * root.load)
        height: root.height
        radius: root.radius
        visible: root.load > 0
        color: root.level === 2 ? Theme.colors.redInk : root.level === 1 ? Theme.colors.amberInk : Theme.colors.greenInk
    }
}
