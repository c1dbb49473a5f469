import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! The two things that are always in reach: the language, and a person. */
RowLayout {
    spacing: Theme.gap

    LanguageSwitch { size: Theme.touchTall }
    Item { Layout.fillWidth: true }
    StaffBell {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.giant * 3
        Layout.preferredWidth: Theme.giant * 3
        Layout.preferredHeight: Theme.touchTall
        isFitted: true
    }
}
