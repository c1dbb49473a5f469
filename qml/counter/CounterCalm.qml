import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Nobody is here: why, and what to do. */
ColumnLayout {
    id: root
    readonly property bool isQuiet: Counter.isOpen && Counter.waiting === "0"
    spacing: Theme.grid

    Item { Layout.fillHeight: true }
    Icon {
        Layout.alignment: Qt.AlignHCenter
        name: !Counter.isPlanned ? "info" : !Counter.isOpen ? "lock" : root.isQuiet ? "check" : "people"
        size: Theme.hero
        color: Theme.colors.inkSoft
    }
    Label {
        objectName: "calm"
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.display
        font.bold: true
        text: !Counter.isPlanned
              //: At a counter that the event's plan does not know.
              ? qsTr("No numbers are called here")
              : !Counter.isOpen
                //: The counter does not work at the moment.
                ? qsTr("This counter is closed")
                : root.isQuiet
                  //: The queue of this counter is empty.
                  ? qsTr("Nobody is waiting")
                  //: The counter has no guest; others wait.
                  : qsTr("Ready for the next guest")
    }
    Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.title
        text: !Counter.isPlanned
              //: What to do at a counter that the event's plan does not know.
              ? qsTr("Ask the coordinator to give this device a counter of the plan.")
              : !Counter.isOpen
                //: What opening a counter does.
                ? qsTr("Open it when you are ready: then guests are sent to you.")
                : root.isQuiet
                  //: What happens while the queue is empty.
                  ? qsTr("The next number shows here as soon as one is taken.")
                  : qsTr("%1 waiting").arg(Counter.waiting)
    }
    BigButton {
        objectName: "close"
        Layout.alignment: Qt.AlignHCenter
        visible: Counter.isPlanned && Counter.isOpen
        enabled: !Counter.isBusy
        sign: "lock"
        //: Button: this counter takes no more guests for now.
        text: qsTr("Close the counter")
        onClicked: Counter.setOpen(false)
    }
    Item { Layout.fillHeight: true }
}
