import QtQuick

/*! The colours of one scheme. "Ink" is written, "ground" is written upon; each ink reads at 4.5:1 on what it is for. */
QtObject {
    required property color surface      // The screen.
    required property color raised       // Cards and fields.
    required property color sunken       // Wells: tracks of bars, keys, quiet buttons.
    required property color line
    required property color ink
    required property color inkSoft

    required property color greenGround
    required property color amberGround
    required property color redGround
    required property color blueGround
    required property color violetGround
    required property color greenInk
    required property color amberInk
    required property color redInk
    required property color blueInk
    required property color violetInk

    required property color paper        // Written on the dark grounds.
    required property color soot         // Written on amber.
}
