pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! One question a screen: the words always in the same place, the answers as big as the space allows. */
ColumnLayout {
    id: root
    required property Questionnaire questions
    property int fontSize: Theme.display

    spacing: Theme.gapWide

    Label {
        Layout.fillWidth: true
        visible: root.questions.stepCount > 1
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.title
        //: Progress above a question: first number of second number.
        text: qsTr("Question %1 of %2").arg(root.questions.step + 1).arg(root.questions.stepCount)
    }
    Label {
        id: title
        objectName: "questionText"
        Layout.fillWidth: true
        font.pixelSize: root.fontSize
        font.bold: true
        text: root.questions.kind === Questionnaire.Companions
              //: Question to a guest: how many unnamed people came along.
              ? qsTr("How many people came with you?")
              : root.questions.kind === Questionnaire.Group
                //: Question to a guest of a family or group: which members stand here.
                ? qsTr("Who is here with you?") : root.questions.text
    }
    Item {
        id: answers
        Layout.fillWidth: true
        Layout.fillHeight: true

        Stepper {
            objectName: "companionsStepper"
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.gap
            visible: root.questions.kind === Questionnaire.Companions || root.questions.kind === Questionnaire.Number
            size: Math.min(Theme.giant, answers.width / 4, answers.height - Theme.gap)
            value: root.questions.number
            max: root.questions.numberMax
            name: title.text
            onChanged: (value) => root.questions.setNumber(value)
        }
        ChoiceGrid {
            objectName: "choices"
            anchors.fill: parent
            visible: root.questions.kind === Questionnaire.Choice || root.questions.kind === Questionnaire.Choices
                     || root.questions.kind === Questionnaire.Group
            isMany: root.questions.kind !== Questionnaire.Choice
            model: root.questions.choices
            onChosen: (key) => root.questions.choose(key)
        }
        Field {
            objectName: "answerField"
            width: parent.width
            visible: root.questions.kind === Questionnaire.Text
            focus: visible
            text: root.questions.answer
            maximumLength: 200
            //: Placeholder of the field for a free answer.
            placeholderText: qsTr("Your answer")
            onTextEdited: root.questions.setText(text)
        }
        ConsentButtons {
            width: parent.width
            visible: root.questions.kind === Questionnaire.Consent
            onChosen: (key) => root.questions.choose(key)
        }
    }
}
