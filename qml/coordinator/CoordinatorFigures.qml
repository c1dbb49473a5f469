import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! People inside, in letters for the far end of the room; arrivals minute by minute beside them. */
Tile {
    id: root
    readonly property color load: Coordinator.headcountLevel === 2 ? Theme.colors.redInk
                                  : Coordinator.headcountLevel === 1 ? Theme.colors.amberInk : Theme.colors.ink

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapWide
            ColumnLayout {
                Layout.fillWidth: false
                Layout.minimumWidth: Theme.lineMax * 0.6
                spacing: Theme.grid
                FigureWithAge {
                    objectName: "headcount"
                    fontSize: Theme.giant * 0.9
                    ink: root.load
                    ageSeconds: Coordinator.ageSeconds
                    value: Coordinator.headcount
                    //: After the headcount: "of" how many the hall may hold. %1 is that number.
                    beside: Coordinator.capacity !== "" ? qsTr("of %1").arg(Coordinator.capacity) : ""
                    //: The people inside at this moment.
                    label: qsTr("In now")
                }
                LoadBar {
                    Layout.fillWidth: true
                    load: Coordinator.load
                    level: Coordinator.headcountLevel
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0
                RowLayout {
                    Label {
                        Layout.fillWidth: true
                        color: Theme.colors.inkSoft
                        font.pixelSize: Theme.body
                        //: Heading of the chart of the last hour.
                        text: qsTr("Arrivals per minute, last hour")
                    }
                    Label {
                        font.pixelSize: Theme.body
                        font.bold: true
                        wrapMode: Text.NoWrap
                        //: Beside the chart: how many arrived in the last five minutes.
                        text: qsTr("%1 in 5 min").arg(Coordinator.arrivalsLastFive)
                    }
                }
                BarChart {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.giant
                    bars: Coordinator.arrivals
                    max: Coordinator.arrivalsMax
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            FigureWithAge {
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.touch
                fontSize: Theme.headline
                value: Coordinator.signedIn
                beside: "/ " + Coordinator.expected
                //: Guests who have signed in, of all expected.
                label: qsTr("Signed in")
            }
            FigureWithAge {
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.touch
                fontSize: Theme.headline
                value: Coordinator.walkIns
                //: Guests who were on no list.
                label: qsTr("Walk-ins")
            }
            FigureWithAge {
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.touch
                fontSize: Theme.headline
                value: Coordinator.vip
                //: VIP guests here, of all expected.
                label: qsTr("VIP")
            }
            FigureWithAge {
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.touch
                fontSize: Theme.headline
                value: Coordinator.media
                //: Journalists here, of all expected.
                label: qsTr("Media")
            }
            FigureWithAge {
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.touch
                fontSize: Theme.headline
                value: Coordinator.openConflicts
                ink: Coordinator.openConflictCount > 0 ? Theme.colors.amberInk : Theme.colors.ink
                //: Conflicts that nobody has judged yet.
                label: qsTr("Open conflicts")
            }
        }
    }
}
