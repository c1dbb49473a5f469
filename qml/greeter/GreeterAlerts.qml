pragma ComponentBehavior: Bound

import QtQuick
import Muster.Backend
import Muster.Ui

/*! Who is to be met and where a bell rings; for who works here first. Two at a time, the others below. */
ListView {
    id: root
    objectName: "greeterAlerts"
    visible: count > 0
    implicitHeight: Math.min(contentHeight, Theme.touch * 3)
    clip: true
    spacing: Theme.grid
    boundsBehavior: Flickable.StopAtBounds
    model: Greeter.alerts
    delegate: AlertLine {
        width: root.width
        touch: Theme.touch
        onSeen: Greeter.acknowledge(key)
    }
}
