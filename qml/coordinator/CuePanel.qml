pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The touched cue: what is missing for it, and the acts. A Go with something missing is refused and asks for a reason. */
Tile {
    id: root
    readonly property bool isAny: Course.selectedCue !== ""
    readonly property int stage: Course.cueState
    readonly property bool isWaiting: stage === Course.CueWaiting || stage === Course.CueHeld

    component Act: BigButton {
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.touch
        implicitHeight: Theme.touch
        isFitted: true
    }
    Label {
        objectName: "cueName"
        Layout.fillWidth: true
        Layout.fillHeight: !root.isAny
        font.pixelSize: root.isAny ? Theme.headline : Theme.title
        font.bold: root.isAny
        color: root.isAny ? Theme.colors.ink : Theme.colors.inkSoft
        //: No cue is selected.
        text: root.isAny ? Course.cueName : qsTr("Touch a cue to start, hold or move it.")
    }
    Label {
        Layout.fillWidth: true
        visible: root.isAny
        color: Course.unmet.count > 0 ? Theme.colors.amberInk : Theme.colors.inkSoft
        font.bold: Course.unmet.count > 0
        text: Course.cueReason !== ""
              //: A cue went although something was missing. %1 is the reason given.
              ? qsTr("Went all the same: %1").arg(Course.cueReason)
              : Course.unmet.count > 0
                //: Above the list of what a cue needs and has not.
                ? qsTr("Missing for it:")
                //: A cue has all that it needs.
                : root.isWaiting ? qsTr("Nothing is missing for it.") : ""
    }
    UnmetList {
        objectName: "unmet"
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: root.isAny
        unmet: Course.unmet
    }
    GridLayout {
        Layout.fillWidth: true
        visible: root.isAny
        columns: 3
        columnSpacing: Theme.grid
        rowSpacing: Theme.grid
        Act {
            objectName: "goCue"
            enabled: root.isWaiting
            tint: enabled ? Theme.colors.greenGround : Theme.colors.sunken
            ink: enabled ? Theme.colors.paper : Theme.colors.ink
            sign: "arrow"
            //: Act on a cue: starts now.
            text: qsTr("Go")
            onClicked: Course.advanceCue(Course.GoCue, 0)
        }
        Act {
            objectName: "holdCue"
            enabled: root.stage === Course.CueWaiting
            sign: "lock"
            //: Act on a cue: waits, and what hangs on it waits too.
            text: qsTr("Hold")
            onClicked: Course.advanceCue(Course.HoldCue, 0)
        }
        Act {
            objectName: "endCue"
            enabled: root.stage === Course.CueRunning
            sign: "flag"
            //: Act on a cue: it is over.
            text: qsTr("Over")
            onClicked: Course.advanceCue(Course.EndCue, 0)
        }
        Act {
            objectName: "shiftEarlier"
            enabled: root.isWaiting
            //: Act on a cue: five minutes earlier than expected so far.
            text: qsTr("−5 min")
            onClicked: Course.advanceCue(Course.ShiftCue, -5)
        }
        Act {
            objectName: "shiftLater"
            enabled: root.isWaiting
            //: Act on a cue: five minutes later than expected so far.
            text: qsTr("+5 min")
            onClicked: Course.advanceCue(Course.ShiftCue, 5)
        }
        Act {
            objectName: "skipCue"
            sign: root.isWaiting ? "cross" : "undo"
            text: root.isWaiting
                  //: Act on a cue: it does not happen.
                  ? qsTr("Leave out")
                  //: Act on a cue: as if it had not begun.
                  : qsTr("Not begun")
            onClicked: Course.advanceCue(root.isWaiting ? Course.SkipCue : Course.ResetCue, 0)
        }
    }
}
