pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Muster.Backend
import Muster.Ui

/*! Who? Those who stand by first; a few letters narrow the list. */
T.Popup {
    id: root
    required property DayDesk desk
    property string title
    property bool hasKeyboard: false
    signal picked(staff: string)

    objectName: "staffPicker"
    parent: T.Overlay.overlay
    x: Math.round(((parent ? parent.width : 0) - width) / 2)
    y: Math.round(((parent ? parent.height : 0) - height) / 2)
    width: Math.min((parent ? parent.width : 0) - Theme.gapWide * 2, Theme.lineMax * 1.6)
    height: (parent ? parent.height : 0) - Theme.gapWide * 2
    padding: Theme.gapWide
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    onAboutToShow: {
        filter.clear();
        desk.staffFilter = "";
    }

    T.Overlay.modal: Rectangle { color: Qt.alpha(Theme.colors.soot, Theme.faint) }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.colors.surface
        border.width: Theme.hairline
        border.color: Theme.colors.line
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.headline
            font.bold: true
            text: root.title
        }
        Field {
            id: filter
            objectName: "staffFilter"
            Layout.fillWidth: true
            sign: "search"
            //: Placeholder of the field that narrows a list of staff.
            placeholderText: qsTr("Name, code or company")
            onTextEdited: root.desk.staffFilter = text
        }
        Label {
            Layout.fillWidth: true
            visible: root.desk.staff.count === 0
            color: Theme.colors.inkSoft
            //: A list of staff is empty.
            text: root.desk.isKnown ? qsTr("Nobody of that name.") : qsTr("Not known yet.")
        }
        ListView {
            id: list
            objectName: "staffList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.grid
            boundsBehavior: Flickable.StopAtBounds
            model: root.desk.staff
            delegate: StaffLine {
                width: list.width
                onClicked: {
                    root.close();
                    root.picked(key);
                }
            }
        }
        BigButton {
            objectName: "staffCancel"
            Layout.fillWidth: true
            //: Closes a list of staff without choosing anybody.
            text: qsTr("Cancel")
            onClicked: root.close()
        }
        TouchKeyboard {
            Layout.fillWidth: true
            visible: root.hasKeyboard && filter.isTouched
            onDone: list.forceActiveFocus()
        }
    }
}
