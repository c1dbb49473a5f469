pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! The number in this counter's hands, whose it is, and how far they have come. */
Rectangle {
    id: root
    readonly property bool isBusy: Counter.phase !== Counter.Nobody

    radius: Theme.radius
    color: Theme.colors.raised
    border.width: Theme.hairline
    border.color: Theme.colors.line

    CounterCalm {
        anchors.fill: parent
        anchors.margins: Theme.gapWide
        visible: !root.isBusy
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        visible: root.isBusy
        spacing: Theme.grid

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            Chip {
                objectName: "phase"
                color: Counter.phase === Counter.Serving ? Theme.colors.greenGround
                       : Counter.phase === Counter.Called ? Theme.colors.blueGround : Theme.colors.amberGround
                ink: Counter.phase === Counter.Held ? Theme.colors.soot : Theme.colors.paper
                fontSize: Theme.title
                sign: Counter.phase === Counter.Serving ? "check" : Counter.phase === Counter.Called ? "bell" : "clock"
                text: Counter.phase === Counter.Serving
                      //: State of a queue number: its guest is being served.
                      ? qsTr("Serving")
                      : Counter.phase === Counter.Called
                        //: State of a queue number: it was called, the guest is on the way.
                        ? qsTr("Called")
                        //: State of a queue number: service was interrupted.
                        : qsTr("On hold")
            }
            Label {
                objectName: "since"
                font.pixelSize: Theme.headline
                font.bold: true
                wrapMode: Text.NoWrap
                text: Counter.since
            }
            Item { Layout.fillWidth: true }
            Chip {
                color: Counter.band === "violet" ? Theme.colors.violetGround
                       : Counter.band === "blue" ? Theme.colors.blueGround : Theme.colors.sunken
                ink: Counter.band !== "" ? Theme.colors.paper : Theme.colors.ink
                text: Counter.className
            }
            Chip {
                visible: Counter.persons > 1
                sign: "people"
                text: Counter.persons.toString()
            }
        }
        Label {
            objectName: "number"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: -Theme.touch  // Digits stand in the middle of a line that is much taller.
            Layout.bottomMargin: -Theme.gapWide
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.display
            font.pixelSize: Theme.colossal
            font.bold: true
            lineHeight: 1
            wrapMode: Text.NoWrap
            text: Counter.number
        }
        Label {
            objectName: "guestName"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.title
            font.pixelSize: Theme.display
            font.bold: true
            wrapMode: Text.NoWrap
            color: Counter.guestName !== "" ? Theme.colors.ink : Theme.colors.inkSoft
            text: Counter.guestName !== "" ? Counter.guestName
                  : Counter.hasGuest
                    //: In place of a guest's name that this device has not received yet.
                    ? qsTr("Name not here yet")
                    //: In place of a guest's name: the number was given without one.
                    : qsTr("A number without a name")
        }
        CounterJourney { Layout.fillWidth: true }
        CounterPapers {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
        }
    }
}
