// The terminal's own keyboard, German or English; it types into one TextEntry and never takes its focus.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Block {
    id: keyboard

    required property TextEntry entry
    // BCP 47 code of the language spoken.
    property string language: Qt.uiLanguage
    property bool capital: true
    readonly property list<string> letters: keyboard.language === "de" ? ["1234567890ß", "qwertzuiopü", "asdfghjklöä", "yxcvbnm-"] : ["1234567890", "qwertyuiop", "asdfghjkl'", "zxcvbnm-"]
    readonly property list<string> signs: [".", ",", "/", "&"]
    readonly property real gap: 2.7 * Theme.mm
    readonly property real keyHeight: (Theme.landscape ? 16 : 19) * Theme.mm
    readonly property real columns: keyboard.letters[0].length
    readonly property real keyWidth: (keyboard.width - (keyboard.columns - 1) * keyboard.gap) / keyboard.columns

    function rowY(row: int): real {
        return row * (keyboard.keyHeight + keyboard.gap);
    }
    function put(letter: string) {
        keyboard.entry.type(keyboard.capital ? letter.toLocaleUpperCase() : letter);
        keyboard.capital = false;
    }

    implicitHeight: 5 * keyboard.keyHeight + 4 * keyboard.gap
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Repeater {
        model: keyboard.letters

        Item {
            id: line

            required property int index
            required property string modelData
            readonly property bool last: line.index === 3
            readonly property real side: line.last ? (keyboard.width - line.modelData.length * (keyboard.keyWidth + keyboard.gap) + keyboard.gap - 2 * keyboard.gap) / 2 : 0

            width: keyboard.width
            height: keyboard.keyHeight
            y: keyboard.rowY(line.index)

            Repeater {
                model: line.modelData.length

                TypeKey {
                    required property int index
                    readonly property string letter: line.modelData.charAt(index)

                    label: keyboard.capital && letter !== "ß" ? letter.toUpperCase() : letter
                    width: keyboard.keyWidth
                    height: line.height
                    x: (line.last ? line.side + keyboard.gap : (keyboard.width - line.modelData.length * (keyboard.keyWidth + keyboard.gap) + keyboard.gap) / 2) + index * (keyboard.keyWidth + keyboard.gap)
                    onActivated: keyboard.put(letter)
                }
            }
            TypeKey {
                visible: line.last
                icon: "icon-shift"
                lit: keyboard.capital
                //: Spoken for the key that makes the next letter a capital.
                spoken: qsTr("Capital letter")
                width: line.side
                height: line.height
                onActivated: keyboard.capital = !keyboard.capital
            }
            TypeKey {
                visible: line.last
                icon: "icon-del"
                //: Spoken for the key that takes back the last letter.
                spoken: qsTr("Delete")
                width: line.side
                height: line.height
                x: line.width - line.side
                onActivated: {
                    keyboard.entry.deleteLast();
                    keyboard.capital = keyboard.entry.atStart;
                }
            }
        }
    }
    Repeater {
        model: keyboard.signs

        TypeKey {
            required property int index
            required property string modelData

            label: modelData
            width: keyboard.keyWidth
            height: keyboard.keyHeight
            x: (index < 2 ? index : keyboard.columns - 4 + index) * (keyboard.keyWidth + keyboard.gap)
            y: keyboard.rowY(4)
            onActivated: keyboard.put(modelData)
        }
    }
    TypeKey {
        //: The wide key of the on-screen keyboard that makes a space between words.
        label: qsTr("Space")
        width: keyboard.width - 4 * (keyboard.keyWidth + keyboard.gap)
        height: keyboard.keyHeight
        x: 2 * (keyboard.keyWidth + keyboard.gap)
        y: keyboard.rowY(4)
        onActivated: keyboard.entry.type(" ")
    }
}
