import QtQuick
import Muster.Backend
import Muster.Ui

/*! Who works at this device; amber as long as nobody said. */
BigButton {
    id: root
    objectName: "workerButton"
    visible: Worker.isOffered
    /*! No room for the name: the sign alone, and whether somebody signed on. */
    property bool isCompact: false
    isFitted: true
    implicitWidth: isCompact ? implicitHeight : Theme.touch * 2.6
    fontSize: Theme.body
    sign: "person"
    tint: Worker.code === "" ? Theme.colors.amberGround : Theme.colors.sunken
    ink: Worker.code === "" ? Theme.colors.soot : Theme.colors.ink
    //: Button in the bar of a staff device: nobody has said yet who works here.
    text: isCompact ? "" : Worker.code === "" ? qsTr("Sign on") : Worker.name
    Accessible.name: Worker.code === "" ? qsTr("Sign on")
                     //: Spoken name of the button with who works at this device. %1 is a name.
                     : qsTr("%1 works here; change").arg(Worker.name)
    onClicked: Worker.ask()
}
