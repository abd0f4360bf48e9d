// One text to type that is a screen's whole matter: its field, and the keyboard below it.
import QtQuick
import Kiosk

Block {
    id: block

    property string label
    property string value
    property int most: 254
    // What is typed: a kind of Keyboard.
    property string keys: "letters"
    property string help: ""
    property string problem: ""
    // Height there is for field and keyboard, in pixels.
    property real room: 0
    signal edited(text: string)

    // With the smallest keys.
    readonly property real leastHeight: written.fieldHeight + Theme.gap + written.leastKeyboard

    implicitHeight: written.implicitHeight

    WrittenRow {
        id: written
        anchors.fill: parent
        given: ({
                scope: "typed",
                value: block.value,
                most: block.most,
                keys: block.keys,
                unit: "",
                offers: [],
                alone: true
            })
        label: block.label
        help: block.help
        problem: block.problem
        writing: true
        lines: Theme.landscape && Theme.crowded ? 1 : 3
        room: block.room
        onEdited: text => block.edited(text)
    }
}
