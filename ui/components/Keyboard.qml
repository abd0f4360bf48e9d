// The terminal's own keyboard, German or English; it types into one TextEntry and never takes its focus.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Block {
    id: keyboard

    required property TextEntry entry
    // BCP 47 code of the language spoken. Every layout has the German letters: German is what is typed.
    property string language: Qt.uiLanguage
    property bool capital: keyboard.entry.atStart
    property real keyHeight: (Theme.landscape ? 14 : 19) * Theme.mm
    readonly property list<string> letters: keyboard.language === "de" ? ["1234567890ß", "qwertzuiopü", "asdfghjklöä", "yxcvbnm"] : ["1234567890ß", "qwertyuiopü", "asdfghjklöä", "zxcvbnm"]
    readonly property list<string> signs: ["-", ",", ".", "/", "&"]
    // How many of the signs stand before the space.
    readonly property int signsBefore: 2
    readonly property real gap: (Theme.landscape ? 2.5 : 2.7) * Theme.mm
    readonly property int columns: keyboard.letters[0].length
    readonly property real keyWidth: (keyboard.width - (keyboard.columns - 1) * keyboard.gap) / keyboard.columns

    // Left to right in every language: the letters are Latin.
    function columnX(column: real): real {
        return column * (keyboard.keyWidth + keyboard.gap);
    }
    function span(columns: real): real {
        return columns * (keyboard.keyWidth + keyboard.gap) - keyboard.gap;
    }
    function rowY(row: int): real {
        return row * (keyboard.keyHeight + keyboard.gap);
    }
    function shown(letter: string): string {
        return keyboard.capital && letter !== "ß" ? letter.toUpperCase() : letter;
    }
    function put(letter: string) {
        keyboard.entry.type(letter);
        keyboard.capital = false;
    }

    implicitHeight: keyboard.rowY(5) - keyboard.gap

    Repeater {
        model: keyboard.letters

        Item {
            id: line

            required property int index
            required property string modelData
            readonly property real start: (keyboard.columns - line.modelData.length) / 2

            width: keyboard.width
            height: keyboard.keyHeight
            y: keyboard.rowY(line.index)

            Repeater {
                model: line.modelData.length

                TypeKey {
                    id: key

                    required property int index

                    objectName: "key:" + key.label
                    label: keyboard.shown(line.modelData.charAt(key.index))
                    width: keyboard.keyWidth
                    height: line.height
                    x: keyboard.columnX(line.start + key.index)
                    onActivated: keyboard.put(key.label)
                }
            }
        }
    }
    TypeKey {
        objectName: "key:shift"
        icon: "icon-shift"
        lit: keyboard.capital
        //: Spoken for the key that makes the next letter a capital.
        spoken: qsTr("Capital letter")
        width: keyboard.span((keyboard.columns - keyboard.letters[3].length) / 2)
        height: keyboard.keyHeight
        y: keyboard.rowY(3)
        onActivated: keyboard.capital = !keyboard.capital
    }
    TypeKey {
        objectName: "key:delete"
        icon: "icon-del"
        //: Spoken for the key that takes back the last letter.
        spoken: qsTr("Delete")
        width: keyboard.span((keyboard.columns - keyboard.letters[3].length) / 2)
        height: keyboard.keyHeight
        x: keyboard.width - width
        y: keyboard.rowY(3)
        onActivated: {
            keyboard.entry.deleteLast();
            keyboard.capital = keyboard.entry.atStart;
        }
    }
    Repeater {
        model: keyboard.signs

        TypeKey {
            id: sign

            required property int index
            required property string modelData

            objectName: "key:" + sign.label
            label: sign.modelData
            width: keyboard.keyWidth
            height: keyboard.keyHeight
            x: keyboard.columnX(sign.index < keyboard.signsBefore ? sign.index : keyboard.columns - keyboard.signs.length + sign.index)
            y: keyboard.rowY(4)
            onActivated: keyboard.put(sign.label)
        }
    }
    TypeKey {
        objectName: "key: "
        //: The wide key of the on-screen keyboard that makes a space between words.
        label: qsTr("Space")
        width: keyboard.span(keyboard.columns - keyboard.signs.length)
        height: keyboard.keyHeight
        x: keyboard.columnX(keyboard.signsBefore)
        y: keyboard.rowY(4)
        onActivated: keyboard.put(" ")
    }
}
