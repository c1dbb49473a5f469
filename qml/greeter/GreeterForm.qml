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
    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        spacing: Theme.gap
        Field {
            id: name
            objectName: "formName"
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.lineMax / 2
            text: Greeter.formName
            maximumLength: 100
            //: Field of the walk-in form.
            placeholderText: qsTr("Name")
            onTextEdited: Greeter.formName = text
            onVisibleChanged: visible ? forceActiveFocus() : clear()
            onAccepted: phone.forceActiveFocus()
        }
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
            onAccepted: root.forceActiveFocus()
        }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        spacing: Theme.gap
        Icon {
            name: "people"
            size: Theme.headline
        }
        Stepper {
            //: Spoken name of the stepper: unnamed people who came along with the guest.
            name: qsTr("Companions")
            value: Greeter.companions
            onChanged: (value) => Greeter.companions = value
        }
        ChoiceButton {
            objectName: "formConsent"
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.touch
            Layout.preferredWidth: Theme.lineMax / 2
            isOn: Greeter.isFormConsentGiven
            isMany: true
            fontSize: Theme.title
            //: On the walk-in form: the guest agrees that name and phone are kept for this event. Required, so keep it short.
            text: qsTr("Consent given")
            onClicked: Greeter.isFormConsentGiven = !Greeter.isFormConsentGiven
        }
    }
    Field {
        id: company
        Layout.fillWidth: true
        visible: activeFocus || !root.isKeyboardShown
        text: Greeter.formCompany
        maximumLength: 100
        //: Field of the walk-in form; may stay empty.
        placeholderText: qsTr("Company")
        onTextEdited: Greeter.formCompany = text
        onAccepted: root.forceActiveFocus()
    }
    Item { Layout.fillHeight: true }
}
