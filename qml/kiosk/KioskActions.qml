import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! The two things that are always in reach: the language, and a person. */
RowLayout {
    spacing: Theme.gap

    LanguageSwitch { size: Theme.touchTall }
    Item { Layout.fillWidth: true }
    StaffBell { Layout.preferredHeight: Theme.touchTall }
}
