pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! So many of the touched kind went through a step; of numbered documents, which numbers. */
Tile {
    id: root
    readonly property bool isAny: Course.selectedMaterial !== ""
    readonly property bool isCounted: count.text.trim() !== ""
    readonly property string material: Course.selectedMaterial
    onMaterialChanged: {
        count.clear();
        who.clear();
    }

    component Act: BigButton {
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.touch
        implicitHeight: Theme.touchSmall
        isFitted: true
        enabled: root.isCounted
    }
    Label {
        objectName: "materialName"
        Layout.fillWidth: true
        font.pixelSize: root.isAny ? Theme.headline : Theme.title
        font.bold: root.isAny
        color: root.isAny ? Theme.colors.ink : Theme.colors.inkSoft
        //: No kind of thing is selected.
        text: root.isAny ? Course.materialName : qsTr("Touch a line to count things in or out.")
    }
    Field {
        id: count
        objectName: "materialCount"
        Layout.fillWidth: true
        visible: root.isAny
        maximumLength: 24
        placeholderText: Course.isMaterialNumbered
                         //: Placeholder of the field for numbers of documents.
                         ? qsTr("Numbers: 17 or 17-20")
                         //: Placeholder of the field for how many things.
                         : qsTr("How many")
    }
    MaterialWho {
        id: who
        Layout.fillWidth: true
        visible: root.isAny
        hasZone: !Course.isMaterialNumbered
    }
    GridLayout {
        Layout.fillWidth: true
        visible: root.isAny && !Course.isMaterialNumbered
        columns: 2
        columnSpacing: Theme.grid
        rowSpacing: Theme.grid
        Act {
            objectName: "arrived"
            //: Things: so many came to the site.
            text: qsTr("Arrived")
            onClicked: Course.moveMaterial(Course.Arrived, count.text, "", "")
        }
        Act {
            objectName: "issued"
            enabled: root.isCounted && who.isSaid
            //: Things: so many were given out.
            text: qsTr("Given out")
            onClicked: Course.moveMaterial(Course.Issued, count.text, who.staff, who.zone)
        }
        Act {
            objectName: "returned"
            //: Things: so many came back.
            text: qsTr("Back")
            onClicked: Course.moveMaterial(Course.Returned, count.text, who.staff, who.zone)
        }
        Act {
            objectName: "packed"
            //: Things: so many were packed.
            text: qsTr("Packed")
            onClicked: Course.moveMaterial(Course.Packed, count.text, "", "")
        }
        Act {
            objectName: "missing"
            //: Things: so many are lost.
            text: qsTr("Lost")
            onClicked: Course.moveMaterial(Course.Missing, count.text, who.staff, who.zone)
        }
        Act {
            objectName: "broken"
            //: Things: so many are broken.
            text: qsTr("Broken")
            onClicked: Course.moveMaterial(Course.Broken, count.text, who.staff, who.zone)
        }
    }
    GridLayout {
        Layout.fillWidth: true
        visible: root.isAny && Course.isMaterialNumbered
        columns: 2
        columnSpacing: Theme.grid
        rowSpacing: Theme.grid
        Act {
            objectName: "serialIssued"
            enabled: root.isCounted && who.isSaid
            text: qsTr("Given out")
            onClicked: Course.markSerials(Course.SerialIssued, count.text, "", who.staff)
        }
        Act {
            objectName: "serialUsed"
            //: Numbered documents: these were filled in.
            text: qsTr("Used")
            onClicked: Course.markSerials(Course.SerialUsed, count.text, "", who.staff)
        }
        Act {
            objectName: "serialReturned"
            text: qsTr("Back")
            onClicked: Course.markSerials(Course.SerialReturned, count.text, "", who.staff)
        }
        Act {
            objectName: "serialVoid"
            //: Numbered documents: these were spoilt. Asks why.
            text: qsTr("Void…")
            onClicked: why.open()
        }
    }
    MaterialHolders {
        Layout.fillWidth: true
        Layout.fillHeight: true
        onTaken: (staff, zone) => {
            who.staff = staff;
            who.zone = zone;
        }
    }
    ReasonDialog {
        id: why
        objectName: "serialVoidDialog"
        hasKeyboard: false
        //: Dialog: numbered documents were spoilt. %1 are their numbers.
        title: qsTr("Void %1?").arg(count.text)
        actText: qsTr("Void")
        onGiven: (words) => Course.markSerials(Course.SerialVoid, count.text, words, who.staff)
    }
}
