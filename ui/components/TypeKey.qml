// One key of the on-screen keyboard: it leaves the focus where the text goes.
import QtQuick
import Kiosk

Item {
    id: key

    property string label: ""
    property string icon: ""
    property string spoken: key.label
    property bool lit: false
    readonly property bool down: touch.containsPress
    signal activated

    Accessible.role: Accessible.Button
    Accessible.name: key.spoken
    Accessible.onPressAction: key.activated()

    Plate {
        anchors.fill: parent
        down: key.down
        selected: key.lit
        corner: 2.4 * Theme.mm
    }
    Words {
        visible: key.icon === ""
        wantedPx: key.label.length > 1 ? Theme.barPx : Math.min(Theme.answerPx, key.width * 0.62)
        font.weight: Font.DemiBold
        wrapMode: Text.NoWrap
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
}
