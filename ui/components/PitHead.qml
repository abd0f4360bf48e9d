// The pit head of the start screen; its rope reaches down to the button, its wheels turn a quarter once.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Item {
    id: pit

    // How far the rope reaches below the horizon, in pixels.
    property real rope: 0
    readonly property rect box: Art.box("pithead")
    // True turns the wheels once when the drawing comes to be seen; `turned` goes from 0 to 1 meanwhile.
    property bool greets: false
    property real turned: 1
    readonly property bool seen: pit.Window.visibility > Window.Hidden
    // The horizon in the drawing, in its own units.
    readonly property real floor: 610
    readonly property real unit: Math.min(pit.width / pit.box.width, pit.height / pit.floor)
    readonly property real drawnHeight: pit.floor * pit.unit

    function greet() {
        if (pit.greets && pit.seen && Theme.motion)
            turning.start();
    }

    onSeenChanged: pit.greet()
    Component.onCompleted: pit.greet()

    NumberAnimation {
        id: turning
        target: pit
        property: "turned"
        from: 0
        to: 1
        duration: 600
        easing.type: Easing.InOutQuad
    }
    Item {
        width: pit.box.width * pit.unit
        height: pit.floor * pit.unit
        clip: true
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom

        Image {
            width: parent.width
            height: pit.box.height * pit.unit
            source: pit.unit > 0.05 ? "image://art/pithead?" + Theme.contrast + ",," : ""
            sourceSize: Qt.size(Math.ceil(width), Math.ceil(height))
            Accessible.ignored: true
        }
        // Both ropes go down: the wheels turn towards each other.
        Repeater {
            model: [420, 564]

            Image {
                required property int modelData
                required property int index

                width: 108 * pit.unit
                height: width
                x: (modelData - 54 - pit.box.x) * pit.unit
                y: (62 - pit.box.y) * pit.unit
                rotation: (1 - pit.turned) * (index === 0 ? -90 : 90)
                source: pit.unit > 0.05 ? "image://art/pithead-spokes?" + Theme.contrast + ",," : ""
                sourceSize: Qt.size(Math.ceil(width), Math.ceil(height))
                Accessible.ignored: true
            }
        }
    }
    // The hills go on beyond the drawing.
    Repeater {
        model: [-1, 1]

        Image {
            required property int modelData

            visible: pit.unit > 0.05
            mirror: true
            width: pit.box.width * pit.unit
            height: 120 * pit.unit
            x: (pit.width - width) / 2 + modelData * width
            y: pit.height - height
            source: pit.unit > 0.05 ? "image://art/hills?" + Theme.contrast + ",," : ""
            sourceSize: Qt.size(Math.ceil(width), Math.ceil(height))
            Accessible.ignored: true
        }
    }
    Repeater {
        model: [482, 502]

        Rectangle {
            required property int modelData

            x: pit.width / 2 + (modelData - 492) * pit.unit - width / 2
            y: pit.height
            width: Math.max(1, 5.6 * pit.unit)
            height: pit.rope
            color: Theme.ink
        }
    }
}
