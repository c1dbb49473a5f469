import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*!
    The greeter's tablet: find on the left, the guest in the middle, today on the right. Typing anywhere searches; the
    green button stays where it is and does the next thing.
*/
FocusScope {
    id: root
    objectName: "greeterScreen"
    readonly property bool isPortrait: height > width
    readonly property bool isTyping: find.isKeyboardShown || form.isKeyboardShown
    focus: true
    Keys.onPressed: (event) => { event.accepted = find.take(event.text) }
    Keys.onEscapePressed: Greeter.startOver()
    Keys.onReturnPressed: Greeter.doPrimary()
    Keys.onEnterPressed: Greeter.doPrimary()

    Item {
        id: keys
        objectName: "keys"
        focus: true  // Where keys go while no field has them.
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        GreeterBar { Layout.fillWidth: true }
        GreeterAlerts {
            visible: count > 0 && !root.isTyping  // The keyboard wants the room; the chime is heard all the same.
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            Layout.bottomMargin: Theme.grid
        }
        WatchCards {
            visible: count > 0 && !root.isTyping
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            Layout.bottomMargin: Theme.grid
            alerts: Greeter.watch
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.gap
            Layout.topMargin: 0
            columns: root.isPortrait ? 2 : 3
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            GreeterFind {
                id: find
                Layout.fillHeight: !root.isPortrait
                Layout.fillWidth: true
                Layout.columnSpan: root.isPortrait ? 2 : 1
                Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.24
                Layout.maximumWidth: root.isPortrait ? root.width : root.width * 0.24
                isPortrait: root.isPortrait
            }
            Rectangle {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.columnSpan: root.isPortrait ? 2 : 1
                radius: Theme.radius
                color: Theme.colors.raised
                border.width: Theme.hairline
                border.color: Theme.colors.line

                ColumnLayout {
                    anchors.fill: parent
                    anchors.margins: Theme.gap
                    spacing: Theme.gap
                    Item {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        clip: true
                        GreeterIdle {
                            anchors.fill: parent
                            visible: Greeter.mode === Greeter.Idle
                        }
                        GreeterResults {
                            anchors.fill: parent
                            visible: Greeter.mode === Greeter.Searching || Greeter.mode === Greeter.Choosing
                        }
                        GreeterGuest {
                            anchors.fill: parent
                            visible: Greeter.mode === Greeter.Guest || Greeter.mode === Greeter.Told
                        }
                        QuestionCard {
                            anchors.fill: parent
                            visible: Greeter.mode === Greeter.Asking
                            questions: Greeter.questionnaire
                            fontSize: Theme.headline
                        }
                        GreeterForm {
                            id: form
                            anchors.fill: parent
                            visible: Greeter.mode === Greeter.WalkInForm
                            onVisibleChanged: {
                                if (!visible)
                                    keys.forceActiveFocus();  // Not what is typed next into a field nobody sees.
                            }
                        }
                    }
                    GreeterButtons {
                        Layout.fillWidth: true
                        onReasonWanted: reason.open()
                    }
                }
            }
            GreeterToday {
                Layout.fillHeight: !root.isPortrait
                Layout.preferredHeight: root.isPortrait ? root.height * 0.24 : -1
                Layout.fillWidth: true
                Layout.columnSpan: root.isPortrait ? 2 : 1
                Layout.preferredWidth: root.isPortrait ? -1 : root.width * 0.24
                Layout.maximumWidth: root.isPortrait ? root.width : root.width * 0.24
                visible: !(root.isTyping && root.isPortrait)
            }
        }
        TouchKeyboard {
            Layout.fillWidth: true
            visible: root.isTyping
            onDone: keys.forceActiveFocus()
        }
    }
    ReasonDialog {
        id: reason
        objectName: "overrideDialog"
        //: Dialog: staff lets a guest in against a rule.
        title: qsTr("Let in anyway?")
        //: What the dialog explains before a rule is overridden.
        detail: qsTr("The coordinator sees who did it and why.")
        //: Button that lets a guest in against a rule.
        actText: qsTr("Let in")
        onGiven: (words) => Greeter.override(words)
    }
}
