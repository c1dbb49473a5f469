import QtQuick
import QtQuick.Templates as T
import Muster.Ui

/*! One line to write in, with what belongs there standing above or inside. */
T.TextField {
    id: root
    property string sign
    /*! Whether a finger put the focus here: only then is a keyboard on the screen wanted. */
    property bool isTouched: false

    implicitWidth: Theme.lineMax
    implicitHeight: Theme.touch
    leftPadding: Theme.gap + (sign !== "" ? Theme.headline + Theme.grid : 0)
    rightPadding: Theme.gap
    color: Theme.colors.ink
    placeholderTextColor: Theme.colors.inkSoft
    selectionColor: Theme.brandGround
    selectedTextColor: Theme.colors.paper
    font.family: hint.font.family  // The house's; a field's own would be the desktop's.
    font.pixelSize: Theme.title
    verticalAlignment: TextInput.AlignVCenter
    inputMethodHints: Qt.ImhNoPredictiveText
    Accessible.name: placeholderText
    // What Return does here is said by accepted; the screen beneath must not do its own thing as well.
    Keys.priority: Keys.AfterItem
    Keys.onReturnPressed: (event) => { event.accepted = true }
    Keys.onEnterPressed: (event) => { event.accepted = true }
    onPressed: root.isTouched = true
    onActiveFocusChanged: root.isTouched = root.isTouched && root.activeFocus

    background: Rectangle {
        radius: Theme.radius
        color: Theme.colors.raised
        border.width: root.activeFocus ? Theme.stroke : Math.max(1, Theme.hairline)
        border.color: root.activeFocus ? Theme.brandInk : Theme.colors.line
    }

    Icon {
        visible: root.sign !== ""
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        name: root.sign
        size: Theme.headline
        color: Theme.colors.inkSoft
    }
    Label {
        id: hint
        visible: root.text === "" && root.preeditText === ""
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.leftPadding
        anchors.rightMargin: root.rightPadding
        anchors.verticalCenter: parent.verticalCenter
        text: root.placeholderText
        color: Theme.colors.inkSoft
        font.pixelSize: root.font.pixelSize
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.caption
        wrapMode: Text.NoWrap
    }
}
