pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! One incident: what to do (written before the day), what was done, who is on it; and what comes next. */
ColumnLayout {
    id: root
    required property DayDesk desk
    readonly property IncidentSheet sheet: desk.incident
    property int touch: Theme.touch
    property bool hasKeyboard: false
    property string struck
    spacing: Theme.gap

    IncidentHead {
        Layout.fillWidth: true
        sheet: root.sheet
        touch: root.touch
        onChangeWanted: change.open()
    }
    WatchExits {
        Layout.fillWidth: true
        desk: root.desk
        sheet: root.sheet
        touch: root.touch
        hasKeyboard: root.hasKeyboard
    }
    Flickable {
        id: flick
        objectName: "incidentBody"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        contentHeight: body.implicitHeight
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: body
            width: flick.width
            spacing: Theme.grid

            Rectangle {
                Layout.fillWidth: true
                visible: guide.text !== ""
                implicitHeight: guide.implicitHeight + Theme.gap
                radius: Theme.radiusSmall
                color: Theme.colors.sunken
                Label {
                    id: guide
                    objectName: "guide"
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.margins: Theme.gap
                    font.pixelSize: Theme.title
                    text: root.sheet.guide
                }
            }
            Repeater {
                model: root.sheet.checklist
                delegate: ChoiceButton {
                    required property string key
                    required property string by
                    required property bool isDone
                    required text
                    objectName: "check-" + key
                    Layout.fillWidth: true
                    implicitHeight: root.touch
                    isMany: true
                    isOn: isDone
                    fontSize: Theme.title
                    onClicked: root.desk.check(key, !isDone)
                }
            }
            Repeater {
                model: root.sheet.assignees
                delegate: AssigneeLine {
                    Layout.fillWidth: true
                    touch: root.touch
                    onMoved: (state) => root.desk.assign(key, state)
                }
            }
            Repeater {
                model: root.sheet.entries
                delegate: EntryLine {
                    Layout.fillWidth: true
                    onClicked: {
                        root.struck = key;
                        striking.open();
                    }
                }
            }
        }
    }
    IncidentButtons {
        Layout.fillWidth: true
        desk: root.desk
        touch: root.touch
        onNoteWanted: note.open()
        onAssignWanted: picker.open()
    }
    ReasonDialog {
        id: note
        objectName: "noteDialog"
        hasKeyboard: root.hasKeyboard
        tint: Theme.colors.greenGround
        //: Dialog: one more entry in the log of an incident. %1 is its number.
        title: qsTr("Entry for #%1").arg(root.sheet.number)
        //: Placeholder of the field for an entry of an incident.
        hint: qsTr("What you see, what you do")
        //: Button that adds an entry to an incident.
        actText: qsTr("Add")
        onGiven: (words) => root.desk.addNote(words)
    }
    ReasonDialog {
        id: striking
        objectName: "strikeDialog"
        hasKeyboard: root.hasKeyboard
        //: Dialog: an entry of an incident was wrong.
        title: qsTr("Strike this entry?")
        //: What striking an entry means.
        detail: qsTr("It stays in the log, struck through, with your name and reason.")
        //: Button that strikes an entry of an incident.
        actText: qsTr("Strike")
        onGiven: (words) => root.desk.strike(root.struck, words)
    }
    IncidentChange {
        id: change
        desk: root.desk
    }
    StaffPicker {
        id: picker
        objectName: "incidentStaff"
        desk: root.desk
        hasKeyboard: root.hasKeyboard
        //: Heading of the list of staff for an incident. %1 is its number.
        title: qsTr("Who sees to #%1?").arg(root.sheet.number)
        onPicked: (staff) => root.desk.assign(staff, DayDesk.Assigned)
    }
}
