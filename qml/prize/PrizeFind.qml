import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Live scanner, and a field for a code that cannot be scanned. */
GridLayout {
    id: root
    property bool isPortrait: false
    /*! Somebody types, here or elsewhere on the screen: the keyboard wants the room. */
    property bool isTyping: false
    property int cameraSide: Theme.touch * 2 + Theme.gap
    readonly property bool isKeyboardShown: code.activeFocus && code.isTouched
    signal done()

    function give() {
        Prizes.type(code.text);
        code.clear();
        root.done();
    }

    columns: isPortrait ? 2 : 1
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    CameraFrame {
        objectName: "camera"
        Layout.fillWidth: !root.isPortrait
        Layout.preferredWidth: root.cameraSide
        Layout.preferredHeight: root.cameraSide
        visible: root.isPortrait || !root.isTyping
        isReading: Prizes.isLooking
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        Field {
            id: code
            objectName: "codeField"
            Layout.fillWidth: true
            sign: "qr"
            maximumLength: 200
            //: Field of the prize desk for a guest's code that cannot be scanned.
            placeholderText: qsTr("Or type the code")
            onAccepted: root.give()
        }
        BigButton {
            objectName: "startOver"
            Layout.fillWidth: true
            isFitted: true
            enabled: Prizes.mode === Prizes.Showing && !Prizes.isBusy
            sign: "arrow"
            //: Button of the prize desk: done with this guest.
            text: qsTr("Next guest")
            onClicked: Prizes.startOver()
        }
    }
    Item {
        Layout.fillHeight: true
        Layout.preferredHeight: 0
        visible: !root.isPortrait
    }
}
