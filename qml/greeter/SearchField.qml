import QtQuick
import Muster.Backend
import Muster.Ui

/*! Name, pinyin initials, the end of a phone number, a company or a code: one field finds them all. */
Field {
    id: root
    objectName: "searchField"

    /*! Begins a search with a key that was typed elsewhere; true if it is a letter. */
    function begin(letters: string): bool {
        root.forceActiveFocus();
        root.insert(root.length, letters);
        Greeter.query = root.text;
        return letters !== "";
    }

    text: Greeter.query
    sign: "search"
    //: Placeholder of the greeter's search field.
    placeholderText: qsTr("Name, phone, code")
    maximumLength: 80
    onTextEdited: Greeter.query = text
    onAccepted: Greeter.doPrimary()
}
