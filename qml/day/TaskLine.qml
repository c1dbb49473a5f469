import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! A task or round: what, whose, by when; and the button that is done with it. Touched, it says what shows it. */
RowLayout {
    id: root
    required property string key
    required property string name
    required property string owner
    required property string zone
    required property string due
    required property string evidence
    required property int kind
    required property int status
    required property int lateMinutes
    required property int roundsDone
    required property int roundsMissed
    required property bool isLate
    required property bool isEvidenceNeeded
    property int touch: Theme.touch
    /*! Somebody here can walk there and scan. */
    property bool isScanner: true
    /*! Whoever stands here says too that a task is begun, or left out. */
    property bool isSteered: false
    readonly property bool isRound: kind === DayDesk.Round
    readonly property bool isOver: status === DayDesk.TaskDone || status === DayDesk.TaskSkipped
    signal done()
    signal opened()
    signal reopened()
    signal begun()
    signal leftOut()
    spacing: Theme.grid

    DayLine {
        objectName: "task-" + root.key
        Layout.fillWidth: true
        implicitHeight: Math.max(root.touch, implicitContentHeight + Theme.gap)
        isOver: root.isOver
        level: root.isOver ? 0 : root.isLate ? 2 : 0
        title: root.name
        detail: (root.zone !== "" ? root.zone + " · " : "")
                //: Under a task. %1 is for how many minutes it should have been done.
                + (root.isLate ? qsTr("%1 min late").arg(root.lateMinutes) + " · " : "")
                //: Under a task without an owner.
                + (root.owner !== "" ? root.owner : qsTr("nobody's"))
                //: Under a task that comes again and again. %1 and %2 are numbers.
                + (root.isRound ? " · " + qsTr("%1 done, %2 missed").arg(root.roundsDone).arg(root.roundsMissed) : "")
                + (root.evidence !== "" ? " · " + root.evidence : "")
        //: Mark on a task that somebody has begun.
        mark: root.status === DayDesk.TaskStarted ? qsTr("begun")
              //: Mark on a task that was left out.
              : root.status === DayDesk.TaskSkipped ? qsTr("left out") : ""
        beside: root.due
        onClicked: root.opened()
    }
    BigButton {
        objectName: "taskStart-" + root.key
        visible: root.isSteered && !root.isRound && root.status === DayDesk.TaskWaiting
        implicitWidth: Theme.touch * 2
        implicitHeight: root.touch
        isFitted: true
        sign: "arrow"
        //: Button: somebody begins with a task.
        text: qsTr("Start")
        onClicked: root.begun()
    }
    BigButton {
        objectName: "taskSkip-" + root.key
        visible: root.isSteered && !root.isOver
        implicitWidth: Theme.touch * 2
        implicitHeight: root.touch
        isFitted: true
        sign: "cross"
        //: Button: a task is not done at all. Asks why.
        text: qsTr("Skip…")
        onClicked: root.leftOut()
    }
    BigButton {
        objectName: "taskDone-" + root.key
        visible: root.isScanner || !root.isRound || root.isOver
        implicitWidth: Theme.touch * 2
        implicitHeight: root.touch
        isFitted: true
        tint: root.isOver ? Theme.colors.sunken : Theme.colors.greenGround
        ink: root.isOver ? Theme.colors.ink : Theme.colors.paper
        sign: root.isOver ? "undo" : root.isRound ? "qr" : "check"
        text: root.isOver
              //: Button: a task is to be done after all.
              ? qsTr("Reopen")
              //: Button: scans the code that hangs in the zone, as proof of a round.
              : root.isRound ? qsTr("Scan")
              //: Button: a task is done.
              : qsTr("Done")
        onClicked: root.isOver ? root.reopened() : root.done()
    }
}
