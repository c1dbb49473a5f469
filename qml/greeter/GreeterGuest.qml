import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The guest: name first, then what matters about them, then what was told. */
ColumnLayout {
    id: root
    readonly property AnswerView guest: Greeter.guest
    readonly property Tone tone: Tone { meaning: root.guest.meaning }
    readonly property bool isCalled: guest.alert !== ""
    spacing: Theme.gap

    GreeterWords {
        id: words
        value: root.guest.outcome
    }
    Rectangle {
        objectName: "verdict"
        Layout.fillWidth: true
        implicitHeight: banner.implicitHeight + Theme.gap * 2
        visible: root.guest.hasVerdict
        radius: Theme.radius
        color: root.tone.ground
        Accessible.role: Accessible.AlertMessage
        Accessible.name: words.title

        RowLayout {
            id: banner
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.gap
            spacing: Theme.gap
            Icon {
                name: words.icon
                size: Theme.hero
                color: root.tone.groundInk
            }
            Column {
                Layout.fillWidth: true
                spacing: 0
                Label {
                    width: parent.width
                    color: root.tone.groundInk
                    font.pixelSize: Theme.display * 0.85
                    font.bold: true
                    lineHeight: 1
                    text: words.title
                }
                Label {
                    width: parent.width
                    visible: text !== ""
                    color: root.tone.groundInk
                    font.pixelSize: Theme.title
                    text: root.guest.earlierTime !== ""
                          //: %1 is a time like 09:41, %2 the name of an entrance.
                          ? qsTr("at %1, %2").arg(root.guest.earlierTime).arg(root.guest.earlierStation)
                            + (root.guest.earlierActor !== "" ? " · " + root.guest.earlierActor : "")
                          : root.guest.reason !== "" ? root.guest.reason : root.guest.zoneName
                }
            }
            Label {
                visible: root.guest.number !== ""
                color: root.tone.groundInk
                font.pixelSize: Theme.hero
                font.bold: true
                lineHeight: 1
                wrapMode: Text.NoWrap
                text: root.guest.number
            }
            ZoneLetter {
                visible: root.guest.meaning === Meaning.ComeIn && letter !== ""
                letter: root.guest.zone
                fontSize: Theme.hero
                color: Theme.colors.paper
                ink: Theme.colors.greenGround
            }
        }
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: provisional.implicitHeight + Theme.gap
        visible: root.guest.isProvisional
        radius: Theme.radiusSmall
        color: Theme.colors.amberGround
        Label {
            id: provisional
            objectName: "provisional"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.gap
            color: Theme.colors.soot
            text: root.guest.checkedElsewhereAt !== ""
                  //: The sign-in was decided while cut off. %1 is a time like 09:41.
                  ? qsTr("Not checked elsewhere since %1").arg(root.guest.checkedElsewhereAt)
                  //: The sign-in was decided while cut off and never checked at another device.
                  : qsTr("Not checked elsewhere yet")
        }
    }
    Label {
        Layout.fillWidth: true
        visible: root.guest.hasVerdict && words.advice !== ""
        font.pixelSize: Theme.title
        text: words.advice
    }
    Rectangle {
        objectName: "callBand"
        Layout.fillWidth: true
        implicitHeight: band.implicitHeight + Theme.gap
        visible: root.isCalled
        radius: Theme.radiusSmall
        color: root.guest.band === "blue" ? Theme.colors.blueGround : Theme.colors.violetGround
        RowLayout {
            id: band
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.gap
            spacing: Theme.gap
            Icon {
                name: root.guest.alert === "media" ? "camera" : "star"
                size: Theme.headline
                color: Theme.colors.paper
            }
            Label {
                Layout.fillWidth: true
                color: Theme.colors.paper
                font.pixelSize: Theme.title
                font.bold: true
                text: root.guest.host === ""
                      //: Band on a VIP or media guest who has no host yet.
                      ? qsTr("%1 – call a host").arg(root.guest.className)
                      //: Band on a VIP or media guest. %1 is the class, %2 the name of the personal host.
                      : qsTr("%1 · host: %2").arg(root.guest.className).arg(root.guest.host)
            }
        }
    }
    Label {
        objectName: "guestName"
        Layout.fillWidth: true
        visible: root.guest.hasGuest
        font.pixelSize: Theme.display
        font.bold: true
        lineHeight: 1
        text: root.guest.isNameHere ? root.guest.name : qsTr("Name not here yet")
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.grid
        visible: root.guest.hasGuest
        Chip {
            visible: !root.isCalled && text !== ""
            text: root.guest.className
            fontSize: Theme.title
        }
        Chip {
            text: root.guest.company
            fontSize: Theme.title
        }
        Chip {
            text: root.guest.phone
            fontSize: Theme.title
        }
        Chip {
            visible: root.guest.hasVerdict && root.guest.companions > 0
            sign: "people"
            text: qsTr("+ %1 companions").arg(root.guest.companions)
            fontSize: Theme.title
        }
        Chip {
            sign: "people"
            text: root.guest.party
            fontSize: Theme.title
        }
    }
    Label {
        Layout.fillWidth: true
        visible: root.guest.hasGuest && text !== ""
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.title
        text: root.guest.notes
    }
    Label {
        Layout.fillWidth: true
        visible: !root.guest.hasGuest && text !== ""
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.title
        wrapMode: Text.WrapAnywhere
        text: root.guest.code
    }
    RowLayout {
        visible: Greeter.mode === Greeter.Guest && root.guest.companionsMax > 0
        spacing: Theme.gap
        Label {
            id: companionsLabel
            font.pixelSize: Theme.title
            //: Before the stepper: unnamed people who came along with the guest.
            text: qsTr("Companions")
        }
        Stepper {
            name: companionsLabel.text
            value: Greeter.companions
            max: root.guest.companionsMax
            onChanged: (value) => Greeter.companions = value
        }
    }
    Item { Layout.fillHeight: true }
}
