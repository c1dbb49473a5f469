pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Who sees to what by when: late ones first. Touched, a task gets another owner; Done, one that must be shown asks for a word on
    what shows it; left out, any asks why. */
Tile {
    id: root
    required property bool isPortrait
    property string task

    title: qsTr("Tasks")
    beside: Course.isKnown ? qsTr("%1 to do").arg(Course.tasksOpen) + " · " + qsTr("%1 late").arg(Course.tasksLate) : "–"

    Label {
        Layout.fillWidth: true
        visible: Course.tasks.count === 0
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.title
        //: In place of the list of tasks.
        text: Course.isKnown ? qsTr("Nothing is to be seen to.") : qsTr("Not known yet.")
    }
    ListView {
        id: list
        objectName: "tasks"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        spacing: Theme.grid
        boundsBehavior: Flickable.StopAtBounds
        model: Course.tasks
        delegate: TaskLine {
            width: list.width
            touch: Theme.touchSmall
            isScanner: false
            isSteered: true
            onBegun: Course.advanceTask(key, DayDesk.StartTask, "")
            onLeftOut: {
                root.task = key;
                leaving.title = name;
                leaving.open();
            }
            onDone: {
                root.task = key;
                proof.title = name;
                if (isEvidenceNeeded)
                    proof.open();
                else
                    Course.advanceTask(key, DayDesk.FinishTask, "");
            }
            onReopened: Course.advanceTask(key, DayDesk.ReopenTask, "")
            onOpened: {
                root.task = key;
                picker.title = name;
                picker.open();
            }
        }
    }
    EvidenceDialog {
        id: proof
        objectName: "courseEvidence"
        hasKeyboard: false
        onGiven: (words) => Course.advanceTask(root.task, DayDesk.FinishTask, words)
    }
    ReasonDialog {
        id: leaving
        objectName: "leaveOutDialog"
        hasKeyboard: false
        //: Dialog: a task is not done at all.
        detail: qsTr("It is left out – why?")
        //: Button: a task is not done at all.
        actText: qsTr("Leave out")
        onGiven: (words) => Course.leaveOutTask(root.task, words)
    }
    StaffPicker {
        id: picker
        desk: Course
        onPicked: (staff) => Course.assignTask(root.task, staff)
    }
}
