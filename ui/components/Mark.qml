// The sign of a choice: round for one of several, square for any number, filled with a check when chosen.
import QtQuick
import Kiosk

Rectangle {
    id: mark

    property bool chosen: false
    property bool round: true
    property bool down: false

    width: 11 * Theme.mm
    height: 11 * Theme.mm
    radius: mark.round ? width / 2 : 2 * Theme.mm
    color: mark.chosen ? (mark.down ? Theme.pressedText : Theme.ink) : mark.down && Theme.plain ? Theme.pressedText : Theme.surface
    border.width: Math.max(1, 0.8 * Theme.mm)
    border.color: mark.down ? Theme.pressedText : Theme.ink

    Icon {
        visible: mark.chosen
        name: "icon-check"
        ink: mark.down ? "pressed" : "surface"
        size: 7.5 * Theme.mm
        anchors.centerIn: parent
    }
}
