import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! One call: number, arrow, counter. Flashes twice while it is said; paler once the guest is there. */
Rectangle {
    id: root
    required property string number
    required property string counter
    required property bool isSpoken
    required property bool isArrived
    property bool isLatest: false
    readonly property color ink: isSpoken ? Theme.colors.paper : isArrived ? Theme.colors.inkSoft : Theme.colors.ink

    radius: Theme.radiusSmall
    color: isSpoken ? Theme.brandGround : Theme.colors.raised
    border.width: Theme.hairline
    border.color: Theme.colors.line
    Accessible.role: Accessible.StaticText
    Accessible.name: number + " " + counter

    SequentialAnimation on opacity {
        running: root.isSpoken && Theme.duration > 0
        loops: 2
        NumberAnimation { from: 1; to: Theme.faint; duration: Theme.duration * 2 }
        NumberAnimation { from: Theme.faint; to: 1; duration: Theme.duration * 2 }
        onRunningChanged: root.opacity = 1
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap
        Label {
            objectName: "called"
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: root.width * 0.55
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.headline
            color: root.ink
            font.pixelSize: root.isLatest ? Theme.colossal : Theme.giant
            font.bold: true
            lineHeight: 1
            wrapMode: Text.NoWrap
            text: root.number
        }
        Icon {
            name: root.isArrived ? "check" : "arrow"
            size: root.isLatest ? Theme.hero : Theme.display
            color: root.isSpoken ? Theme.colors.paper : Theme.colors.inkSoft
        }
        Label {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: root.width * 0.4
            verticalAlignment: Text.AlignVCenter
            horizontalAlignment: Text.AlignRight
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.title
            color: root.ink
            font.pixelSize: root.isLatest ? Theme.giant : Theme.hero
            font.bold: true
            lineHeight: 1
            wrapMode: Text.NoWrap
            text: root.counter
        }
    }
}
