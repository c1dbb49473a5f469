pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Muster.Ui

/*! Asks why, before something that others will want to understand. No reason, no act. */
T.Popup {
    id: root
    property string title
    property string detail
    property string actText
    //: Placeholder of the field for the reason of an act.
    property string hint: qsTr("Why? A few words")
    property bool hasKeyboard: true
    property color tint: Theme.colors.redGround
    readonly property bool isGiven: field.text.trim().length > 0
    signal given(reason: string)

    function give() {
        if (!root.isGiven)
            return;
        root.given(field.text);
        root.close();
    }

    parent: T.Overlay.overlay
    x: Math.round(((parent ? parent.width : 0) - width) / 2)
    y: Math.round(((parent ? parent.height : 0) - height) / 2)
    width: Math.min((parent ? parent.width : 0) - Theme.gapWide * 2, Theme.lineMax * 1.6)
    implicitHeight: body.implicitHeight + Theme.gapWide * 2
    padding: Theme.gapWide
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    onAboutToShow: {
        field.clear();
        field.forceActiveFocus();
    }

    T.Overlay.modal: Rectangle { color: Qt.alpha(Theme.colors.soot, Theme.faint) }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.colors.surface
        border.width: Theme.hairline
        border.color: Theme.colors.line
    }
    ColumnLayout {
        id: body
        anchors.fill: parent
        spacing: Theme.gap

        Label {
            Layout.fillWidth: true
            text: root.title
            font.pixelSize: Theme.headline
            font.bold: true
        }
        Label {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.detail
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
        }
        Field {
            id: field
            objectName: "reasonField"
            Layout.fillWidth: true
            maximumLength: 200
            placeholderText: root.hint
            onAccepted: root.give()
        }
        RowLayout {
            spacing: Theme.gap
            BigButton {
                objectName: "reasonCancel"
                //: Closes a dialog without doing anything.
                text: qsTr("Cancel")
                onClicked: root.close()
            }
            Item { Layout.fillWidth: true }
            BigButton {
                objectName: "reasonAct"
                enabled: root.isGiven
                tint: root.tint
                ink: Theme.colors.paper
                text: root.actText
                onClicked: root.give()
            }
        }
        TouchKeyboard {
            Layout.fillWidth: true
            visible: root.hasKeyboard
            onDone: root.give()
        }
    }
}
