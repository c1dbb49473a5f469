import QtQuick
import Muster.Ui

/*! A task is done: what shows it? */
ReasonDialog {
    tint: Theme.colors.greenGround
    //: Dialog: a task is done, with a word on what shows it.
    detail: qsTr("Done – what shows it?")
    //: Placeholder of the field for what shows that a task is done.
    hint: qsTr("Photograph, signature, number …")
    //: Button: a task is done.
    actText: qsTr("Done")
}
