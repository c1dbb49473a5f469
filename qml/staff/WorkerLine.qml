import QtQuick
import Muster.Ui

/*! One of the staff who may work at this device. */
DayLine {
    id: root
    required property string key
    required property string name
    required property string company
    required property bool isHere
    required property bool hasPin

    objectName: "worker-" + key
    isPlain: true
    sign: "person"
    title: name
    detail: company === "" ? key : key + " · " + company
    isSelected: isHere
    //: Mark of a member of staff of whom a PIN is asked.
    mark: hasPin ? qsTr("PIN") : ""
    //: Beside a member of staff: works at this device.
    beside: isHere ? qsTr("here") : ""
}
