// The big button that hangs on the rope of the pit head: always lit.
import QtQuick
import Kiosk

Item {
    id: hanging

    property alias label: button.label
    property alias icon: button.icon
    signal activated

    implicitWidth: button.implicitWidth
    implicitHeight: Math.max((Theme.landscape ? 28 : 37) * Theme.mm, button.implicitHeight)

    onActiveFocusChanged: {
        if (hanging.activeFocus)
            button.forceActiveFocus();
    }

    FocusRing {
        around: button.corner
    }
    PrimaryButton {
        id: button
        objectName: "primary"
        anchors.fill: parent
        size: Math.round(Theme.answerPx * 1.3)
        onActivated: hanging.activated()
    }
}
