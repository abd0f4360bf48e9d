// A text to type: label, field, what is wrong; a Keyboard types into the entry in use.
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
    property string value: ""
    property int most: 200
    // So many lines are seen at most; more of them scroll with the cursor.
    property int lines: 3
    // What stands behind what is typed: a unit, or what is known because of it.
    property string unit: ""
    // Whether the on-screen keyboard types here, without the focus being here.
    property bool writing: false
    // Named for tests and guided visits.
    property string name: ""
    readonly property bool atStart: input.length === 0
    readonly property bool wrong: entry.problem !== ""
    signal edited(text: string)
    // The visitor wants to write here.
    signal wanted

    function type(letters: string) {
        if (input.length + letters.length <= entry.most)
            input.insert(input.cursorPosition, letters);
    }
    function deleteLast() {
        if (input.cursorPosition > 0)
            input.remove(input.cursorPosition - 1, input.cursorPosition);
    }
    function use() {
        input.forceActiveFocus();
    }

    implicitHeight: (entry.labelled ? title.height + 2.5 * Theme.mm : 0) + field.height + (entry.hinted && hint.text !== "" ? hint.height + 2.5 * Theme.mm : 0)
    onValueChanged: {
        if (input.text !== entry.value)
            input.text = entry.value;
    }
    Component.onCompleted: input.text = entry.value

    Words {
        id: title
        visible: entry.labelled
        width: parent.width
        font.weight: Font.Bold
        tightness: 1.2
        text: entry.label
    }
    Item {
        id: field
        objectName: entry.name
        width: parent.width
        height: Math.max(20 * Theme.mm, input.height + 7 * Theme.mm)
        y: entry.labelled ? title.height + 2.5 * Theme.mm : 0

        Rectangle {
            anchors.fill: parent
            radius: Theme.radius
            color: entry.wrong ? Theme.errorGround : Theme.surface
            border.width: input.activeFocus || entry.writing || entry.wrong ? Theme.strong : Theme.control
            border.color: entry.wrong ? Theme.error : input.activeFocus || entry.writing ? Theme.ink : Theme.line
        }
        Rectangle {
            visible: entry.wrong
            width: 3.5 * Theme.mm
            height: parent.height
            color: Theme.error
            topLeftRadius: Theme.rtl ? 0 : Theme.radius
            bottomLeftRadius: Theme.rtl ? 0 : Theme.radius
            topRightRadius: Theme.rtl ? Theme.radius : 0
            bottomRightRadius: Theme.rtl ? Theme.radius : 0
            anchors.left: parent.left
        }
        TextInput {
            id: input
            x: 7.5 * Theme.mm
            width: parent.width - 15 * Theme.mm - (unit.visible ? unit.width + 4 * Theme.mm : 0)
            height: Math.min(implicitHeight, entry.lines * measure.height)
            anchors.verticalCenter: parent.verticalCenter
            activeFocusOnTab: true
            clip: true
            color: Theme.ink
            selectionColor: Theme.lamp
            selectedTextColor: Theme.lampText
            font.pixelSize: Theme.answerPx
            font.weight: Font.Bold
            wrapMode: TextInput.Wrap
            maximumLength: entry.most
            // What is typed is German, in every language.
            LayoutMirroring.enabled: false
            horizontalAlignment: TextInput.AlignLeft
            onTextChanged: {
                if (input.text !== entry.value)
                    entry.edited(input.text);
            }
            onActiveFocusChanged: {
                if (input.activeFocus)
                    entry.wanted();
            }
            Accessible.role: Accessible.EditableText
            Accessible.name: entry.label
            Accessible.description: entry.wrong ? entry.problem : entry.help
            Keys.onPressed: event => {
                if (event.key === Qt.Key_Down || event.key === Qt.Key_Up) {
                    event.accepted = true;
                    input.nextItemInFocusChain(event.key === Qt.Key_Down).forceActiveFocus(Qt.TabFocusReason);
                }
            }
            // Lamp yellow means "here".
            cursorDelegate: Rectangle {
                visible: input.activeFocus || entry.writing
                width: Math.max(3, 2 * Theme.mm)
                color: Theme.lamp
                border.width: Math.max(1, 0.4 * Theme.mm)
                border.color: Theme.ink
            }
        }
        Words {
            id: unit
            visible: entry.unit !== ""
            width: Math.min(Math.ceil(unitWidth.advanceWidth) + 2, parent.width * 0.45)
            fits: true
            tightness: 1.1
            text: entry.unit
            color: Theme.inkSoft
            x: parent.width - unit.width - 7.5 * Theme.mm
            anchors.verticalCenter: parent.verticalCenter
        }
        TextMetrics {
            id: unitWidth
            text: entry.unit
            font.pixelSize: Theme.bodyPx
        }
        FontMetrics {
            id: measure
            font: input.font
        }
        MouseArea {
            anchors.fill: parent
            onClicked: {
                // Never into the middle of a word by a slip of the finger.
                input.cursorPosition = input.length;
                input.forceActiveFocus(Qt.MouseFocusReason);
            }
        }
        Loader {
            active: input.activeFocus && Theme.keyboardUsed
            anchors.fill: parent
            sourceComponent: FocusRing {}
        }
    }
    Icon {
        id: cross
        visible: entry.wrong && entry.hinted
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
        text: entry.wrong ? entry.problem : entry.help
        color: entry.wrong ? Theme.error : Theme.inkSoft
        font.weight: entry.wrong ? Font.Bold : Font.Normal
        y: field.y + field.height + 2.5 * Theme.mm
        Accessible.ignored: !entry.wrong
        Accessible.role: Accessible.AlertMessage
        Accessible.name: entry.problem
    }
}
