import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Where the paper went, or why there is none and what to do; stays until somebody read it. */
Rectangle {
    id: root
    readonly property bool isBad: Paper.outcome === Paper.NotPrinted || Paper.outcome === Paper.NotWritten
    readonly property Tone tone: Tone {
        meaning: Paper.outcome === Paper.NotWritten ? Meaning.Stop
                 : Paper.outcome === Paper.NotPrinted ? Meaning.LookAgain : Meaning.Information
    }
    objectName: "paperNotice"
    visible: Paper.outcome !== Paper.Nothing
    implicitHeight: line.implicitHeight + Theme.grid * 2
    radius: Theme.radiusSmall
    color: tone.ground
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
            name: root.isBad ? "alert" : "printer"
            size: Theme.title
            color: root.tone.groundInk
        }
        Label {
            id: words
            objectName: "paperWords"
            Layout.fillWidth: true
            color: root.tone.groundInk
            font.bold: true
            text: Paper.outcome === Paper.Printed
                  //: The state of the day was printed. %1 is a file.
                  ? qsTr("It is at the printer. The same lies in %1").arg(Paper.file)
                  : Paper.outcome === Paper.Written
                  //: No printer is set up on this computer. %1 is a file.
                  ? qsTr("No printer is set up here. Take it on a stick to one that prints: %1").arg(Paper.file)
                  : Paper.outcome === Paper.NotPrinted
                  //: The printer failed. %1 is a file, %2 what the printer says.
                  ? qsTr("The printer did not take it (%2). Look at the printer, then press again, or take the file to another: %1").arg(Paper.file).arg(Paper.reason)
                  //: The state of the day could not be written. %1 is what the system says.
                  : qsTr("There is no new paper: the disk did not take it. Free some space, then press again. (%1)").arg(Paper.reason)
        }
        BigButton {
            objectName: "dismissPaper"
            implicitHeight: Theme.touchSmall
            fontSize: Theme.body
            text: qsTr("Read")
            onClicked: Paper.dismiss()
        }
    }
}
