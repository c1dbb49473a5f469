import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What the last act was told, if it is not what everybody sees: one sentence, in the colour of its meaning. */
Rectangle {
    id: root
    required property Desk desk
    readonly property Tone tone: Tone {
        meaning: root.desk.isProvisional ? Meaning.LookAgain : root.desk.meaning
    }
    readonly property string words: root.desk.isProvisional
                                    //: The act was decided while cut off, from what this desk holds.
                                    ? qsTr("Done while cut off. The others hear of it once the link is back.")
                                    : root.desk.reason !== "" ? root.desk.reason
                                    : root.desk.outcome === Verdict.NotNow
                                      //: The act needs the coordinator, who cannot be reached.
                                      ? qsTr("Not now: the coordinator cannot be reached. Try again in a moment.")
                                      //: An act was not done, and nobody knows better words.
                                      : qsTr("That was not done. Please try once more.")

    objectName: "notice"
    implicitHeight: row.implicitHeight + Theme.gap
    visible: desk.outcome >= 0
    radius: Theme.radiusSmall
    color: tone.ground
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        spacing: Theme.gap
        Icon {
            name: root.tone.meaning === Meaning.Stop ? "cross"
                  : root.tone.meaning === Meaning.LookAgain ? "clock" : "info"
            size: Theme.headline
            color: root.tone.groundInk
        }
        Label {
            Layout.fillWidth: true
            color: root.tone.groundInk
            font.pixelSize: Theme.title
            font.bold: true
            text: root.words
        }
    }
}
