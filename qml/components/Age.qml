import QtQuick
import Muster.Ui

/*! How old something is: nothing while fresh, marked when stale, said so when nobody knows. */
Label {
    required property int seconds  // -1: not known.
    property int freshMax: 3
    property int staleMin: 10

    visible: seconds < 0 || seconds > freshMax
    color: seconds < 0 || seconds >= staleMin ? Theme.colors.amberInk : Theme.colors.inkSoft
    font.pixelSize: Theme.caption
    font.bold: seconds < 0 || seconds >= staleMin
    wrapMode: Text.NoWrap
    text: seconds < 0
          //: Beside a figure: not every device has been heard, so nobody knows how old it is.
          ? qsTr("age unknown")
          : seconds < 120
            //: Age of a figure in seconds, very short.
            ? qsTr("%1 s ago").arg(seconds)
            //: Age of a figure in minutes, very short.
            : qsTr("%1 min ago").arg(Math.floor(seconds / 60))
}
