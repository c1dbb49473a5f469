pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Muster.Backend
import Muster.Ui

/*! What an incident really is: its kinds, where, and when it came about. The log keeps what was said before. */
T.Popup {
    id: root
    required property DayDesk desk
    readonly property IncidentDraft draft: desk.draft
    readonly property bool isPortrait: height > width

    objectName: "incidentChange"
    parent: T.Overlay.overlay
    x: Math.round(((parent ? parent.width : 0) - width) / 2)
    y: Math.round(((parent ? parent.height : 0) - height) / 2)
    width: Math.min((parent ? parent.width : 0) - Theme.gapWide * 2, Theme.lineMax * 2.2)
    height: (parent ? parent.height : 0) - Theme.gapWide * 2
    padding: Theme.gapWide
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    onAboutToShow: desk.beginChange()

    T.Overlay.modal: Rectangle { color: Qt.alpha(Theme.colors.soot, Theme.faint) }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.colors.surface
        border.width: Theme.hairline
        border.color: Theme.colors.line
    }
    component Heading: Label {
        Layout.fillWidth: true
        color: Theme.colors.inkSoft
        font.bold: true
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Label {
            Layout.fillWidth: true
            font.pixelSize: Theme.headline
            font.bold: true
            //: Heading of the sheet that changes an incident. %1 is its number.
            text: qsTr("What is #%1?").arg(root.draft.number)
        }
        Item {
            id: halves
            Layout.fillWidth: true
            Layout.fillHeight: true
            // Beside each other or one above the other, by hand: a layout whose columns change does not always follow.
            readonly property real kindsWide: root.isPortrait ? width : Math.round((width - Theme.gapWide) * 0.63)
            readonly property real kindsHigh: root.isPortrait ? Math.round((height - Theme.gap) * 0.56) : height

            ColumnLayout {
                width: halves.kindsWide
                height: halves.kindsHigh
                spacing: Theme.grid
                //: Heading of the kinds of an incident; several may be chosen.
                Heading { text: qsTr("Kinds") }
                ChoiceGrid {
                    objectName: "draftTypes"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    isMany: true
                    wide: 3
                    model: root.draft.types
                    onChosen: (key) => root.draft.toggleType(key)
                }
            }
            ColumnLayout {
                x: root.isPortrait ? 0 : halves.kindsWide + Theme.gapWide
                y: root.isPortrait ? halves.kindsHigh + Theme.gap : 0
                width: halves.width - x
                height: halves.height - y
                spacing: Theme.grid
                //: Heading of the zones where an incident may be.
                Heading { text: qsTr("Where") }
                ChoiceGrid {
                    objectName: "draftZones"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    wide: 3
                    model: root.draft.zones
                    onChosen: (key) => root.draft.chooseZone(key)
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            //: Beside the time when an incident came about.
            Heading { text: qsTr("Happened at") }
            BigButton {
                objectName: "draftEarlier"
                autoRepeat: true
                //: Button: five minutes earlier.
                text: qsTr("−5 min")
                onClicked: root.draft.shift(-5)
            }
            Label {
                objectName: "draftTime"
                font.pixelSize: Theme.headline
                font.bold: true
                text: root.draft.time
            }
            BigButton {
                objectName: "draftLater"
                autoRepeat: true
                enabled: root.draft.canBeLater
                //: Button: five minutes later.
                text: qsTr("+5 min")
                onClicked: root.draft.shift(5)
            }
        }
        RowLayout {
            spacing: Theme.gap
            BigButton {
                objectName: "draftCancel"
                text: qsTr("Cancel")
                onClicked: root.close()
            }
            Item { Layout.fillWidth: true }
            BigButton {
                objectName: "draftGive"
                enabled: root.draft.isChanged
                tint: Theme.colors.greenGround
                ink: Theme.colors.paper
                sign: "check"
                //: Button: the incident is as it was chosen here from now on.
                text: qsTr("Change it")
                onClicked: {
                    root.desk.giveChange();
                    root.close();
                }
            }
        }
    }
}
