// The terminal's own keyboard, German or English: it types where its owner says, and never takes the focus from there.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Block {
    id: keyboard

    // BCP 47 code of the language spoken. Every layout has the German letters: German is what is typed.
    property string language: Qt.uiLanguage
    // Nothing is written yet: a name or a sentence begins with a capital.
    property bool atStart: false
    // For passwords: no capital by itself, and a second layer with every sign of a German keyboard.
    property bool everySign: false
    property bool capital: keyboard.atStart && !keyboard.everySign
    property bool signing: false
    // Height there is for it, in pixels; its keys shrink with it as far as fingers allow.
    property real room: 0
    readonly property real leastKey: 12.7 * Theme.mm
    property real mostKey: (Theme.landscape ? 15 : 19) * Theme.mm
    readonly property real leastHeight: 5 * keyboard.leastKey + 4 * keyboard.gap
    readonly property real keyHeight: Math.max(keyboard.leastKey, Math.min(keyboard.mostKey, (keyboard.room - 4 * keyboard.gap) / 5))
    signal typed(letter: string)
    signal deleted

    readonly property list<string> letters: keyboard.language === "de" ? ["1234567890ß", "qwertzuiopü", "asdfghjklöä", "yxcvbnm"] : ["1234567890ß", "qwertyuiopü", "asdfghjklöä", "zxcvbnm"]
    readonly property list<string> signs: ["!\"§$%&/()=?", "+*~#'^°´`", "{[]}\\<>|€", ",;:²³µ"]
    readonly property real gap: (Theme.landscape ? 2.5 : 2.7) * Theme.mm
    readonly property int columns: keyboard.letters[0].length
    readonly property real keyWidth: (keyboard.width - (keyboard.columns - 1) * keyboard.gap) / keyboard.columns
    // Every key of the layer that is shown: its name, and where it stands in columns and rows.
    readonly property var keys: {
        const made = [];
        const add = (name, row, column, span) => made.push({
                "name": name,
                "row": row,
                "column": column,
                "span": span
            });
        (keyboard.signing ? keyboard.signs : keyboard.letters).forEach((line, row) => {
            if (row === 3 && !keyboard.signing)
                add("shift", row, 0, 2);
            for (let i = 0; i < line.length; ++i)
                add(line.charAt(i), row, (keyboard.columns - line.length) / 2 + i, 1);
            if (row === 3)
                add("delete", row, keyboard.columns - 2, 2);
        });
        let column = 0;
        for (const name of keyboard.everySign ? ["layer", "@", " ", ".", "-", "_"] : ["-", ",", " ", ".", "/", "&"]) {
            const span = name === " " ? (keyboard.everySign ? 5 : 6) : name === "layer" ? 2 : 1;
            add(name, 4, column, span);
            column += span;
        }
        return made;
    }
    // The one key that the focus comes to; arrow keys go on from there.
    property int here: 0

    // Left to right in every language: the letters are Latin.
    function columnX(column: real): real {
        return column * (keyboard.keyWidth + keyboard.gap);
    }
    function rowY(row: int): real {
        return row * (keyboard.keyHeight + keyboard.gap);
    }
    function shown(letter: string): string {
        return keyboard.capital && letter !== "ß" && letter !== "µ" ? letter.toUpperCase() : letter;
    }
    function press(name: string) {
        switch (name) {
        case "shift":
            keyboard.capital = !keyboard.capital;
            break;
        case "layer":
            keyboard.turnLayer();
            break;
        case "delete":
            keyboard.deleted();
            keyboard.capital = keyboard.atStart && !keyboard.everySign;
            break;
        default:
            keyboard.typed(keyboard.shown(name));
            keyboard.capital = false;
        }
    }
    // The key that turns the layer keeps the focus, wherever it stands among the others.
    function turnLayer() {
        const focused = repeater.itemAt(keyboard.here)?.activeFocus ?? false;
        keyboard.signing = !keyboard.signing;
        keyboard.here = keyboard.keys.findIndex(key => key.name === "layer");
        if (focused)
            repeater.itemAt(keyboard.here).forceActiveFocus(Qt.TabFocusReason);
    }
    // To the key beside, or the nearest one above or below; at the edge, out of the keyboard.
    function move(from: int, across: int, down: int) {
        const key = keyboard.keys[from];
        const middle = each => each.column + each.span / 2;
        let to = -1;
        keyboard.keys.forEach((each, index) => {
            const fits = across !== 0 ? index === from + across && each.row === key.row : each.row === key.row + down;
            if (fits && (to < 0 || Math.abs(middle(each) - middle(key)) < Math.abs(middle(keyboard.keys[to]) - middle(key))))
                to = index;
        });
        if (to >= 0) {
            keyboard.here = to;
            repeater.itemAt(to).forceActiveFocus(Qt.TabFocusReason);
        } else if (down !== 0) {
            repeater.itemAt(from).nextItemInFocusChain(down > 0).forceActiveFocus(Qt.TabFocusReason);
        }
    }

    implicitHeight: keyboard.rowY(5) - keyboard.gap

    Repeater {
        id: repeater
        model: keyboard.keys.length

        TypeKey {
            id: key

            required property int index
            // Undefined for a key that is about to go.
            readonly property var place: keyboard.keys[key.index]
            readonly property string name: key.place?.name ?? ""

            objectName: "key:" + (key.name.length === 1 && key.name !== " " ? key.label : key.name)
            label: {
                switch (key.name) {
                case "shift":
                case "delete":
                    return "";
                case "layer":
                    return keyboard.signing ? "abc" : "?!#";
                case " ":
                    //: The wide key of the on-screen keyboard that makes a space between words.
                    return qsTr("Space");
                default:
                    return keyboard.shown(key.name);
                }
            }
            icon: key.name === "shift" ? "icon-shift" : key.name === "delete" ? "icon-del" : ""
            spoken: {
                switch (key.name) {
                case "shift":
                    //: Spoken for the key that makes the next letter a capital.
                    return qsTr("Capital letter");
                case "delete":
                    //: Spoken for the key that takes back the last letter.
                    return qsTr("Delete");
                case "layer":
                    return keyboard.signing ?
                    //: Spoken for the key of the on-screen keyboard that shows the letters again.
                    qsTr("Letters") :
                    //: Spoken for the key of the on-screen keyboard that shows signs such as ? and !.
                    qsTr("Signs");
                default:
                    return key.label;
                }
            }
            lit: key.name === "shift" && keyboard.capital
            // Qt forbids to take it from a key that has the focus.
            activeFocusOnTab: key.index === keyboard.here || key.activeFocus
            width: (key.place?.span ?? 1) * (keyboard.keyWidth + keyboard.gap) - keyboard.gap
            height: keyboard.keyHeight
            x: keyboard.columnX(key.place?.column ?? 0)
            y: keyboard.rowY(key.place?.row ?? 0)
            onActivated: keyboard.press(key.name)
            onMoved: (across, down) => keyboard.move(key.index, across, down)
        }
    }
}
