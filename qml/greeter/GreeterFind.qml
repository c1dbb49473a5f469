import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Live scanner, one search field that is always ready, and the way for those on no list. */
ColumnLayout {
    id: root
    property bool isPortrait: false
    readonly property bool isKeyboardShown: field.activeFocus && field.isTouched

    /*! Takes a key that was typed anywhere; true if it began a search. */
    function take(text: string): bool {
        return text > " " && text !== "\u007f" && field.begin(text);
    }

    spacing: Theme.gap

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: !root.isPortrait
        columns: root.isPortrait ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        CameraFrame {
            Layout.fillWidth: !root.isPortrait
            Layout.fillHeight: !root.isPortrait
            Layout.preferredWidth: root.isPortrait ? Theme.touch * 2 + Theme.gap : -1
            Layout.preferredHeight: root.isPortrait ? Theme.touch * 2 + Theme.gap : -1
            Layout.maximumHeight: root.isPortrait ? Theme.touch * 2 + Theme.gap : root.width
            visible: root.isPortrait || !root.isKeyboardShown
            isReading: Greeter.isBusy
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            SearchField {
                id: field
                Layout.fillWidth: true
            }
            BigButton {
                objectName: "walkIn"
                Layout.fillWidth: true
                sign: "add-person"
                //: Button: register a guest who is on no list.
                text: qsTr("Walk-in")
                onClicked: Greeter.openWalkIn()
            }
        }
        Item {
            Layout.fillHeight: true
            visible: !root.isPortrait
        }
    }
}
