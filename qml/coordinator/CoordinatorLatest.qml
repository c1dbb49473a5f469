pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Who came in last, anywhere. */
Tile {
    //: Heading of the list of the newest sign-ins.
    title: qsTr("Latest sign-ins")

    Label {
        Layout.fillWidth: true
        visible: Coordinator.latest.count === 0
        color: Theme.colors.inkSoft
        text: Coordinator.isKnown ? qsTr("Nobody yet") : qsTr("Not known yet.")
    }
    ListView {
        id: list
        objectName: "latest"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: Coordinator.latest
        delegate: Item {
            id: row
            required property string name
            required property string time
            required property string zone
            required property string station
            required property int companions
            required property bool isProvisional
            required property bool isAnnulled
            required property bool isOut

            width: list.width
            height: Theme.title * 1.7
            opacity: isAnnulled ? Theme.faint : 1
            RowLayout {
                anchors.fill: parent
                spacing: Theme.gap
                Label {
                    text: row.time
                    color: Theme.colors.inkSoft
                    wrapMode: Text.NoWrap
                }
                Label {
                    Layout.fillWidth: true
                    font.bold: true
                    font.strikeout: row.isAnnulled
                    mayElide: true
                    text: (row.name !== "" ? row.name : qsTr("Name not here yet"))
                          + (row.companions > 0 ? "  +" + row.companions : "")
                }
                Icon {
                    visible: row.isProvisional
                    name: "unlink"
                    size: Theme.body
                    color: Theme.colors.amberInk
                }
                Icon {
                    visible: row.isOut
                    name: "out"
                    size: Theme.body
                    color: Theme.colors.inkSoft
                }
                Label {
                    text: row.station
                    color: Theme.colors.inkSoft
                    wrapMode: Text.NoWrap
                }
                Label {
                    Layout.minimumWidth: Theme.title
                    horizontalAlignment: Text.AlignHCenter
                    text: row.zone
                    font.bold: true
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
