import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! One guest on the muster list. */
Item {
    id: root
    required property string name
    required property string className
    required property string zone
    required property string since
    required property int companions

    implicitHeight: Theme.title * 1.8

    RowLayout {
        anchors.fill: parent
        spacing: Theme.gap
        Label {
            Layout.preferredWidth: Theme.title * 1.5
            horizontalAlignment: Text.AlignHCenter
            font.bold: true
            wrapMode: Text.NoWrap
            text: root.zone
        }
        Label {
            Layout.fillWidth: true
            font.bold: true
            mayElide: true
            text: (root.name !== "" ? root.name : qsTr("Name not here yet"))
                  + (root.companions > 0 ? "  +" + root.companions : "")
        }
        Label {
            color: Theme.colors.inkSoft
            wrapMode: Text.NoWrap
            text: root.className
        }
        Label {
            color: Theme.colors.inkSoft
            wrapMode: Text.NoWrap
            //: On the muster list: when a guest came to where they are. %1 is a time.
            text: qsTr("since %1").arg(root.since)
        }
    }
}
