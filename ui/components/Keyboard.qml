// The terminal's own keyboard, German or English: it types where its owner says, and never takes the focus from there.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Block {
    id: keyboard

    // What is typed: letters, street, email, iban, digits, decimal, phone. KeyLayouts knows the keys of each.
    property string kind: "letters"
    property string language: Qt.uiLanguage
    // Nothing is written yet: a name or a sentence begins with a capital.
    property bool atStart: false
    // For passwords: no capital by itself, and a second layer with every sign of a German keyboard.
    property bool everySign: false
    // Whole words above the keys, offered for what is typed so far; only where streets are typed.
    property list<string> offers: []
    // What is known because of what is typed; it stands where the offers stood. And how much is typed.
    property string found: ""
    property int lettersTyped: 0
    property bool capital: keyboard.begins
    readonly property bool begins: keyboard.atStart && (layouts.kind === "letters" || layouts.kind === "street")
    // Height there is for it, in pixels; its keys shrink with it as far as fingers allow.
    property real room: 0
    readonly property real leastKey: 12.7 * Theme.mm
    property real mostKey: (Theme.landscape ? 15 : 19) * Theme.mm
    readonly property real leastHeight: layouts.rows * keyboard.leastKey + (layouts.rows - 1) * keyboard.gap
    readonly property real keyHeight: Math.max(keyboard.leastKey, Math.min(keyboard.mostKey, (keyboard.room - (layouts.rows - 1) * keyboard.gap) / layouts.rows))
    signal typed(letter: string)
    signal deleted
    signal picked(word: string)

    readonly property real gap: (Theme.landscape ? 2.5 : 2.7) * Theme.mm
    readonly property int columns: layouts.columns
    readonly property real keyWidth: (keyboard.width - (keyboard.columns - 1) * keyboard.gap) / keyboard.columns
    // Every key of the layer that is shown: its name, and where it stands in columns and rows.
    readonly property var keys: {
        const words = layouts.kind === "street" && layouts.layer === 0 ? keyboard.offers.slice(0, 2) : [];
        // Behind the others: a key that has the focus keeps its place when offers come and go.
        return [...layouts.keys, ...words.map((word, index) => layouts.key("word:" + word, 0, index * layouts.columns / 2, layouts.columns / 2))];
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
        return keyboard.capital && letter.length === 1 && letter !== "ß" && letter !== "µ" ? letter.toUpperCase() : letter;
    }
    function press(name: string) {
        if (name.startsWith("word:")) {
            keyboard.picked(name.slice(5));
            return;
        }
        switch (name) {
        case "shift":
            keyboard.capital = !keyboard.capital;
            break;
        case "layer":
            keyboard.turnLayer();
            break;
        case "delete":
            keyboard.deleted();
            keyboard.capital = keyboard.begins;
            break;
        default:
            keyboard.typed(keyboard.shown(name));
            keyboard.capital = false;
        }
    }
    // The key that turns the layer keeps the focus, wherever it stands among the others.
    function turnLayer() {
        const focused = repeater.itemAt(keyboard.here)?.activeFocus ?? false;
        layouts.layer = (layouts.layer + 1) % layouts.turns.length;
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

    implicitHeight: keyboard.rowY(layouts.rows) - keyboard.gap

    KeyLayouts {
        id: layouts
        kind: keyboard.everySign ? "sign" : keyboard.kind
        language: keyboard.language
    }
    Words {
        visible: layouts.kind === "street" && layouts.layer === 0 && keyboard.offers.length === 0
        width: parent.width
        height: keyboard.keyHeight
        // One line, no higher than the keys that will be here.
        wantedPx: Math.min(Theme.bodyPx, Math.floor(keyboard.keyHeight * 0.7))
        tightness: 1.15
        text: keyboard.found !== "" ? keyboard.found : keyboard.lettersTyped < 2 ?
        //: In place of the names of streets that the keyboard offers, while too little is typed. One short line.
        qsTr("Type the first letters.") :
        //: In place of the names of streets that the keyboard offers, where none is like what was typed. One short line.
        qsTr("Please type the whole name.")
        color: keyboard.found !== "" ? Theme.ink : Theme.inkSoft
        font.weight: keyboard.found !== "" ? Font.Bold : Font.Normal
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }

    Repeater {
        id: repeater
        model: keyboard.keys.length

        TypeKey {
            id: key

            required property int index
            // Undefined for a key that is about to go.
            readonly property var place: keyboard.keys[key.index]
            readonly property string name: key.place?.name ?? ""

            // A whole word that this key offers.
            readonly property string word: key.name.startsWith("word:") ? key.name.slice(5) : ""

            objectName: key.word !== "" ? key.name : "key:" + (key.name.length === 1 && key.name !== " " ? key.label : key.name)
            label: {
                switch (key.name) {
                case "shift":
                case "delete":
                    return "";
                case "layer":
                    return layouts.turns[layouts.layer] ?? "";
                case " ":
                    //: The wide key of the on-screen keyboard that makes a space between words.
                    return qsTr("Space");
                default:
                    return key.word !== "" ? key.word : keyboard.shown(key.name);
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
                    return layouts.layer === layouts.turns.length - 1 ?
                    //: Spoken for the key of the on-screen keyboard that shows the letters again.
                    qsTr("Letters") : keyboard.everySign ?
                    //: Spoken for the key of the on-screen keyboard that shows signs such as ? and !.
                    qsTr("Signs") :
                    //: Spoken for the key of the on-screen keyboard that shows letters such as é and ł.
                    qsTr("Letters with accents");
                default:
                    return key.label;
                }
            }
            lit: key.name === "shift" && keyboard.capital
            whole: key.word !== ""
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
