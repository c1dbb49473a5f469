import QtQuick
import Muster.Backend
import Muster.Ui

/*! One touch puts the state of the day on paper, as Ctrl+P does. */
BigButton {
    id: root
    /*! Only its sign: between the pages there is no room for words. */
    property bool isBrief: false
    //: Button of the coordinator: the state of the day is being printed.
    readonly property string words: Paper.isBusy ? qsTr("Printing …")
                                                 //: Button of the coordinator: prints the state of the day. The key does the same.
                                                 : qsTr("Print (Ctrl+P)")
    objectName: "printPaper"
    implicitWidth: isBrief ? Theme.touchSmall : Math.max(Theme.touch * 2, implicitContentWidth + Theme.gapWide * 2)
    implicitHeight: Theme.touchSmall
    fontSize: isBrief ? Theme.title : Theme.body
    sign: "printer"
    enabled: !Paper.isBusy
    text: isBrief ? "" : words
    Accessible.name: words
    onClicked: Paper.print()
}
