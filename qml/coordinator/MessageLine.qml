import QtQuick
import Muster.Ui

/*! What was said, to whom, and who has read it. */
Column {
    id: root
    required property string to
    required property string text
    required property string from
    required property string time
    required property string readers
    required property int readBy
    required property int shownAt
    spacing: 0

    Label {
        width: root.width
        font.bold: true
        font.pixelSize: Theme.title
        text: root.text
    }
    Label {
        width: root.width
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.caption
        text: root.time + " · " + root.from + " → "
              //: To whom something was said.
              + (root.to === "" ? qsTr("all") : root.to)
    }
    Label {
        objectName: "receipts"
        width: root.width
        color: root.readBy > 0 ? Theme.colors.greenInk
               : root.shownAt === 0 ? Theme.colors.redInk : Theme.colors.amberInk
        font.pixelSize: Theme.caption
        mayElide: true
        text: root.shownAt === 0 && root.readBy === 0
              //: Under what was said: there is no device of that role or zone, and nobody of it has signed on anywhere.
              ? qsTr("no device shows it: tell them by radio")
              : root.readBy === 0
              //: Under what was said: nobody has read it. %1 is a number of devices.
              ? qsTr("shown on %1 devices, read by nobody yet").arg(root.shownAt)
              //: Under what was said. %1 is how many have read it, %2 who.
              : qsTr("read by %1: %2").arg(root.readBy).arg(root.readers)
    }
}
