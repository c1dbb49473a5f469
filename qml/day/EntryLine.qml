import QtQuick
import QtQuick.Templates as T
import Muster.Ui

/*! One entry of an incident's log. Touched, it may be struck: it stays, with who and why. */
T.AbstractButton {
    id: root
    required property string key
    required property string by
    required property string time
    required property string enteredAt
    required property string struckBy
    required property string struckWhy
    required property bool isHidden
    required property bool isGenerated
    required property bool isStruck
    required property bool isCorrection
    required text
    readonly property string words: isHidden
        //: In place of the words of a restricted incident, on a device that may not read them.
        ? qsTr("Only who may read it sees this.")
        : (isCorrection
           //: Before an entry that corrects an earlier one.
           ? qsTr("Correction:") + " " : "") + text

    enabled: !isGenerated && !isStruck && !isHidden
    implicitHeight: Math.max(enabled ? Theme.touch : 0, implicitContentHeight + Theme.grid)
    focusPolicy: Qt.TabFocus
    Accessible.name: words + " " + by + " " + time

    contentItem: Column {
        spacing: 0
        opacity: root.isGenerated || root.isStruck ? Theme.quiet : 1
        Label {
            width: parent.width
            font.pixelSize: root.isGenerated ? Theme.body : Theme.title
            font.strikeout: root.isStruck
            text: root.words
        }
        Label {
            width: parent.width
            color: Theme.colors.inkSoft
            font.pixelSize: Theme.caption
            text: root.time + (root.by !== "" ? " · " + root.by : "")
                  //: Under an entry that was written down later than it happened. %1 is a time.
                  + (root.enteredAt !== "" ? " · " + qsTr("written at %1").arg(root.enteredAt) : "")
                  //: Under an entry that was struck. %1 is who did it, %2 why.
                  + (root.isStruck ? " · " + qsTr("struck by %1: %2").arg(root.struckBy).arg(root.struckWhy) : "")
        }
    }
    background: Rectangle {
        color: root.down ? Theme.colors.sunken : "transparent"
        radius: Theme.radiusSmall
        border.width: root.visualFocus ? Theme.stroke : 0
        border.color: Theme.brandInk
    }
}
