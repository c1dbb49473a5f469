import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The wall in the staff corner of a zone, to be read from three metres: who is here, who goes, who comes, what is not
    in order, where somebody is missing. Nobody touches it. */
FocusScope {
    id: root
    objectName: "wallScreen"
    readonly property bool isPortrait: height > width
    /*! A line of it is never lower than three hundredths of the screen's shorter side, which the distance is made for. */
    readonly property int lineSize: Math.max(Theme.headline, Math.ceil(isPortrait ? width * 0.04 : height * 0.031))
    focus: true

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gap

        WallHead {
            Layout.fillWidth: true
            lineSize: root.lineSize
            isPortrait: root.isPortrait
        }
        WallGaps {
            Layout.fillWidth: true
            lineSize: root.lineSize
            shownMax: root.isPortrait ? 3 : 2
        }
        Item {
            id: hall
            Layout.fillWidth: true
            Layout.fillHeight: true
            readonly property int lists: root.isPortrait ? 4 : 2  // One above the other.
            readonly property real spare: Math.max(0, height - lists * here.leastHeight - (lists - 1) * Theme.gap)
            readonly property real wide: root.isPortrait ? width : (width - Theme.gap) / 2
            // Every list has room for one line, and of what is left as much as it has lines.
            readonly property int leftLines: here.wanted + unready.wanted
            readonly property int rightLines: leaving.wanted + arriving.wanted

            WallList {
                id: here
                objectName: "wallHere"
                width: hall.wide
                height: leastHeight + hall.spare * wanted / (root.isPortrait ? hall.leftLines + hall.rightLines : hall.leftLines)
                lineSize: root.lineSize
                model: StaffWall.here
                //: Heading on the wall of a zone's staff: who is here. %1 is how many.
                title: qsTr("Here · %1").arg(StaffWall.isKnown ? StaffWall.here.count.toString() : "–")
            }
            WallList {
                id: leaving
                objectName: "wallLeaving"
                x: root.isPortrait ? 0 : hall.wide + Theme.gap
                y: root.isPortrait ? here.height + Theme.gap : 0
                width: hall.wide
                height: leastHeight + hall.spare * wanted / (root.isPortrait ? hall.leftLines + hall.rightLines : hall.rightLines)
                lineSize: root.lineSize
                model: StaffWall.leaving
                //: Heading on the wall of a zone's staff: who goes soon, or should. %1 is how many.
                title: qsTr("Leaving · %1").arg(StaffWall.isKnown ? StaffWall.leaving.count.toString() : "–")
            }
            WallList {
                id: arriving
                objectName: "wallArriving"
                x: leaving.x
                y: leaving.y + leaving.height + Theme.gap
                width: hall.wide
                height: leastHeight + hall.spare * wanted / (root.isPortrait ? hall.leftLines + hall.rightLines : hall.rightLines)
                lineSize: root.lineSize
                model: StaffWall.arriving
                //: Heading on the wall of a zone's staff: who comes within the hour, or should be here. %1 is how many.
                title: qsTr("Arriving · %1").arg(StaffWall.isKnown ? StaffWall.arriving.count.toString() : "–")
            }
            WallList {
                id: unready
                objectName: "wallUnready"
                y: root.isPortrait ? arriving.y + arriving.height + Theme.gap : here.height + Theme.gap
                width: hall.wide
                height: leastHeight + hall.spare * wanted / (root.isPortrait ? hall.leftLines + hall.rightLines : hall.leftLines)
                lineSize: root.lineSize
                model: StaffWall.unready
                //: Heading on the wall of a zone's staff: who has not everything in order. %1 is how many.
                title: qsTr("Not ready · %1").arg(StaffWall.isKnown ? StaffWall.unready.count.toString() : "–")
            }
        }
    }
    BoardVeil {
        anchors.fill: parent
        visible: StaffWall.isStale || StaffWall.zone === ""
        text: StaffWall.zone === ""
              //: Veil over the wall of a zone's staff: the plan does not say where it hangs.
              ? qsTr("This board's station stands in no zone of the plan")
              : StaffWall.figuresFrom !== ""
                //: Veil over the wall of a zone's staff, which is cut off. %1 is a time like 14:01.
                ? qsTr("As of %1 – ask your lead").arg(StaffWall.figuresFrom)
                //: Veil over the wall of a zone's staff, which never heard of the day.
                : qsTr("Nothing known yet – ask your lead")
    }
}
