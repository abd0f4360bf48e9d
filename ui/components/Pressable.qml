// Whatever can be pressed: by finger (down and up inside), by key, by an assistive device.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Block {
    id: pressable

    property string spoken
    property string spokenMore: ""
    property int kind: Accessible.Button
    // What cannot be done now stays readable, says why, and is not pressed.
    property bool available: true
    property real corner: Theme.radius
    readonly property bool down: pressable.available && (touch.containsPress || pressable.keyDown)
    property bool keyDown: false

    signal activated

    function activate() {
        if (pressable.available)
            pressable.activated();
    }

    activeFocusOnTab: true
    Accessible.role: pressable.kind
    Accessible.name: pressable.spoken
    Accessible.description: pressable.spokenMore
    Accessible.focusable: true
    Accessible.onPressAction: pressable.activate()

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space) {
            event.accepted = true;
            if (!event.isAutoRepeat)
                pressable.keyDown = true;
        } else if (event.key === Qt.Key_Down) {
            event.accepted = true;
            pressable.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
        } else if (event.key === Qt.Key_Up) {
            event.accepted = true;
            pressable.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason);
        }
    }
    Keys.onReleased: event => {
        if (!event.isAutoRepeat && pressable.keyDown && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space)) {
            event.accepted = true;
            pressable.keyDown = false;
            pressable.activate();
        }
    }
    onActiveFocusChanged: {
        if (!pressable.activeFocus)
            pressable.keyDown = false;
    }

    MouseArea {
        id: touch
        anchors.fill: parent
        onPressed: pressable.forceActiveFocus(Qt.MouseFocusReason)
        onClicked: pressable.activate()
    }

    Loader {
        active: pressable.activeFocus && Theme.keyboardUsed
        anchors.fill: parent
        z: 10
        sourceComponent: FocusRing {
            around: pressable.corner
        }
    }
}
