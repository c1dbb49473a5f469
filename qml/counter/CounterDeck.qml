pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Who is next, how many wait, and whom this counter has put on hold. */
Rectangle {
    id: root
    property bool isPortrait: false
    /*! Low, between an alert and the keys: what is next but two can wait, the documents cannot. */
    readonly property int nextMax: !isPortrait && Counter.documents.count > 0 && height < Theme.touch * 5.5 ? 2 : 3
    signal documentsWanted()

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
                delegate: CounterTicket {
                    required property int index
                    Layout.fillWidth: true
                    visible: index < root.nextMax
                }
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
        BigButton {
            objectName: "documents"
            Layout.fillWidth: true
            Layout.columnSpan: root.isPortrait && Counter.held.count > 0 ? 2 : 1
            Layout.preferredWidth: Theme.touch
            Layout.alignment: Qt.AlignTop
            visible: Counter.documents.count > 0
            isFitted: true
            sign: "box-checked"
            text: Counter.documentsOut > 0
                  //: Button at a counter: numbered documents. %1 is how many were given out and not accounted for.
                  ? qsTr("Documents · %1 out").arg(Counter.documentsOut)
                  //: Button at a counter: numbered documents.
                  : qsTr("Documents")
            onClicked: root.documentsWanted()
        }
    }
}
