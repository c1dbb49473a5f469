import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! A guest who is on no list, in fifteen seconds: name, phone, how many, consent. */
ColumnLayout {
    id: root
    readonly property bool isKeyboardShown: name.activeFocus || phone.activeFocus || company.activeFocus
    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        visible: !root.isKeyboardShown
        font.pixelSize: Theme.headline
        font.bold: true
        //: Heading of the form for a guest who is on no list.
        text: qsTr("Register a walk-in")
    }
    Field {
        id: name
        objectName: "formName"
        Layout.fillWidth: true
        text: Greeter.formName
        maximumLength: 100
        //: Field of the walk-in form.
        placeholderText: qsTr("Name")
        onTextEdited: Greeter.formName = text
        onVisibleChanged: visible ? forceActiveFocus() : clear()
        onAccepted: phone.forceActiveFocus()
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        Field {
            id: phone
            objectName: "formPhone"
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.lineMax / 2
            text: Greeter.formPhone
            maximumLength: 30
            //: Field of the walk-in form.
            placeholderText: qsTr("Phone")
            onTextEdited: Greeter.formPhone = text
            onAccepted: company.forceActiveFocus()
        }
        Field {
            id: company
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.lineMax / 2
            text: Greeter.formCompany
            maximumLength: 100
            //: Field of the walk-in form; may stay empty.
            placeholderText: qsTr("Company")
            onTextEdited: Greeter.formCompany = text
            onAccepted: root.forceActiveFocus()
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columns: 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.grid
        Label {
            id: companions
            font.pixelSize: Theme.title
            text: qsTr("Companions")
        }
        Stepper {
            name: companions.text
            value: Greeter.companions
            onChanged: (value) => Greeter.companions = value
        }
    }
    ChoiceButton {
        objectName: "formConsent"
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.touch
        isOn: Greeter.isFormConsentGiven
        //: The guest agrees that name and phone are kept for this event. Required.
        text: qsTr("The guest agrees that we keep this for today")
        onClicked: Greeter.isFormConsentGiven = !Greeter.isFormConsentGiven
    }
    Item { Layout.fillHeight: true }
}
