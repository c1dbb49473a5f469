import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! One of four judgements. */
BigButton {
    Layout.fillWidth: true
    Layout.preferredWidth: Theme.lineMax / 2
    implicitHeight: Theme.touch
    tint: Theme.colors.sunken
}
