// A card that slides onto the reader or off it, three times at most, then rests above: it shows what to do.
import QtQuick
import Kiosk

Item {
    id: laying

    // True lifts the card off instead.
    property bool lifts: false
    // Height of the card above its place on the reader, in the drawing's units.
    readonly property real above: 292
    property real way: 0

    Scene {
        id: scene
        art: laying.lifts ? "reader-taking" : "reader-waiting"
        most: 0.9
        anchors.fill: parent

        Image {
            id: card
            readonly property rect box: Art.box("card-flat")
            readonly property real unit: scene.drawing.unit

            width: card.box.width * card.unit
            height: card.box.height * card.unit
            x: (card.box.x - scene.drawing.box.x) * card.unit
            // In place its upper edge is 8 units above the dashed field.
            y: (card.box.y + 142 - laying.above * (1 - laying.way)) * card.unit
            source: card.unit > 0.02 ? "image://art/card-flat?" + Theme.contrast + ",," : ""
            sourceSize: Qt.size(Math.ceil(width), Math.ceil(height))
            Accessible.ignored: true
        }
    }
    SequentialAnimation {
        running: Theme.motion && laying.visible
        loops: 3
        onStopped: laying.way = 0

        PropertyAction {
            target: laying
            property: "way"
            value: laying.lifts ? 1 : 0
        }
        PauseAnimation {
            duration: 1200
        }
        NumberAnimation {
            target: laying
            property: "way"
            to: laying.lifts ? 0 : 1
            duration: 900
            easing.type: Easing.InOutQuad
        }
        PauseAnimation {
            duration: 2000
        }
    }
}
