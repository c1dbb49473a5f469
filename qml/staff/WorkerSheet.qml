import QtQuick
import Muster.Backend
import Muster.Ui

/*! Who works at this device, over everything else: a name or a badge, then a PIN where there is one. */
FocusScope {
    id: root
    objectName: "workerSheet"
    readonly property bool isAsking: Worker.step > Worker.Who
    readonly property string trouble:
        Worker.trouble === Worker.Refused ? Worker.reason
        //: Sheet for signing on: what was scanned is no badge of our staff.
        : Worker.trouble === Worker.UnknownBadge ? qsTr("That is no badge of our staff")
        //: A new PIN is typed twice, and the second was another one.
        : Worker.trouble === Worker.PinsDiffer ? qsTr("Those were two different PINs – once more") : ""

    function begin() {
        root.forceActiveFocus();
        if (!root.isAsking)
            choice.begin();
    }

    focus: true
    Accessible.role: Accessible.Dialog
    //: Spoken name of the sheet where staff say who works at this device.
    Accessible.name: qsTr("Who works here")
    Keys.onEscapePressed: Worker.back()
    Keys.onPressed: (event) => {
        event.accepted = root.isAsking;
        if (event.key === Qt.Key_Backspace)
            Worker.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            Worker.enter();
        else
            Worker.type(event.text);
    }
    onIsAskingChanged: root.begin()
    Component.onCompleted: root.begin()

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.surface
        MouseArea { anchors.fill: parent }  // Nothing beneath is touched.
    }
    PinPad {
        anchors.centerIn: parent
        width: Math.min(root.width - Theme.margin * 2, Theme.lineMax * 1.8)
        visible: root.isAsking
        title: Worker.step === Worker.OldPinAsked
               //: Above a PIN pad. %1 is a name.
               ? qsTr("%1: the PIN until now").arg(Worker.personName)
               : Worker.step === Worker.NewPinAsked
                 //: Above a PIN pad. %1 is a name.
                 ? qsTr("%1: a new PIN").arg(Worker.personName)
                 : Worker.step === Worker.NewPinAgain
                   //: Above a PIN pad. %1 is a name.
                   ? qsTr("%1: the new PIN again").arg(Worker.personName)
                   //: Above a PIN pad. %1 is a name.
                   : qsTr("%1: PIN").arg(Worker.personName)
        isNoteGrave: root.trouble !== ""
        //: Under the title of a PIN pad: how long a PIN is.
        note: root.trouble !== "" ? root.trouble : qsTr("4 to 8 digits")
        typedCount: Worker.typedCount
        isWaiting: Worker.isBusy
        hasEnter: true
        isEnterEnabled: Worker.isEnough
        onTyped: (digit) => Worker.type(digit)
        onErased: Worker.erase()
        onCancelled: Worker.back()
        onEntered: Worker.enter()
    }
    WorkerChoice {
        id: choice
        anchors.fill: parent
        anchors.margins: Theme.gapWide
        visible: !root.isAsking
        trouble: root.trouble
    }
}
