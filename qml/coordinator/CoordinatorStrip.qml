import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The day in six figures, on every page: people, trouble, the show, tasks, things, how the hall runs. */
GridLayout {
    id: root
    required property int page
    signal wanted(page: int)
    columnSpacing: Theme.grid
    rowSpacing: Theme.grid

    CoordinatorFact {
        objectName: "tabPosts"
        sign: "people"
        isOn: root.page === CoordinatorBar.Posts
        level: Course.gapCount > 0 ? 2 : Course.reliefsDue > 0 ? 1 : 0
        //: Page and figure of the coordinator's wall: posts and staff.
        text: Course.reliefsDue > 0 ? qsTr("Posts · reliefs due: %1").arg(Course.reliefsDue) : qsTr("Posts")
        figure: Course.postsStaffed
        onClicked: root.wanted(CoordinatorBar.Posts)
    }
    CoordinatorFact {
        objectName: "tabIncidents"
        sign: "check"
        isOn: root.page === CoordinatorBar.Incidents
        level: Course.incidentsUrgent > 0 ? 2 : Course.incidentsOpen > 0 ? 1 : 0
        //: Page and figure of the coordinator's wall: how many incidents are open. %1 of them are urgent.
        text: Course.incidentsUrgent > 0 ? qsTr("Incidents · %1 urgent").arg(Course.incidentsUrgent)
                                         : qsTr("Incidents")
        //: How many incidents are open.
        figure: qsTr("%1 open").arg(Course.isKnown ? Course.incidentsOpen.toString() : "–")
        onClicked: root.wanted(CoordinatorBar.Incidents)
    }
    CoordinatorFact {
        objectName: "tabShow"
        sign: "clock"
        isOn: root.page === CoordinatorBar.Show
        level: Course.areDoorsLate ? 2 : Course.cuesLate > 0 ? 1 : 0
        text: Course.isBeforeDoors
              //: Page and figure of the coordinator's wall: doors should have opened. The figure is how long ago.
              ? (Course.areDoorsLate ? qsTr("Doors are late")
                 //: Page and figure of the coordinator's wall. The figure is a countdown.
                 : qsTr("Doors open in"))
              : Course.nextCue !== ""
                //: Page and figure of the coordinator's wall: what comes next in the run of show, and when.
                ? qsTr("Next · %1").arg(Course.nextCueAt)
                //: Page of the coordinator's wall.
                : qsTr("Run of show")
        figure: !Course.isKnown || Course.cues.count === 0 ? "–"
                : Course.isBeforeDoors ? Course.doorsIn
                  //: Nothing more is to come in the run of show.
                  : Course.nextCue !== "" ? Course.nextCue : qsTr("over")
        onClicked: root.wanted(CoordinatorBar.Show)
    }
    CoordinatorFact {
        objectName: "tabTasks"
        sign: "box-checked"
        isOn: root.page === CoordinatorBar.Tasks
        level: Course.tasksLate > 0 ? 1 : 0
        //: Page and figure of the coordinator's wall.
        text: Course.tasksLate > 0 ? qsTr("Tasks · %1 late").arg(Course.tasksLate) : qsTr("Tasks")
        //: How many tasks are open.
        figure: qsTr("%1 to do").arg(Course.isKnown ? Course.tasksOpen.toString() : "–")
        onClicked: root.wanted(CoordinatorBar.Tasks)
    }
    CoordinatorFact {
        objectName: "tabMaterials"
        sign: "flag"
        isOn: root.page === CoordinatorBar.Materials
        level: Course.materialsShort > 0 ? 1 : 0
        //: Page and figure of the coordinator's wall: things that are counted out and back.
        text: qsTr("Materials")
        figure: !Course.isKnown ? "–"
                //: So many kinds of things are fewer than needed.
                : Course.materialsShort > 0 ? qsTr("%1 short").arg(Course.materialsShort)
                  //: So many kinds of things are not back yet.
                  : Course.materialsOut > 0 ? qsTr("%1 out").arg(Course.materialsOut)
                    //: No thing is short, all are back.
                    : qsTr("all there")
        onClicked: root.wanted(CoordinatorBar.Materials)
    }
    CoordinatorFact {
        objectName: "tabHall"
        sign: "sound"
        isOn: root.page === CoordinatorBar.Hall
        level: Course.mode === DayDesk.Evacuate ? 2
               : Course.mode !== DayDesk.Normal || Course.zoneModes.count > 0 ? 1 : 0
        //: Page and figure of the coordinator's wall: how the hall runs, and what is said to all.
        text: Course.zoneModes.count > 0 ? qsTr("Hall · zones otherwise: %1").arg(Course.zoneModes.count) : qsTr("Hall")
        figure: !Course.isKnown ? "–"
                : Course.mode === DayDesk.Normal ? qsTr("normal")
                //: How the hall runs.
                : Course.mode === DayDesk.Slow ? qsTr("slow")
                //: How the hall runs.
                : Course.mode === DayDesk.Hold ? qsTr("nobody in")
                //: How the hall runs.
                : qsTr("evacuate")
        onClicked: root.wanted(CoordinatorBar.Hall)
    }
}
