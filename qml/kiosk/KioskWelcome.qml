import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Green: who you are, where to go, your number. Names and the zone's letter carry three metres. */
ColumnLayout {
    id: root
    required property AnswerView answer
    required property color ink
    readonly property bool isPortrait: height > width
    readonly property bool isNamed: !Settings.areNamesHidden && answer.name !== ""

    spacing: Theme.gapWide

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        spacing: Theme.gapWide
        Icon {
            Layout.alignment: Qt.AlignTop
            name: "check"
            size: Theme.giant * 1.2
            color: root.ink
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            Label {
                Layout.fillWidth: true
                color: root.ink
                font.pixelSize: root.isNamed ? Theme.headline : Theme.giant
                font.bold: !root.isNamed
                text: qsTr("Welcome") + "  ·  " + Translations.inOther(Settings.isChinese, "KioskWelcome", "Welcome")
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.title
            }
            Label {
                objectName: "guestName"
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.giant * 1.1
                visible: root.isNamed
                color: root.ink
                font.pixelSize: Theme.giant * 0.85
                font.bold: true
                lineHeight: 1
                maximumLineCount: 2
                fontSizeMode: Text.Fit
                minimumPixelSize: Theme.headline
                verticalAlignment: Text.AlignVCenter
                text: root.answer.name
            }
            Label {
                Layout.fillWidth: true
                visible: root.isNamed && text !== ""
                color: root.ink
                font.pixelSize: Theme.headline
                text: root.answer.latinName
            }
        }
    }
    WelcomeChips {
        Layout.fillWidth: true
        answer: root.answer
        ink: root.ink
    }
    Item { Layout.fillHeight: true }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        columns: root.isPortrait ? 1 : 2
        columnSpacing: Theme.margin * 2
        rowSpacing: Theme.margin

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.margin
            visible: root.answer.zone !== ""
            ZoneLetter {
                objectName: "zoneLetter"
                letter: root.answer.zone
                fontSize: root.answer.zone.length > 2 ? Theme.giant : Theme.colossal
                color: Theme.colors.paper
                ink: Theme.colors.greenGround
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.grid
                Label {
                    Layout.fillWidth: true
                    color: root.ink
                    font.pixelSize: Theme.headline
                    //: Above the name of the zone that the guest goes to.
                    text: qsTr("Please go to") + "  ·  "
                          + Translations.inOther(Settings.isChinese, "KioskWelcome", "Please go to")
                }
                Label {
                    objectName: "zoneName"
                    Layout.fillWidth: true
                    color: root.ink
                    font.pixelSize: Theme.hero
                    font.bold: true
                    lineHeight: 1
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.headline
                    text: root.answer.zoneName
                }
                Label {
                    objectName: "zoneNameOther"
                    Layout.fillWidth: true
                    visible: text !== ""
                    color: root.ink
                    font.pixelSize: Theme.display
                    text: root.answer.zoneNameOther
                }
            }
        }
        ColumnLayout {
            Layout.fillWidth: root.isPortrait
            visible: root.answer.number !== ""
            spacing: Theme.grid
            Label {
                color: root.ink
                font.pixelSize: Theme.headline
                wrapMode: Text.NoWrap
                //: Above the queue number or walk-in number of the guest.
                text: qsTr("Your number") + "  ·  "
                      + Translations.inOther(Settings.isChinese, "KioskWelcome", "Your number")
            }
            Label {
                objectName: "number"
                color: root.ink
                font.pixelSize: Theme.giant
                font.bold: true
                lineHeight: 1
                wrapMode: Text.NoWrap
                text: root.answer.number
            }
        }
    }
    Item { Layout.fillHeight: true }
}
