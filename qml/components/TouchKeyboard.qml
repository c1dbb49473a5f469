pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The keyboard of a tablet: letters and digits at once, pinyin with its candidates where the dictionary is. */
Rectangle {
    id: root
    property bool isShifted: false
    /*! Letters as they are, and the signs of a network address in place of space and pinyin. */
    property bool isForAddresses: false
    readonly property int keyHeight: Theme.touch
    signal done()
    onVisibleChanged: Typist.isPinyin = Typist.isPinyin && !(visible && isForAddresses)

    implicitHeight: column.implicitHeight + Theme.gap
    color: Theme.colors.sunken
    Accessible.role: Accessible.Grouping
    //: Spoken name of the keyboard on the screen.
    Accessible.name: qsTr("Keyboard")

    component KeyRow: RowLayout {
        id: keyRow
        required property string letters
        default property alias extra: tail.data
        spacing: Theme.grid
        Layout.fillWidth: true

        Repeater {
            model: keyRow.letters.length
            delegate: BigButton {
                id: key
                required property int index
                readonly property string letter: keyRow.letters.charAt(index)
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.touch
                Layout.preferredHeight: root.keyHeight
                implicitWidth: Theme.touch
                focusPolicy: Qt.NoFocus
                tint: Theme.colors.raised
                text: root.isShifted ? letter.toUpperCase() : letter
                onClicked: Typist.type(key.text)
            }
        }
        RowLayout {
            id: tail
            visible: children.length > 0
            spacing: Theme.grid
        }
    }

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.grid
        spacing: Theme.grid

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.touchSmall
            visible: Typist.isPinyin && !root.isForAddresses
            spacing: Theme.gap
            Label {
                text: Typist.gathered
                font.pixelSize: Theme.title
                color: Theme.colors.inkSoft
                wrapMode: Text.NoWrap
            }
            ListView {
                objectName: "pinyinCandidates"
                Layout.fillWidth: true
                Layout.fillHeight: true
                orientation: ListView.Horizontal
                clip: true
                spacing: Theme.grid
                model: Typist.candidates
                delegate: BigButton {
                    required property string key
                    required text
                    height: Theme.touchSmall
                    width: Math.max(Theme.touch, implicitContentWidth + Theme.gap)
                    focusPolicy: Qt.NoFocus
                    tint: Theme.colors.raised
                    onClicked: Typist.choose(key)
                }
            }
        }
        KeyRow { letters: "1234567890" }
        KeyRow { letters: "qwertyuiop" }
        KeyRow {
            letters: "asdfghjkl"
            BigButton {
                Layout.preferredHeight: root.keyHeight
                Layout.preferredWidth: Theme.touch * 1.5
                implicitWidth: Theme.touch
                focusPolicy: Qt.NoFocus
                sign: "backspace"
                //: Spoken name of the key that deletes one letter.
                Accessible.name: qsTr("Delete")
                autoRepeat: true
                onClicked: Typist.backspace()
            }
        }
        KeyRow {
            letters: "zxcvbnm-"
            BigButton {
                Layout.preferredHeight: root.keyHeight
                Layout.preferredWidth: Theme.touch * 1.5
                implicitWidth: Theme.touch
                focusPolicy: Qt.NoFocus
                sign: "shift"
                tint: root.isShifted ? Theme.colors.ink : Theme.colors.sunken
                ink: root.isShifted ? Theme.colors.surface : Theme.colors.ink
                //: Spoken name of the key for capital letters.
                Accessible.name: qsTr("Capitals")
                onClicked: root.isShifted = !root.isShifted
            }
        }
        RowLayout {
            spacing: Theme.grid
            KeyRow {
                visible: root.isForAddresses
                letters: ".:[]"
            }
            BigButton {
                Layout.preferredHeight: root.keyHeight
                visible: Typist.canPinyin && !root.isForAddresses
                focusPolicy: Qt.NoFocus
                text: Typist.isPinyin ? "拼音" : "ABC"
                onClicked: Typist.isPinyin = !Typist.isPinyin
            }
            BigButton {
                Layout.preferredHeight: root.keyHeight
                Layout.fillWidth: true
                visible: !root.isForAddresses
                focusPolicy: Qt.NoFocus
                tint: Theme.colors.raised
                //: The space bar of the keyboard on the screen.
                text: qsTr("Space")
                onClicked: Typist.type(" ")
            }
            BigButton {
                Layout.preferredHeight: root.keyHeight
                focusPolicy: Qt.NoFocus
                sign: "check"
                //: Key that puts the keyboard on the screen away.
                text: qsTr("Done")
                onClicked: {
                    Typist.commit();
                    root.done();
                }
            }
        }
    }
}
