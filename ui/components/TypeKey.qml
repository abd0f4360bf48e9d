// One key of the on-screen keyboard: touched, it leaves the focus where the text goes; by keys it is reached as well.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Item {
    id: key

    property string label: ""
    property string icon: ""
    property string spoken: key.label
    property bool lit: false
    // A word that was not typed letter by letter; it may be long.
    property bool whole: false
    readonly property bool down: touch.containsPress
    signal activated
    // By arrow keys: so many keys across, so many rows down.
    signal moved(across: int, down: int)

    Accessible.role: Accessible.Button
    Accessible.name: key.spoken
    Accessible.focusable: true
    Accessible.onPressAction: key.activated()

    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space)
            key.activated();
        else if (event.key === Qt.Key_Left || event.key === Qt.Key_Right)
            key.moved(event.key === Qt.Key_Left ? -1 : 1, 0);
        else if (event.key === Qt.Key_Up || event.key === Qt.Key_Down)
            key.moved(0, event.key === Qt.Key_Up ? -1 : 1);
        else
            event.accepted = false;
    }

    Plate {
        anchors.fill: parent
        down: key.down
        selected: key.lit
        corner: 2.4 * Theme.mm
    }
    Words {
        visible: key.icon === ""
        wantedPx: key.whole ? Math.min(Theme.bodyPx, key.height * 0.42) : key.label.length > 1 ? Theme.barPx : Math.min(Theme.answerPx, key.width * 0.62)
        width: key.whole ? key.width - 5 * Theme.mm : implicitWidth
        fits: key.whole
        tightness: 1.1
        font.weight: Font.DemiBold
        wrapMode: key.whole ? Text.Wrap : Text.NoWrap
        horizontalAlignment: key.whole ? Text.AlignHCenter : Text.AlignLeft
        text: key.label
        color: key.down ? Theme.pressedText : Theme.ink
        anchors.centerIn: parent
    }
    Icon {
        visible: key.icon !== ""
        name: key.icon
        ink: key.down ? "onPressed" : ""
        fill: key.down && Theme.plain ? "pressed" : ""
        size: 10 * Theme.mm
        anchors.centerIn: parent
    }
    MouseArea {
        id: touch
        anchors.fill: parent
        onClicked: key.activated()
    }
    Loader {
        active: key.activeFocus && Theme.keyboardUsed
        anchors.fill: parent
        z: 10
        sourceComponent: FocusRing {
            around: 2.4 * Theme.mm
        }
    }
}
