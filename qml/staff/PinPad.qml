pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! Digits on keys for a thumb: how many there are so far, what is wanted, and what was wrong. */
ColumnLayout {
    id: root
    required property string title
    property string note
    property bool isNoteGrave: false
    required property int typedCount
    property int dotCount: 0  // Of a PIN whose length is known; else a dot a digit.
    property bool isWaiting: false
    property bool hasEnter: false
    property bool isEnterEnabled: false
    signal typed(digit: string)
    signal erased()
    signal cancelled()
    signal entered()

    spacing: Theme.gap

    Label {
        objectName: "pinTitle"
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: root.width
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.headline
        font.bold: true
        text: root.title
    }
    Label {
        objectName: "pinNote"
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: root.width
        Layout.minimumHeight: Theme.headline
        horizontalAlignment: Text.AlignHCenter
        color: root.isNoteGrave ? Theme.colors.redInk : Theme.colors.inkSoft
        font.pixelSize: Theme.title
        text: root.note
    }
    Row {
        objectName: "pinDots"
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredHeight: Theme.title
        Layout.bottomMargin: Theme.grid
        spacing: Theme.gap
        Repeater {
            model: Math.max(root.dotCount, root.typedCount)
            delegate: Rectangle {
                required property int index
                width: Theme.title
                height: Theme.title
                radius: height / 2
                color: index < root.typedCount ? Theme.colors.ink : Theme.colors.sunken
                border.width: Theme.hairline
                border.color: Theme.colors.line
            }
        }
    }
    GridLayout {
        Layout.alignment: Qt.AlignHCenter
        columns: 3
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        Repeater {
            model: 9
            delegate: PinKey {
                required property int index
                enabled: !root.isWaiting
                text: (index + 1).toString()
                onClicked: root.typed(text)
            }
        }
        PinKey {
            objectName: "pinCancel"
            fontSize: Theme.title
            //: Leaves the PIN pad.
            text: qsTr("Cancel")
            onClicked: root.cancelled()
        }
        PinKey {
            enabled: !root.isWaiting
            text: "0"
            onClicked: root.typed("0")
        }
        PinKey {
            objectName: "pinErase"
            enabled: root.typedCount > 0
            sign: "backspace"
            //: Spoken name of the key that deletes one digit.
            Accessible.name: qsTr("Delete")
            onClicked: root.erased()
        }
        PinKey {
            objectName: "pinEnter"
            Layout.columnSpan: 3
            Layout.fillWidth: true
            visible: root.hasEnter
            enabled: root.isEnterEnabled && !root.isWaiting
            fontSize: Theme.title
            tint: Theme.brandGround
            ink: Theme.colors.paper
            //: The PIN is complete.
            text: qsTr("Go on")
            onClicked: root.entered()
        }
    }
}
