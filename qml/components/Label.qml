import QtQuick
import Muster.Ui

/*! Text of the house: plain (names are untrusted), wrapped, never cut unless the place says that it may be. */
Text {
    property bool mayElide: false

    color: Theme.colors.ink
    font.pixelSize: Theme.body
    textFormat: Text.PlainText
    wrapMode: mayElide ? Text.NoWrap : Text.Wrap
    elide: mayElide ? Text.ElideRight : Text.ElideNone
    lineHeight: 1.1
}
