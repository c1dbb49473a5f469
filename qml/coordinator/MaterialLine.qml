import QtQuick
import Muster.Ui

/*! Things of one kind: what is short, what is out, what is not accounted for. */
DayLine {
    id: root
    required property string name
    required property string category
    required property string zone
    required property string owner
    required property string openSerials
    required property string disputed
    required property int planned
    required property int onSite
    required property int shortBy
    required property int outstanding
    required property int unaccounted
    required property int missing
    required property int broken
    required level
    required isSelected
    // A list of what is wrong; each part begins with its separator.
    readonly property string wrong:
        //: Under a kind of thing: fewer on site than needed. %1 is how many.
        (shortBy > 0 ? " · " + qsTr("%1 short").arg(shortBy) : "")
        //: Under a kind of thing: given out and not back. %1 is how many.
        + (outstanding > 0 ? " · " + qsTr("%1 out").arg(outstanding) : "")
        //: Under numbered documents: nobody said what became of them. %1 is how many, %2 the first of them.
        + (unaccounted > 0 ? " · " + qsTr("%1 unaccounted: %2").arg(unaccounted).arg(openSerials) : "")
        //: Under numbered documents: two people say different things of them. %1 are their numbers.
        + (disputed !== "" ? " · " + qsTr("disputed: %1").arg(disputed) : "")
        //: Under a kind of thing. %1 is how many.
        + (missing > 0 ? " · " + qsTr("%1 lost").arg(missing) : "")
        //: Under a kind of thing. %1 is how many.
        + (broken > 0 ? " · " + qsTr("%1 broken").arg(broken) : "")

    title: name
    detail: (zone !== "" ? zone + " · " : "") + (owner !== "" ? owner : category) + wrong
    //: How many of a kind of thing are on site, of how many planned.
    beside: qsTr("%1 of %2").arg(onSite).arg(planned)
}
