import QtQuick
import Muster.Ui

/*! Lies over a board that nobody has told anything for a while: it is still to be read, and no longer to be trusted.
    Its words take the place of the headings, so that no number is hidden. */
Rectangle {
    id: root
    required property string text
    objectName: "veil"
    color: Qt.alpha(Theme.colors.surface, Theme.quiet)

    Rectangle {
        anchors.top: parent.top
        anchors.topMargin: Theme.grid
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - Theme.gapWide * 2, words.implicitWidth + Theme.gapWide * 2)
        height: words.implicitHeight + Theme.gap
        radius: Theme.radius
        color: Theme.colors.amberGround
        Accessible.role: Accessible.AlertMessage
        Accessible.name: words.text

        Label {
            id: words
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.gapWide
            horizontalAlignment: Text.AlignHCenter
            color: Theme.colors.soot
            font.pixelSize: Theme.display
            font.bold: true
            text: root.text
        }
    }
}
