import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! One setting of several in a row, all equally wide; the one in force is filled and ticked. */
ChoiceButton {
    Layout.fillWidth: true
    Layout.preferredWidth: Theme.touch
    Layout.preferredHeight: Theme.touch
    fontSize: Theme.title
}
