import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! 中文 | English: each in its own language, the chosen one filled. */
RowLayout {
    id: root
    property int size: Theme.touch
    spacing: Theme.grid

    BigButton {
        objectName: "chinese"
        Layout.preferredHeight: root.size
        Layout.preferredWidth: root.size * 1.6
        text: "中文"
        fontSize: root.size * 0.3
        tint: Settings.isChinese ? Theme.colors.ink : Theme.colors.sunken
        ink: Settings.isChinese ? Theme.colors.surface : Theme.colors.ink
        onClicked: Settings.language = "zh"
    }
    BigButton {
        objectName: "english"
        Layout.preferredHeight: root.size
        Layout.preferredWidth: root.size * 1.6
        text: "English"
        fontSize: root.size * 0.3
        tint: Settings.isChinese ? Theme.colors.sunken : Theme.colors.ink
        ink: Settings.isChinese ? Theme.colors.ink : Theme.colors.surface
        onClicked: Settings.language = "en"
    }
}
