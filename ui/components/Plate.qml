// The white card behind an answer, in its states: at rest, pressed, selected, not available.
import QtQuick
import Kiosk

Item {
    id: plate

    property bool down: false
    property bool selected: false
    property bool available: true
    property color rest: Theme.surface
    property real corner: Theme.radius

    Rectangle {
        anchors.fill: parent
        visible: plate.available
        radius: plate.corner
        color: plate.down ? Theme.pressed : plate.selected && !Theme.plain ? Theme.sky : plate.rest
        border.width: plate.selected || plate.down ? Theme.strong : Theme.control
        border.color: plate.selected || plate.down ? Theme.ink : Theme.line
    }
    Rectangle {
        anchors.fill: parent
        visible: !plate.available
        radius: plate.corner
        color: Theme.disabledGround
    }
    DashedFrame {
        anchors.fill: parent
        visible: !plate.available
        corner: plate.corner
    }
}
