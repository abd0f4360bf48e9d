// A calendar date in three boxes, day, month and year, and the digits to fill them; left to right in every language.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Block {
    id: entry

    property string label
    // False where the question above says it already.
    property bool labelled: true
    // False where help and problem are said elsewhere.
    property bool hinted: true
    property string help: ""
    // What is wrong and how to put it right; empty when all is well.
    property string problem: ""
    // The digits of day, month and year as they are typed.
    property string day: ""
    property string month: ""
    property string year: ""
    // Whether the digits are shown.
    property bool writing: false
    // Height there is for all of it, in pixels.
    property real room: 0
    // Named for tests and guided visits.
    property string name: ""
    // The box that digits go into: 0 is the day.
    property int here: 0
    // Whether the next digit begins that box anew.
    property bool fresh: true
    readonly property bool wrong: entry.problem !== ""
    readonly property list<string> digits: [entry.day, entry.month, entry.year]
    readonly property list<int> lengths: [2, 2, 4]
    //: Above the first of three boxes for a date.
    readonly property string dayWord: qsTr("Day")
    //: Above the second of three boxes for a date.
    readonly property string monthWord: qsTr("Month")
    //: Above the third of three boxes for a date.
    readonly property string yearWord: qsTr("Year")
    readonly property list<string> words: [entry.dayWord, entry.monthWord, entry.yearWord]
    readonly property real gap: 4 * Theme.mm
    readonly property real boxWidth: (entry.width - 2 * entry.gap) / 3.5
    readonly property string said: entry.wrong ? entry.problem : entry.help
    signal edited(day: string, month: string, year: string)
    // The visitor wants to write here.
    signal wanted

    function put(part: int, text: string) {
        const now = [...entry.digits];
        now[part] = text;
        entry.edited(now[0], now[1], now[2]);
    }
    // A box that was just come to begins anew; one that no digit fits behind any more leads to the next.
    function type(digit: string) {
        const part = entry.here;
        const anew = entry.fresh || entry.digits[part].length >= entry.lengths[part];
        const text = anew ? digit : entry.digits[part] + digit;
        entry.fresh = false;
        const full = text.length === entry.lengths[part] || (part === 0 && digit > "3" && text.length === 1) || (part === 1 && digit > "1" && text.length === 1);
        if (full && part < 2)
            entry.go(part + 1);
        entry.put(part, text);
    }
    function go(part: int) {
        entry.here = part;
        entry.fresh = true;
    }
    function deleteLast() {
        entry.fresh = false;
        if (entry.digits[entry.here] === "" && entry.here > 0)
            entry.here -= 1;
        entry.put(entry.here, entry.digits[entry.here].slice(0, -1));
    }
    function take(event: var) {
        if (event.text >= "0" && event.text <= "9" && event.text.length === 1)
            entry.type(event.text);
        else if (event.key === Qt.Key_Backspace)
            entry.deleteLast();
        else
            return;
        event.accepted = true;
    }

    implicitHeight: entry.writing ? keyboard.y + keyboard.height : hint.visible ? hint.y + hint.height : boxes.y + boxes.height

    Words {
        id: title
        visible: entry.labelled
        width: parent.width
        font.weight: Font.Bold
        tightness: 1.2
        text: entry.label
    }
    Item {
        id: boxes
        width: parent.width
        height: captions.height + 2 * Theme.mm + box0.height
        y: entry.labelled ? title.height + 2.5 * Theme.mm : 0
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        component Box: Pressable {
            id: box

            property int part: 0
            readonly property bool lit: entry.writing && entry.here === box.part

            objectName: entry.name + ":" + box.part
            width: entry.boxWidth * (box.part === 2 ? 1.5 : 1)
            height: (Theme.landscape ? 18 : 24) * Theme.mm
            x: box.part * (entry.boxWidth + entry.gap)
            y: captions.height + 2 * Theme.mm
            kind: Accessible.EditableText
            spoken: entry.words[box.part] + ": " + (entry.digits[box.part] === "" ?
                //: Spoken for a box of a date that has no digits yet.
                qsTr("empty") : entry.digits[box.part])
            spokenMore: entry.wrong ? entry.problem : entry.label
            onActivated: box.use()
            onActiveFocusChanged: {
                if (box.activeFocus)
                    box.use();
            }
            Keys.priority: Keys.BeforeItem
            Keys.onPressed: event => entry.take(event)

            function use() {
                entry.go(box.part);
                entry.wanted();
            }

            Rectangle {
                anchors.fill: parent
                radius: Theme.radius
                color: box.lit ? Theme.lamp : entry.wrong ? Theme.errorGround : Theme.surface
                border.width: box.lit || entry.wrong ? Theme.strong : Theme.control
                border.color: entry.wrong ? Theme.error : box.lit ? Theme.ink : Theme.line
            }
            Words {
                role: Words.Numeral
                wantedPx: Math.round(Math.min(Theme.numeralPx, box.height * 0.62, box.width * (box.part === 2 ? 0.34 : 0.5)))
                text: entry.digits[box.part]
                color: box.lit ? Theme.lampText : Theme.ink
                anchors.centerIn: parent
            }
        }
        Row {
            id: captions
            spacing: entry.gap

            Repeater {
                model: 3

                Words {
                    required property int index

                    width: entry.boxWidth * (index === 2 ? 1.5 : 1)
                    fits: true
                    tightness: 1.2
                    text: entry.words[index]
                    color: Theme.inkSoft
                }
            }
        }
        Box {
            id: box0
            part: 0
        }
        Box {
            part: 1
        }
        Box {
            part: 2
        }
    }
    Icon {
        id: cross
        visible: entry.wrong && hint.visible
        name: "icon-cross"
        ink: "error"
        size: 8 * Theme.mm
        anchors.left: parent.left
        y: hint.y + (Math.min(hint.height, 1.3 * Theme.bodyPx) - height) / 2
    }
    Words {
        id: hint
        visible: entry.hinted && hint.text !== ""
        anchors.left: entry.wrong ? cross.right : parent.left
        anchors.leftMargin: entry.wrong ? 3 * Theme.mm : 0
        anchors.right: parent.right
        tightness: 1.25
        text: entry.said
        color: entry.wrong ? Theme.error : Theme.inkSoft
        font.weight: entry.wrong ? Font.Bold : Font.Normal
        y: boxes.y + boxes.height + 2.5 * Theme.mm
        Accessible.ignored: !entry.wrong
        Accessible.role: Accessible.AlertMessage
        Accessible.name: entry.problem
    }
    Keyboard {
        id: keyboard
        visible: entry.writing
        kind: "digits"
        mostKey: (Theme.landscape ? 17 : 22) * Theme.mm
        room: entry.room - keyboard.y
        width: parent.width
        height: implicitHeight
        y: (hint.visible ? hint.y + hint.height : boxes.y + boxes.height) + Theme.gap
        onTyped: digit => entry.type(digit)
        onDeleted: entry.deleteLast()
    }
}
