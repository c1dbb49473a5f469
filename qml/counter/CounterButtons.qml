import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! What can be done: the next guest with the whole hand, the rest beside it. What cannot be done now is pale. */
Item {
    id: root
    property bool isPortrait: false
    readonly property bool isReady: Counter.phase !== Counter.Nobody && !Counter.isBusy
    signal transferWanted()

    BigButton {
        objectName: "next"
        width: root.isPortrait ? root.width : root.width * 0.4
        height: root.isPortrait ? (root.height - Theme.gap) / 3 : root.height
        isFitted: true
        enabled: Counter.isOpen ? Counter.canCall : Counter.isPlanned && !Counter.isBusy
        tint: Theme.colors.greenGround
        ink: Theme.colors.paper
        fontSize: Theme.hero
        sign: Counter.isOpen ? "bell" : "key"
        text: Counter.isOpen
              //: The big button of a counter: calls the next number.
              ? qsTr("Next")
              //: The big button of a counter that is closed.
              : qsTr("Open")
        onClicked: Counter.isOpen ? Counter.callNext() : Counter.setOpen(true)
    }
    GridLayout {
        anchors.right: root.right
        anchors.bottom: root.bottom
        width: root.isPortrait ? root.width : root.width * 0.6 - Theme.gap
        height: root.isPortrait ? (root.height - Theme.gap) * 2 / 3 : root.height
        columns: 3
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        CounterButton {
            objectName: "arrive"
            isUsual: true
            enabled: Counter.canArrive
            sign: "check"
            text: Counter.phase === Counter.Called && !Counter.canArrive && !Counter.isBusy
                  //: On the pale button "Arrived": the papers above it must be ticked before.
                  ? qsTr("Papers first")
                  //: Button: the guest who was called is here, service begins.
                  : qsTr("Arrived")
            onClicked: Counter.arrive()
        }
        CounterButton {
            objectName: "recall"
            enabled: root.isReady && Counter.phase !== Counter.Serving
            sign: "sound"
            //: Button: calls the number once more.
            text: qsTr("Recall")
            onClicked: Counter.recall()
        }
        CounterButton {
            objectName: "noShow"
            enabled: root.isReady && Counter.phase !== Counter.Serving
            sign: "cross"
            //: Button: the guest who was called did not come.
            text: qsTr("No-show")
            onClicked: Counter.markNoShow()
        }
        CounterButton {
            objectName: "finish"
            isUsual: true
            enabled: root.isReady && Counter.phase === Counter.Serving
            sign: "flag"
            //: Button: service is over, the guest goes on to the next stage.
            text: qsTr("Finish")
            onClicked: Counter.finish()
        }
        CounterButton {
            objectName: "hold"
            enabled: root.isReady
            sign: Counter.phase === Counter.Held ? "arrow" : "clock"
            text: Counter.phase === Counter.Held
                  //: Button: service goes on.
                  ? qsTr("Resume")
                  //: Button: service is interrupted, the number stays with this counter.
                  : qsTr("Hold")
            onClicked: Counter.phase === Counter.Held ? Counter.resume() : Counter.hold()
        }
        CounterButton {
            objectName: "transfer"
            enabled: root.isReady && Counter.services.count > 0
            sign: "swap"
            //: Button: sends the number to another service.
            text: qsTr("Transfer")
            onClicked: root.transferWanted()
        }
    }
}
