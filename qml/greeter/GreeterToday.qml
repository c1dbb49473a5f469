pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The last ten at this gate, each to be taken back: for a minute with one touch, later with a reason. */
Tile {
    id: root
    property string annulled

    radius: Theme.radius
    //: Heading of the list of the last sign-ins at this entrance.
    title: qsTr("Today at this gate")

    Label {
        Layout.fillWidth: true
        visible: Greeter.todayCount === 0
        color: Theme.colors.inkSoft
        //: The list of sign-ins is empty because nobody has come yet.
        text: qsTr("Nobody yet")
    }
    Label {
        objectName: "undoRefused"
        Layout.fillWidth: true
        visible: Greeter.undoOutcome === Verdict.NotAllowed || Greeter.undoOutcome === Verdict.NotNow
                 || Greeter.undoOutcome === Verdict.Failed
        color: Theme.colors.redInk
        //: A sign-in could not be taken back.
        text: Greeter.undoReason !== "" ? Greeter.undoReason : qsTr("It was not taken back. Ask the coordinator.")
    }
    ListView {
        id: list
        objectName: "recent"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        spacing: 0
        boundsBehavior: Flickable.StopAtBounds
        model: Greeter.recent
        delegate: GreeterTodayRow {
            width: list.width
            height: implicitHeight
            onUndo: {
                if (undoSeconds > 0) {
                    Greeter.annul(key, "");
                } else {
                    root.annulled = key;
                    reason.open();
                }
            }
        }
    }
    ReasonDialog {
        id: reason
        objectName: "annulDialog"
        //: Dialog: takes back a sign-in that is older than a minute.
        title: qsTr("Annul this sign-in?")
        detail: qsTr("The coordinator sees who did it and why.")
        //: Button that takes back a sign-in.
        actText: qsTr("Annul")
        onGiven: (words) => Greeter.annul(root.annulled, words)
    }
}
