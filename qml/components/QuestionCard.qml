pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! One question a screen, with choices as big as the space allows. */
ColumnLayout {
    id: root
    required property Questionnaire questions
    property int fontSize: Theme.display
    readonly property bool isPortrait: height > width

    spacing: Theme.gapWide

    Label {
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
    Stepper {
        objectName: "companionsStepper"
        Layout.alignment: Qt.AlignHCenter
        Layout.fillHeight: true
        visible: root.questions.kind === Questionnaire.Companions || root.questions.kind === Questionnaire.Number
        size: Theme.giant
        value: root.questions.number
        max: root.questions.numberMax
        name: title.text
        onChanged: (value) => root.questions.setNumber(value)
    }
    GridView {
        id: choices
        objectName: "choices"
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: root.questions.kind === Questionnaire.Choice || root.questions.kind === Questionnaire.Choices
                 || root.questions.kind === Questionnaire.Group
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        readonly property int columns: width > Theme.lineMax * 1.4 ? 3 : 2
        readonly property int rows: Math.max(1, Math.ceil(count / columns))
        cellWidth: width / columns
        cellHeight: Math.max(Theme.touch + Theme.gap, Math.min(Theme.giant, height / rows))
        model: root.questions.choices
        delegate: ChoiceButton {
            required property string key
            required property bool isChosen
            required text
            width: choices.cellWidth - Theme.gap
            height: choices.cellHeight - Theme.gap
            isOn: isChosen
            onClicked: root.questions.choose(key)
        }
    }
    Field {
        objectName: "answerField"
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        visible: root.questions.kind === Questionnaire.Text
        focus: visible
        text: root.questions.answer
        maximumLength: 200
        //: Placeholder of the field for a free answer.
        placeholderText: qsTr("Your answer")
        onTextEdited: root.questions.setText(text)
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: root.questions.kind === Questionnaire.Consent
        columns: root.isPortrait ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        BigButton {
            objectName: "consentYes"
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.giant
            sign: "check"
            //: Answer to a question of consent.
            text: qsTr("I agree")
            fontSize: Theme.headline
            onClicked: root.questions.choose("yes")
        }
        BigButton {
            objectName: "consentNo"
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.giant
            //: Answer to a question of consent.
            text: qsTr("I do not agree")
            fontSize: Theme.headline
            onClicked: root.questions.choose("no")
        }
    }
    Item {
        Layout.fillHeight: root.questions.kind === Questionnaire.Text
        visible: root.questions.kind === Questionnaire.Text
    }
}
