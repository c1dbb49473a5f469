import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Nobody is let in for a moment, or everybody leaves: calm, large, in both languages, and where to go. */
Rectangle {
    id: root
    objectName: "kioskMode"
    readonly property bool isLeaving: Kiosk.state === Kiosk.Evacuating
    readonly property bool isPortrait: height > width
    readonly property color ink: isLeaving ? Theme.colors.paper : Theme.colors.ink
    color: isLeaving ? Theme.colors.redGround : Theme.colors.surface
    Accessible.role: Accessible.AlertMessage
    Accessible.name: Kiosk.modeTitle

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.margin * 2, Theme.lineMax * 2)
        spacing: Theme.gapWide

        Icon {
            Layout.alignment: Qt.AlignHCenter
            name: root.isLeaving ? "out" : "clock"
            size: Theme.giant * 1.4
            color: root.isLeaving ? root.ink : Theme.colors.amberInk
        }
        Label {
            objectName: "modeTitle"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            color: root.ink
            font.pixelSize: root.isPortrait ? Theme.hero : Theme.giant * 0.8
            font.bold: true
            lineHeight: 1
            text: Kiosk.modeTitle
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            color: root.ink
            font.pixelSize: Theme.display
            text: Kiosk.modeTitleOther
        }
        Label {
            objectName: "modeAdvice"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            color: root.ink
            font.pixelSize: Theme.headline
            text: Kiosk.modeAdvice
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            color: root.isLeaving ? root.ink : Theme.colors.inkSoft
            font.pixelSize: Theme.title
            text: Kiosk.modeAdviceOther
        }
        Label {
            objectName: "assembly"
            Layout.fillWidth: true
            visible: root.isLeaving && Kiosk.assembly !== ""
            horizontalAlignment: Text.AlignHCenter
            color: root.ink
            font.pixelSize: Theme.headline
            font.bold: true
            //: On the screen that asks guests to leave. %1 is the assembly point.
            text: qsTr("Assembly point: %1").arg(Kiosk.assembly)
        }
        StaffBell {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Theme.giant * 3
            Layout.preferredHeight: Theme.touchTall
            visible: !root.isLeaving
            isFitted: true
            //: Button on a kiosk that lets nobody in for the moment.
            call: qsTr("Call our staff")
        }
    }
}
