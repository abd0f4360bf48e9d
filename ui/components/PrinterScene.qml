// The printer with its tray; the paper comes out once and lies there.
import QtQuick
import Kiosk

Scene {
    id: scene

    // A slip is torn off, anything else is a whole sheet.
    property bool torn: false
    // The slip is about an appointment, not about money.
    property bool ticket: false
    // How much of the paper is out, from 0 to 1.
    property real out: 1
    readonly property real unit: scene.drawing.unit
    readonly property rect box: scene.drawing.box
    // The middle of the slot and the end of the paper, in units of the drawing.
    readonly property real slot: 104
    readonly property real end: 306

    function feed() {
        if (Theme.motion)
            feeding.start();
    }

    art: "printer"

    Item {
        y: scene.slot * scene.unit
        width: scene.box.width * scene.unit
        height: (scene.box.height - scene.slot) * scene.unit
        clip: true

        Picture {
            name: !scene.torn ? "printer-sheet" : scene.ticket ? "printer-ticket-sheet" : "printer-slip-sheet"
            width: parent.width
            height: scene.box.height * scene.unit
            y: -scene.slot * scene.unit - (1 - scene.out) * (scene.end - scene.slot) * scene.unit
        }
    }
    NumberAnimation {
        id: feeding
        target: scene
        property: "out"
        from: 0.08
        to: 1
        duration: 900
        easing.type: Easing.OutQuad
    }
}
