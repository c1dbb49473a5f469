pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Muster.Backend
import Muster.Ui

/*! Where the number goes instead: one touch. */
T.Popup {
    id: root
    objectName: "transferSheet"
    parent: T.Overlay.overlay
    x: Math.round(((parent ? parent.width : 0) - width) / 2)
    y: Math.round(((parent ? parent.height : 0) - height) / 2)
    width: Math.min((parent ? parent.width : 0) - Theme.gapWide * 2, Theme.lineMax * 1.4)
    height: Math.min((parent ? parent.height : 0) - Theme.gapWide * 2, body.implicitHeight + Theme.gapWide * 2)
    padding: Theme.gapWide
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape

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
            font.pixelSize: Theme.headline
            font.bold: true
            //: Heading of the list of services that a number can be sent to. %1 is the number.
            text: qsTr("Send %1 to").arg(Counter.number)
        }
        ListView {
            id: list
            objectName: "transferServices"
            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: contentHeight
            clip: true
            spacing: Theme.grid
            boundsBehavior: Flickable.StopAtBounds
            model: Counter.services
            delegate: ChoiceButton {
                required property string key
                required text
                width: list.width
                onClicked: {
                    root.close();
                    Counter.transfer(key);
                }
            }
        }
        BigButton {
            objectName: "transferCancel"
            Layout.fillWidth: true
            //: Closes the list of services without sending the number anywhere.
            text: qsTr("Cancel")
            onClicked: root.close()
        }
    }
}
