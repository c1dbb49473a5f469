import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Something that was asked for was not done, and why; stays until somebody read it. */
Rectangle {
    id: root
    objectName: "notice"
    visible: Coordinator.isNoticeBad
    implicitHeight: line.implicitHeight + Theme.grid * 2
    radius: Theme.radiusSmall
    color: Theme.colors.redGround
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    RowLayout {
        id: line
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        spacing: Theme.gap
        Icon {
            name: "alert"
            size: Theme.title
            color: Theme.colors.paper
        }
        Label {
            id: words
            Layout.fillWidth: true
            color: Theme.colors.paper
            font.bold: true
            text: Coordinator.noticeReason !== ""
                  //: The coordinator's act was refused. %1 says why.
                  ? qsTr("Not done: %1").arg(Coordinator.noticeReason)
                  //: The coordinator's act was refused, and no reason is known.
                  : qsTr("That was not done.")
        }
        BigButton {
            objectName: "dismissNotice"
            implicitHeight: Theme.touchSmall
            fontSize: Theme.body
            //: Closes a notice.
            text: qsTr("Read")
            onClicked: Coordinator.dismissNotice()
        }
    }
}
