import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! After an address was typed: only a person who sees both screens can tell the coordinator from somebody in between. */
ColumnLayout {
    id: root
    spacing: Theme.gapWide

    Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.headline
        font.bold: true
        //: Enrolment after an address was typed: six digits are compared with those on the coordinator's screen.
        text: qsTr("Check that both screens show the same six digits")
    }
    Label {
        objectName: "compareCode"
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.colossal
        font.bold: true
        font.letterSpacing: Theme.grid
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.hero
        lineHeight: 1
        wrapMode: Text.NoWrap
        text: Enrolment.checkCode
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapWide
        BigButton {
            objectName: "codesDiffer"
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.lineMax / 2
            Layout.preferredHeight: Theme.touchTall
            isFitted: true
            fontSize: Theme.headline
            tint: Theme.colors.redGround
            ink: Theme.colors.paper
            sign: "cross"
            //: Button: the two screens show different digits, so nothing goes on.
            text: qsTr("Different")
            onClicked: Enrolment.deny()
        }
        BigButton {
            objectName: "codesSame"
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.lineMax / 2
            Layout.preferredHeight: Theme.touchTall
            isFitted: true
            fontSize: Theme.headline
            tint: Theme.colors.greenGround
            ink: Theme.colors.paper
            sign: "check"
            //: Button: the two screens show the same six digits.
            text: qsTr("Same on both")
            onClicked: Enrolment.confirm()
        }
    }
}
