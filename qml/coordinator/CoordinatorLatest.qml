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
            required property string actor
            required property string overrideReason
            required property string annulledBy
            required property string annulledWhy
            readonly property string by: actor !== "" ? actor + ": " : ""
            readonly property string why: annulledWhy !== ""
                //: Under a sign-in: it was taken back. %1 is who did it, %2 why.
                ? qsTr("annulled by %1: %2").arg(annulledBy !== "" ? annulledBy : "–").arg(annulledWhy)
                : overrideReason !== ""
                  //: Under a sign-in: staff let the guest in against a rule. %1 is who and why.
                  ? qsTr("let in anyway · %1").arg(by + overrideReason)
                  : ""

            width: list.width
            height: Theme.title * 1.7 + (why !== "" ? reason.implicitHeight : 0)
            Label {
                id: reason
                objectName: "latestWhy"
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                visible: row.why !== ""
                color: Theme.colors.amberInk
                font.pixelSize: Theme.caption
                mayElide: true
                text: row.why
            }
            RowLayout {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                height: Theme.title * 1.7
                opacity: row.isAnnulled ? Theme.quiet : 1
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
