pragma Singleton

import QtQuick
import Muster.Backend

/*!
    Every colour, size and duration that a screen may use. Nothing else in qml/ says a colour or a pixel.

    No token may start with "on" and a capital: QML would read it as a handler.
*/
QtObject {
    id: theme

    readonly property ColorScheme day: ColorScheme {
        surface: "#f3f5f7"; raised: "#ffffff"; sunken: "#e4e8ed"; line: "#cfd6de"; ink: "#11181f"; inkSoft: "#4a5664"
        greenGround: "#0b7540"; amberGround: "#ffbf2e"; redGround: "#b3231d"; blueGround: "#1d4fb8"; violetGround: "#6436a8"
        greenInk: "#0a6638"; amberInk: "#734700"; redInk: "#a31c17"; blueInk: "#1b47a6"; violetInk: "#5d32a0"
        paper: "#ffffff"; soot: "#1a1300"
    }
    readonly property ColorScheme night: ColorScheme {
        surface: "#0e1319"; raised: "#18202a"; sunken: "#263140"; line: "#334152"; ink: "#f2f5f8"; inkSoft: "#aebac7"
        greenGround: "#127a45"; amberGround: "#ffbf2e"; redGround: "#bd2c26"; blueGround: "#2a5cc9"; violetGround: "#7345bd"
        greenInk: "#62d694"; amberInk: "#ffca57"; redInk: "#ff958c"; blueInk: "#93b7ff"; violetInk: "#c9abff"
        paper: "#ffffff"; soot: "#1a1300"
    }
    readonly property ColorScheme stark: ColorScheme {
        surface: "#000000"; raised: "#000000"; sunken: "#1f1f1f"; line: "#ffffff"; ink: "#ffffff"; inkSoft: "#ffffff"
        greenGround: "#006b33"; amberGround: "#ffd400"; redGround: "#a80000"; blueGround: "#0036b8"; violetGround: "#5a1fb0"
        greenInk: "#5dff9f"; amberInk: "#ffe04d"; redInk: "#ffb3ad"; blueInk: "#b3ccff"; violetInk: "#dcc8ff"
        paper: "#ffffff"; soot: "#000000"
    }
    readonly property bool isStark: Settings.scheme === Settings.HighContrast
    readonly property ColorScheme colors: isStark ? stark
                                      : Settings.scheme === Settings.Dark ? night : day

    readonly property color brandGround: Contrast.legible(Settings.brand, colors.paper, textContrast)
    readonly property color brandInk: Contrast.legible(Settings.brand, colors.surface, textContrast)
    readonly property real textContrast: 4.5

    /*! Main sets it from the window: 1 at 800 pixels of the shorter side. */
    property real scale: 1

    readonly property int caption: Math.round(15 * scale)
    readonly property int body: Math.round(18 * scale)
    readonly property int title: Math.round(24 * scale)
    readonly property int headline: Math.round(32 * scale)
    readonly property int display: Math.round(48 * scale)
    readonly property int hero: Math.round(72 * scale)
    readonly property int giant: Math.round(120 * scale)
    readonly property int colossal: Math.round(240 * scale)

    readonly property int grid: Math.round(8 * scale)
    readonly property int gap: Math.round(16 * scale)
    readonly property int gapWide: Math.round(24 * scale)
    readonly property int margin: Math.round(40 * scale)
    readonly property int radius: Math.round(16 * scale)
    readonly property int radiusSmall: Math.round(8 * scale)
    readonly property int hairline: isStark ? 2 : 1
    readonly property int stroke: Math.round(4 * scale)
    readonly property int touch: Math.max(64, Math.round(64 * scale))
    readonly property int touchTall: Math.round(88 * scale)
    readonly property int touchThumb: Math.max(96, Math.round(112 * scale))  // Found without looking.
    readonly property int touchSmall: Math.max(48, Math.round(48 * scale))
    readonly property int dot: Math.round(12 * scale)
    readonly property int lineMax: Math.round(560 * scale)  // Some 60 letters of body text, 30 characters of Chinese.

    readonly property int duration: Settings.isMotionReduced ? 0 : 160
    readonly property int holding: 500  // What is held so long is meant.
    readonly property int holdingLong: 1500  // What everybody in the hall will feel.
    readonly property int breath: Settings.isMotionReduced ? 0 : 2400
    readonly property real faint: 0.4
    readonly property real quiet: 0.7  // Old or taken back, but still to be read.
}
