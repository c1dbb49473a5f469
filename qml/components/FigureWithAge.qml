import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! A living figure, what it counts, and its age once it is not fresh. */
ColumnLayout {
    id: root
    required property string value
    required property string label
    property string beside
    property int ageSeconds: 0
    property int fontSize: Theme.display
    property color ink: Theme.colors.ink
    readonly property bool isStale: ageSeconds < 0 || ageSeconds >= 10

    spacing: 0
    Accessible.role: Accessible.StaticText
    Accessible.name: label + " " + value

    Label {
        text: root.label
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.body
        wrapMode: Text.NoWrap
    }
    RowLayout {
        spacing: Theme.grid
        Label {
            objectName: "figure"
            Layout.alignment: Qt.AlignBaseline
            text: root.value
            color: root.ink
            opacity: root.isStale ? Theme.quiet : 1
            font.pixelSize: root.fontSize
            font.bold: true
            lineHeight: 1
            wrapMode: Text.NoWrap
        }
        Label {
            Layout.alignment: Qt.AlignBaseline
            visible: text !== ""
            text: root.beside
            color: Theme.colors.inkSoft
            font.pixelSize: Math.max(Theme.caption, Math.min(Theme.title, root.fontSize / 2))
            wrapMode: Text.NoWrap
        }
        Age {
            Layout.alignment: Qt.AlignBaseline
            seconds: root.ageSeconds
        }
        Item { Layout.fillWidth: true }  // Takes the rest of a wide place.
    }
}
