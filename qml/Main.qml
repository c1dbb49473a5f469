import QtQuick
import Muster.Backend
import Muster.Ui

/*! The window of a device: enrolment until it belongs to the event, then the screen of its role. */
Window {
    id: root
    readonly property bool isWall: Stage.screen === Stage.CoordinatorScreen
    readonly property real side: Math.min(width, height)
    readonly property bool isOurs: Stage.screen !== Stage.EnrolmentScreen && Stage.screen !== Stage.KioskScreen

    readonly property bool isCovered: StaffMenu.state !== StaffMenu.Closed || Worker.step !== Worker.Closed

    //: Title of the window. Muster is the name of the program.
    title: qsTr("Muster")
    color: Theme.colors.surface

    Binding {
        target: Theme
        property: "scale"
        value: root.isWall ? Math.max(0.85, Math.min(root.width / 1600, root.height / 900, 2.4))
                           : Math.max(0.8, Math.min(root.side / 800, 3))
    }
    HallStrip {
        id: strip
        anchors.left: parent.left
        anchors.right: parent.right
        visible: isShown && root.isOurs
    }
    Loader {
        anchors.fill: parent
        focus: active && !root.isCovered
        active: Stage.screen === Stage.EnrolmentScreen
        visible: active
        sourceComponent: Component { EnrolmentScreen {} }
    }
    Loader {
        anchors.fill: parent
        focus: active && !root.isCovered
        active: Stage.screen === Stage.KioskScreen
        visible: active
        sourceComponent: Component { KioskScreen {} }
    }
    Loader {
        anchors.fill: parent
        anchors.topMargin: strip.visible ? strip.height : 0
        focus: active && !root.isCovered
        active: Stage.screen === Stage.GreeterScreen
        visible: active
        sourceComponent: Component { GreeterScreen {} }
    }
    Loader {
        anchors.fill: parent
        anchors.topMargin: strip.visible ? strip.height : 0
        focus: active && !root.isCovered
        active: Stage.screen === Stage.CoordinatorScreen
        visible: active
        sourceComponent: Component { CoordinatorScreen {} }
    }
    Loader {
        anchors.fill: parent
        anchors.topMargin: strip.visible ? strip.height : 0
        focus: active && !root.isCovered
        active: Stage.screen === Stage.CounterScreen
        visible: active
        sourceComponent: Component { CounterScreen {} }
    }
    Loader {
        anchors.fill: parent
        anchors.topMargin: strip.visible ? strip.height : 0
        focus: active && !root.isCovered
        active: Stage.screen === Stage.ZoneScreen
        visible: active
        sourceComponent: Component { ZoneScreen {} }
    }
    Loader {
        anchors.fill: parent
        anchors.topMargin: strip.visible ? strip.height : 0
        focus: active && !root.isCovered
        active: Stage.screen === Stage.PrizeScreen
        visible: active
        sourceComponent: Component { PrizeScreen {} }
    }
    Loader {
        anchors.fill: parent
        anchors.topMargin: strip.visible ? strip.height : 0
        focus: active && !root.isCovered
        active: Stage.screen === Stage.BoardScreen
        visible: active
        sourceComponent: Component { BoardScreen {} }
    }
    Loader {
        anchors.fill: parent
        anchors.topMargin: strip.visible ? strip.height : 0
        focus: active && StaffMenu.state === StaffMenu.Closed
        active: Stage.screen === Stage.WallScreen
        visible: active
        sourceComponent: Component { WallScreen {} }
    }
    Loader {
        anchors.fill: parent
        focus: active
        active: StaffMenu.state !== StaffMenu.Closed
        visible: active
        sourceComponent: Component { StaffSheet {} }
    }
    Loader {
        anchors.fill: parent
        focus: active
        active: Worker.step !== Worker.Closed && StaffMenu.state === StaffMenu.Closed
        visible: active
        sourceComponent: Component { WorkerSheet {} }
    }
}
