pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! For who came late: the last number of each series that was called, and the time. */
RowLayout {
    spacing: Theme.gapWide

    Label {
        Layout.alignment: Qt.AlignVCenter
        visible: last.count > 0
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.title
        wrapMode: Text.NoWrap
        //: Before the number of each series that was called last.
        text: qsTr("Last called")
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gapWide
        Repeater {
            id: last
            model: Board.last
            delegate: Row {
                id: series
                required property string series
                required property string number
                spacing: Theme.grid
                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.colors.inkSoft
                    font.pixelSize: Theme.title
                    wrapMode: Text.NoWrap
                    text: series.series
                }
                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    font.pixelSize: Theme.headline
                    font.bold: true
                    wrapMode: Text.NoWrap
                    text: series.number
                }
            }
        }
    }
    Label {
        font.pixelSize: Theme.headline
        font.bold: true
        wrapMode: Text.NoWrap
        text: Board.time
    }
    StaffButton {}
}
