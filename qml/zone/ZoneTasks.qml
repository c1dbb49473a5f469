pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The zone's tasks and rounds, late ones first. A round is done by scanning the code that hangs in the zone. */
ColumnLayout {
    id: root
    property string task
    spacing: Theme.gap

    Rectangle {
        objectName: "scanHint"
        Layout.fillWidth: true
        visible: ZoneLead.scanningTask !== ""
        implicitHeight: hint.implicitHeight + Theme.gap * 2
        radius: Theme.radiusSmall
        color: Theme.colors.blueGround
        Label {
            id: hint
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.gap
            color: Theme.colors.paper
            font.bold: true
            font.pixelSize: Theme.title
            //: A round is proved by scanning.
            text: qsTr("Now scan the code that hangs in the zone.")
        }
    }
    ListView {
        id: list
        objectName: "zoneTasks"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        spacing: Theme.grid
        boundsBehavior: Flickable.StopAtBounds
        model: ZoneLead.tasks
        delegate: TaskLine {
            width: list.width
            onDone: {
                if (isRound)
                    ZoneLead.scanFor(key);
                else if (isEvidenceNeeded)
                    opened();
                else
                    ZoneLead.advanceTask(key, DayDesk.FinishTask, "");
            }
            onReopened: ZoneLead.advanceTask(key, DayDesk.ReopenTask, "")
            onOpened: {
                root.task = key;
                proof.title = name;
                proof.open();
            }
        }
        Label {
            width: list.width
            visible: list.count === 0
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            //: In place of the tasks of a zone.
            text: ZoneLead.isKnown ? qsTr("Nothing to see to here.") : qsTr("Not known yet.")
        }
    }
    EvidenceDialog {
        id: proof
        objectName: "evidenceDialog"
        onGiven: (words) => ZoneLead.advanceTask(root.task, DayDesk.FinishTask, words)
    }
}
