// Three squares that fill one by one: the terminal is at work.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Row {
    id: squares

    property int filled: Theme.motion ? 0 : 2

    spacing: 2.8 * Theme.mm

    Timer {
        interval: 1000
        running: Theme.motion && squares.visible
        repeat: true
        onTriggered: squares.filled = (squares.filled + 1) % 4
    }
    Repeater {
        model: 3

        Rectangle {
            required property int index

            width: 5.4 * Theme.mm
            height: width
            color: index < squares.filled ? Theme.lamp : Theme.surface
            border.width: Math.max(1, 0.8 * Theme.mm)
            border.color: Theme.ink
        }
    }
}
