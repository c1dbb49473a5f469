import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! One of the sign-ins that exclude each other. */
Rectangle {
    id: root
    required property string station
    required property string actor
    required property string time
    required property bool isProvisional
    required property bool isAnnulled
    required property bool isFirst

    implicitHeight: Theme.touchSmall * 1.4
    radius: Theme.radiusSmall
    color: Theme.colors.sunken
    opacity: isAnnulled ? Theme.faint : 1

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap
        Label {
            text: root.time
            font.pixelSize: Theme.headline
            font.bold: true
            font.strikeout: root.isAnnulled
            wrapMode: Text.NoWrap
        }
        Column {
            Layout.fillWidth: true
            spacing: 0
            Label {
                width: parent.width
                font.bold: true
                text: root.station
            }
            Label {
                width: parent.width
                color: Theme.colors.inkSoft
                font.pixelSize: Theme.caption
                //: A guest signed in alone at a kiosk, without staff.
                text: root.actor !== "" ? root.actor : qsTr("self-service")
            }
        }
        Chip {
            visible: root.isFirst
            color: Theme.colors.greenGround
            ink: Theme.colors.paper
            //: Mark on the first of several sign-ins.
            text: qsTr("first")
        }
        Chip {
            visible: root.isProvisional
            color: Theme.colors.amberGround
            ink: Theme.colors.soot
            sign: "unlink"
            text: qsTr("provisional")
        }
        Chip {
            visible: root.isAnnulled
            text: qsTr("annulled")
        }
    }
}
