import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! One key of the pad for heads. */
BigButton {
    objectName: "head" + text
    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: Theme.touch
    Layout.preferredHeight: Theme.touchTall
    fontSize: Theme.display
}
