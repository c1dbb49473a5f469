pragma ComponentBehavior: Bound

import QtQuick
import Muster.Backend
import Muster.Ui

/*! What must be looked at before service begins: one touch each. */
Flow {
    id: root
    objectName: "papers"
    visible: papers.count > 0
    spacing: Theme.gap

    Repeater {
        id: papers
        model: Counter.papers
        delegate: Item {
            id: paper
            required property string key
            required property string text
            required property bool isChosen
            width: (root.width - Theme.gap * 2) / 3
            height: Theme.touch

            ChoiceButton {
                objectName: "paper-" + paper.key
                anchors.fill: parent
                isOn: paper.isChosen
                isMany: true
                fontSize: Theme.title
                //: Box to tick at a counter: whoever stands here is the person of the number.
                text: paper.text !== "" ? paper.text : qsTr("Identity checked")
                onClicked: Counter.tickPaper(paper.key)
            }
        }
    }
}
