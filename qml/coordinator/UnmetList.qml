pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What is needed and is not so, a line each. */
ListView {
    id: root
    required property RowList unmet

    clip: true
    spacing: Theme.grid / 2
    boundsBehavior: Flickable.StopAtBounds
    model: unmet
    delegate: RowLayout {
        id: line
        required property string kind
        required property string text
        width: root.width
        spacing: Theme.grid
        Icon {
            name: line.kind === "post" ? "people" : line.kind === "material" ? "flag"
                  : line.kind === "incident" ? "alert" : "box"
            size: Theme.body
            color: Theme.colors.amberInk
        }
        Label {
            Layout.fillWidth: true
            text: line.text
        }
    }
}
