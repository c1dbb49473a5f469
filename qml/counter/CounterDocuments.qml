pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Muster.Backend
import Muster.Ui

/*! Numbered documents: what became of one, or of a run; and which are still out. A touched number stands in the field. */
T.Popup {
    id: root
    readonly property bool isSaid: run.text.trim() !== ""

    objectName: "documentSheet"
    parent: T.Overlay.overlay
    x: Math.round(((parent ? parent.width : 0) - width) / 2)
    y: Math.round(((parent ? parent.height : 0) - height) / 2)
    width: Math.min((parent ? parent.width : 0) - Theme.gapWide * 2, Theme.lineMax * 1.6)
    height: (parent ? parent.height : 0) - Theme.gapWide * 2
    padding: Theme.gapWide
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    onAboutToShow: run.clear()

    T.Overlay.modal: Rectangle { color: Qt.alpha(Theme.colors.soot, Theme.faint) }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.colors.surface
        border.width: Theme.hairline
        border.color: Theme.colors.line
    }
    component Act: BigButton {
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.touch
        isFitted: true
        enabled: root.isSaid && !Counter.isBusy
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Flow {
            Layout.fillWidth: true
            spacing: Theme.grid
            Repeater {
                model: Counter.documents
                delegate: ChoiceButton {
                    required property string key
                    required property bool isChosen
                    required text
                    objectName: "document-" + key
                    width: Theme.touch * 4
                    isOn: isChosen
                    fontSize: Theme.title
                    onClicked: Counter.chooseDocument(key)
                }
            }
        }
        Field {
            id: run
            objectName: "documentRun"
            Layout.fillWidth: true
            maximumLength: 24
            placeholderText: qsTr("Numbers: 17 or 17-20")
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            Act {
                objectName: "documentUsed"
                tint: enabled ? Theme.colors.greenGround : Theme.colors.sunken
                ink: enabled ? Theme.colors.paper : Theme.colors.ink
                sign: "check"
                text: qsTr("Used")
                onClicked: Counter.markSerials(Counter.SerialUsed, run.text, "")
            }
            Act {
                objectName: "documentBack"
                sign: "undo"
                text: qsTr("Back")
                onClicked: Counter.markSerials(Counter.SerialReturned, run.text, "")
            }
            Act {
                objectName: "documentVoid"
                sign: "cross"
                text: qsTr("Void…")
                onClicked: why.open()
            }
        }
        Label {
            objectName: "documentsOut"
            Layout.fillWidth: true
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.title
            text: Counter.documentsOut > 0
                  //: Heading of the numbers of documents that were given out and not accounted for. %1 is how many.
                  ? qsTr("Still out: %1").arg(Counter.documentsOut)
                  //: In place of the numbers of documents that are out.
                  : qsTr("None is out.")
        }
        GridView {
            id: grid
            readonly property int columns: Math.max(2, Math.floor(width / (Theme.touch * 2.4)))
            objectName: "openSerials"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            cellWidth: Math.floor(width / columns)
            cellHeight: Theme.touch + Theme.grid
            model: Counter.openSerials
            delegate: ChoiceButton {
                required property string key
                required text
                objectName: "serial-" + key
                width: grid.cellWidth - Theme.grid
                fontSize: Theme.title
                isOn: run.text === key
                onClicked: run.text = key
            }
        }
        BigButton {
            objectName: "documentsClose"
            Layout.fillWidth: true
            //: Closes the sheet of numbered documents.
            text: qsTr("Close")
            onClicked: root.close()
        }
        TouchKeyboard {
            Layout.fillWidth: true
            visible: run.isTouched
            onDone: grid.forceActiveFocus()
        }
    }
    ReasonDialog {
        id: why
        objectName: "documentVoidDialog"
        title: qsTr("Void %1?").arg(run.text)
        actText: qsTr("Void")
        onGiven: (words) => Counter.markSerials(Counter.SerialVoid, run.text, words)
    }
    Connections {
        target: Counter
        function onSerialsMarked() { run.clear(); }
    }
}
