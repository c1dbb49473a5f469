import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! A question to the guest, with the way on and the way back always in the same places. */
Item {
    id: root
    readonly property Questionnaire questions: Kiosk.questionnaire

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.bottomMargin: Theme.grid
        spacing: Theme.gapWide

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Label {
                Layout.fillWidth: true
                visible: !Settings.areNamesHidden
                text: Kiosk.answer.name
                color: Theme.brandInk
                font.pixelSize: Theme.headline
                font.bold: true
                mayElide: true
            }
            Item { Layout.fillWidth: true; visible: Settings.areNamesHidden }
            LanguageSwitch {}
        }
        QuestionCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            questions: root.questions
        }
        TouchKeyboard {
            Layout.fillWidth: true
            visible: root.questions.kind === Questionnaire.Text
            onDone: root.questions.next()
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            spacing: Theme.gap
            BigButton {
                objectName: "back"
                Layout.preferredHeight: Theme.touchTall
                sign: "back"
                text: root.questions.step > 0
                      //: To the question before.
                      ? qsTr("Back")
                      //: Leaves the questions without signing in.
                      : qsTr("Cancel")
                onClicked: root.questions.step > 0 ? root.questions.back() : Kiosk.startOver()
            }
            Item { Layout.fillWidth: true }
            BigButton {
                objectName: "skip"
                Layout.preferredHeight: Theme.touchTall
                visible: !root.questions.isRequired
                //: Leaves this question unanswered.
                text: qsTr("Skip")
                onClicked: root.questions.skip()
            }
            BigButton {
                objectName: "next"
                Layout.preferredHeight: Theme.touchTall
                Layout.preferredWidth: Theme.touchTall * 3
                visible: root.questions.kind !== Questionnaire.Choice && root.questions.kind !== Questionnaire.Consent
                enabled: root.questions.isAnswered
                tint: Theme.colors.greenGround
                ink: Theme.colors.paper
                sign: "arrow"
                fontSize: Theme.headline
                //: To the next question, or to the answer.
                text: qsTr("Next")
                onClicked: root.questions.next()
            }
        }
    }
}
