import QtQuick
import QtQuick.Layouts
import Muster.Ui

/*! One of the smaller acts of a counter; all of one size. */
BigButton {
    /*! What usually comes next while it can be done. */
    property bool isUsual: false

    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: Theme.touch * 2
    isFitted: true
    fontSize: Theme.headline
    tint: isUsual && enabled ? Theme.brandGround : Theme.colors.sunken
    ink: isUsual && enabled ? Theme.colors.paper : Theme.colors.ink
}
