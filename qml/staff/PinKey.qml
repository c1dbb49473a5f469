import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! One key of the PIN pad. */
BigButton {
    objectName: "pin" + text
    Layout.preferredWidth: Theme.touchTall * 1.5
    Layout.preferredHeight: Theme.touchTall
    fontSize: Theme.headline
}
