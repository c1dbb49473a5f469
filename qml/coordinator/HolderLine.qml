import QtQuick
import Muster.Ui

/*! Who has so many of the kind that is touched; a touch takes them up for what comes back. */
DayLine {
    id: root
    required property string key
    required property string name
    required property string zone
    required property string serials
    required property int count

    objectName: "holder-" + key
    implicitHeight: Math.max(Theme.touchSmall, implicitContentHeight + Theme.grid)
    level: count < 0 ? 1 : 0
    //: In place of who has things: nobody was named.
    title: name !== "" ? name : qsTr("Nobody named")
    detail: (zone !== "" ? zone : "") + (zone !== "" && serials !== "" ? " · " : "") + serials
            //: Under who has things: more came back than went out under this name.
            + (count < 0 ? qsTr("more back than given out") : "")
    beside: count.toString()
}
