import QtQuick
import Muster.Backend
import Muster.Ui

/*! Who came along, who comes to meet the guest, what the printer has for them. */
Flow {
    id: root
    required property AnswerView answer
    required property color ink
    readonly property color ground: Qt.alpha(Theme.colors.soot, 0.22)
    spacing: Theme.gap

    Chip {
        visible: root.answer.companions > 0
        color: root.ground
        ink: root.ink
        fontSize: Theme.headline
        sign: "people"
        //: How many unnamed people came along.
        text: qsTr("+ %1 companions").arg(root.answer.companions)
    }
    Chip {
        visible: root.answer.party !== "" && !Settings.areNamesHidden
        color: root.ground
        ink: root.ink
        fontSize: Theme.headline
        sign: "people"
        text: root.answer.party
    }
    Chip {
        visible: root.answer.host !== ""
        color: Theme.colors.violetGround
        ink: Theme.colors.paper
        fontSize: Theme.headline
        sign: root.answer.alert === "media" ? "camera" : "star"
        //: To a VIP or a journalist: %1 is the name of the member of staff who is on the way.
        text: qsTr("%1 is coming to meet you").arg(root.answer.host)
    }
    Chip {
        objectName: "printing"
        visible: Kiosk.isPrinting
        color: Theme.colors.paper
        ink: Theme.colors.greenGround
        fontSize: Theme.headline
        sign: "printer"
        //: While the kiosk prints a slip for the guest.
        text: qsTr("Please take your slip")
    }
}
