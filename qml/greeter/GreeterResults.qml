pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Muster.Backend
import Muster.Ui

/*! Who it may be. The best match is on top. */
ColumnLayout {
    id: root
    readonly property bool isChoosing: Greeter.mode === Greeter.Choosing
    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        visible: text !== ""
        font.pixelSize: Theme.title
        font.bold: true
        text: Greeter.primary === Greeter.RegisterAnyway
              //: A walk-in's phone number is on the list already; these are the guests who have it.
              ? qsTr("This phone number is known. Is it one of them?")
              : root.isChoosing
                //: The scanned code belongs to several guests.
                ? qsTr("Which of them is it?")
                : Greeter.results.count === 0 && !Greeter.isSearching
                  //: The search found nobody. The next lines say what to do.
                  ? qsTr("Nobody found") : ""
    }
    Label {
        Layout.fillWidth: true
        visible: !root.isChoosing && Greeter.results.count === 0 && !Greeter.isSearching
        color: Theme.colors.inkSoft
        font.pixelSize: Theme.title
        //: What a greeter does when the search found nobody.
        text: qsTr("Try fewer letters or the last four digits of the phone, or register a walk-in.")
    }
    ListView {
        id: list
        objectName: "results"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        spacing: Theme.grid
        boundsBehavior: Flickable.StopAtBounds
        model: Greeter.results
        delegate: GuestCard {
            required property string key
            required property int index
            isNext: index === 0 && Greeter.primary === Greeter.PickFirst
            width: list.width
            onClicked: Greeter.pick(key)
        }
    }
}
