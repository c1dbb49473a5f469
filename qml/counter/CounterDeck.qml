pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Who is next, how many wait, and whom this counter has put on hold. */
Rectangle {
    id: root
    property bool isPortrait: false

    implicitHeight: body.implicitHeight + Theme.gap * 2
    radius: Theme.radius
    color: Theme.colors.raised
    border.width: Theme.hairline
    border.color: Theme.colors.line

    GridLayout {
        id: body
        anchors.fill: parent
        anchors.margins: Theme.gap
        columns: root.isPortrait ? 2 : 1
        rowSpacing: Theme.gap
        columnSpacing: Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.preferredWidth: Theme.touch
            Layout.alignment: Qt.AlignTop
            spacing: Theme.grid
            Label {
                Layout.fillWidth: true
                color: Theme.colors.inkSoft
                font.pixelSize: Theme.title
                //: Heading of the numbers that come next at this counter; %1 is how many wait in all.
                text: qsTr("Next · %1 waiting").arg(Counter.waiting)
            }
            Repeater {
                model: Counter.onDeck
                delegate: CounterTicket { Layout.fillWidth: true }
            }
            Label {
                Layout.fillWidth: true
                visible: Counter.onDeck.count === 0
                font.pixelSize: Theme.title
                //: In place of the numbers that come next: there are none.
                text: qsTr("Nobody yet")
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: !root.isPortrait
            Layout.preferredWidth: Theme.touch
            Layout.alignment: Qt.AlignTop
            visible: Counter.held.count > 0
            spacing: Theme.grid
            Label {
                Layout.fillWidth: true
                color: Theme.colors.inkSoft
                font.pixelSize: Theme.title
                //: Heading of the numbers whose service this counter has interrupted.
                text: qsTr("On hold")
            }
            ListView {
                id: held
                objectName: "held"
                Layout.fillWidth: true
                Layout.fillHeight: !root.isPortrait
                Layout.preferredHeight: Math.min(contentHeight, Theme.touch * 2 + spacing)
                clip: true
                spacing: Theme.grid
                boundsBehavior: Flickable.StopAtBounds
                model: Counter.held
                delegate: BigButton {
                    required property string key
                    required property string name
                    width: held.width
                    isFitted: true
                    enabled: Counter.canChoose
                    sign: "clock"
                    text: name !== "" ? key + "  " + name : key
                    onClicked: Counter.choose(key)
                }
            }
        }
        Item {
            Layout.fillHeight: true
            visible: !root.isPortrait && Counter.held.count === 0
        }
    }
}
