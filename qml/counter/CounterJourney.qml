pragma ComponentBehavior: Bound

import QtQuick
import Muster.Backend
import Muster.Ui

/*! The stages of a guest's way: done, now, next. */
Flow {
    id: root
    objectName: "journey"
    spacing: Theme.gap

    Repeater {
        model: Counter.journey
        delegate: Row {
            id: stage
            required property string name
            required property bool isDone
            required property bool isNow
            spacing: Theme.grid

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.title
                height: Theme.title
                radius: width / 2
                color: stage.isDone ? Theme.colors.greenInk : stage.isNow ? Theme.brandInk : "transparent"
                border.width: Theme.stroke / 2
                border.color: stage.isDone ? Theme.colors.greenInk
                              : stage.isNow ? Theme.brandInk : Theme.colors.inkSoft
                Icon {
                    anchors.centerIn: parent
                    visible: stage.isDone
                    name: "check"
                    size: Theme.body
                    color: Theme.colors.raised
                }
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: Theme.title
                font.bold: stage.isNow
                color: stage.isNow ? Theme.colors.ink : Theme.colors.inkSoft
                wrapMode: Text.NoWrap
                text: stage.name
            }
        }
    }
}
