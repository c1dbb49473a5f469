pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! On an incident about who is missing: what every exit looks out for, and which exits have said that they do. */
ColumnLayout {
    id: root
    required property DayDesk desk
    required property IncidentSheet sheet
    property int touch: Theme.touch
    property bool hasKeyboard: false
    visible: sheet.isWatch
    spacing: Theme.grid

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        Label {
            objectName: "lookOut"
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.title
            color: root.sheet.lookOut !== "" ? Theme.colors.ink : Theme.colors.redInk
            text: root.sheet.lookOut !== "" ? qsTr("Watch out for: %1").arg(root.sheet.lookOut)
                  //: On an incident about who is missing: nobody wrote what the exits are to look for.
                  : qsTr("The exits do not know what to look for.")
        }
        BigButton {
            objectName: "writeLookOut"
            implicitHeight: root.touch
            fontSize: Theme.body
            //: Button: what the exits are to look out for.
            text: root.sheet.lookOut !== "" ? qsTr("Change") : qsTr("Write it")
            onClicked: dialog.open()
        }
    }
    Label {
        objectName: "exitsOpen"
        Layout.fillWidth: true
        color: root.sheet.exitsOpen > 0 ? Theme.colors.redInk : Theme.colors.greenInk
        font.bold: true
        //: Of a missing person: how many exits have not said that they look out.
        text: root.sheet.exitsOpen > 0 ? qsTr("Exits that do not look out yet: %1").arg(root.sheet.exitsOpen)
              //: Of a missing person: every exit looks out.
              : qsTr("Every exit looks out.")
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.grid
        Repeater {
            model: root.sheet.exits
            delegate: Chip {
                required property string key
                required property string name
                required property string zone
                required property string by
                required property string time
                required property bool isWatching
                objectName: "exit-" + key
                sign: isWatching ? "check" : "clock"
                color: isWatching ? Theme.colors.sunken : Theme.colors.amberGround
                ink: isWatching ? Theme.colors.ink : Theme.colors.soot
                text: name + (zone !== "" ? " (" + zone + ")" : "")
                      + (isWatching ? (by !== "" ? " · " + by : "") + " · " + time : "")
            }
        }
    }
    ReasonDialog {
        id: dialog
        objectName: "lookOutDialog"
        hasKeyboard: root.hasKeyboard
        tint: Theme.colors.greenGround
        //: Dialog: what the exits are to look out for. %1 is the incident's number.
        title: qsTr("What do the exits look out for? (#%1)").arg(root.sheet.number)
        //: In the dialog for what exits look out for.
        detail: qsTr("Every exit reads this. No names: age, clothes, hair, what they carry.")
        //: Placeholder of the field for what exits look out for.
        hint: qsTr("Girl, 6, red jacket")
        //: Button that tells the exits what to look out for.
        actText: qsTr("Tell the exits")
        onGiven: (words) => root.desk.setLookOut(words)
    }
}
