// The layout of every scene in which one short text is typed: letters on the keyboard, figures on the pad.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Frame {
    id: screen

    property string label
    property string value
    property string problem: ""
    property int most: 120
    // True for figures alone.
    property bool digital: false
    // Names begin with a capital, numbers and addresses do not.
    property bool capitals: false
    // The keyboard has the sign of e-mail addresses.
    property bool everySign: false
    signal edited(text: string)

    property TextEntry entry: null
    readonly property real entryRoom: ground.present ? ground.implicitHeight + Theme.gap : 0
    readonly property real keysLeast: screen.digital ? 4 * 14 * Theme.mm + 3 * pad.gap : keyboard.leastHeight

    skyShare: screen.digital ? 0.5 : 0.42
    sceneLeast: 36
    whole: screen.entryRoom + screen.keysLeast
    extra: Theme.landscape ? field : null
    scene: Scene {
        art: "scene-form"
    }

    Block {
        id: ground
        present: !Theme.landscape
        implicitHeight: here.height

        Loader {
            id: here
            width: parent.width
            active: ground.present
            sourceComponent: field
        }
    }
    PinPad {
        id: pad
        present: screen.digital
        keyHeight: Math.max(14 * Theme.mm, Math.min(26 * Theme.mm, (screen.onePageRoom - screen.entryRoom - 3 * gap - 1) / 4))
        onPressed: digit => screen.entry.type(String(digit))
        onDeleted: screen.entry.deleteLast()
        onCleared: screen.edited("")
    }
    Keyboard {
        id: keyboard
        present: !screen.digital
        everySign: screen.everySign
        atStart: screen.capitals && screen.entry !== null && screen.entry.atStart
        room: screen.onePageRoom - screen.entryRoom
        onTyped: letter => screen.entry.type(letter)
        onDeleted: screen.entry.deleteLast()
    }

    Component {
        id: field
        Item {
            implicitHeight: box.y + box.height

            TextEntry {
                id: box
                name: "typed"
                y: Theme.landscape ? 3 * Theme.mm : 0
                width: parent.width
                height: implicitHeight
                label: screen.label
                value: screen.value
                problem: screen.problem
                most: screen.most
                writing: true
                onEdited: text => screen.edited(text)
                Component.onCompleted: {
                    screen.entry = box;
                    box.use();
                }
            }
        }
    }
}
