import QtQuick
import Muster.Ui

/*! A post: how many stand there of how many must, who, and what comes next. */
DayLine {
    id: root
    required property string key
    required property string name
    required property string zone
    required property string staffing
    required property string people
    required property string relief
    required property string reliefAt
    required property string gapAt
    required property int gap
    required property int gapMinutes
    required property bool isReliefDue
    required level
    required isSelected
    readonly property string next: gap > 0
        ? (gapMinutes >= 0
           //: Under a post with too few people. %1 is how many are missing, %2 for how many minutes.
           ? qsTr("%1 missing for %2 min").arg(gap).arg(gapMinutes)
           //: Under a post with too few people. %1 is how many are missing.
           : qsTr("%1 missing").arg(gap))
        : isReliefDue
          //: Under a post: somebody should have been relieved. %1 is when, %2 who relieves.
          ? qsTr("relief due %1: %2").arg(reliefAt).arg(relief)
          : gapAt !== ""
            //: Under a post: by the shifts it will have too few people. %1 is when.
            ? qsTr("short from %1").arg(gapAt)
            : relief !== "" && reliefAt !== ""
              //: Under a post. %1 is when, %2 who relieves.
              ? qsTr("relief %1: %2").arg(reliefAt).arg(relief)
              : relief !== ""
                //: Under a post: somebody is on the way to relieve. %1 is who.
                ? qsTr("relief coming: %1").arg(relief) : ""

    title: (zone !== "" ? zone + " · " : "") + name
    detail: next + (next !== "" && people !== "" ? " · " : "") + people
    beside: staffing
}
