// A line of text to type: label, field, what is wrong; the Keyboard types into the entry in use.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Block {
    id: entry

    property string label
    property string help: ""
    // What is wrong and how to put it right; empty when all is well.
    property string problem: ""
    property string value: ""
    property int most: 200
    signal edited(text: string)

    function type(letters: string) {
        if (input.length + letters.length <= entry.most) {
            input.insert(input.cursorPosition, letters);
            entry.edited(input.text);
        }
    }
    function deleteLast() {
        if (input.cursorPosition > 0) {
            input.remove(input.cursorPosition - 1, input.cursorPosition);
            entry.edited(input.text);
        }
    }

    readonly property bool atStart: input.cursorPosition === 0

    implicitHeight: name.height + 2.5 * Theme.mm + field.height + (hint.text !== "" ? hint.height + 2 * Theme.mm : 0)
    onValueChanged: {
        if (input.text !== entry.value)
            input.text = entry.value;
    }
    Component.onCompleted: input.text = entry.value

    Words {
        id: name
        width: parent.width
        font.weight: Font.Bold
        tightness: 1.2
        text: entry.label
    }
    Rectangle {
        id: field
        width: parent.width
        height: Math.max(18 * Theme.mm, input.implicitHeight + 7 * Theme.mm)
        radius: Theme.radius
        color: Theme.surface
        border.width: input.activeFocus || entry.problem !== "" ? Theme.strong : Theme.control
        border.color: entry.problem !== "" ? Theme.error : input.activeFocus ? Theme.ink : Theme.line
        anchors.top: name.bottom
        anchors.topMargin: 2.5 * Theme.mm

        TextInput {
            id: input
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: 6.5 * Theme.mm
            anchors.verticalCenter: parent.verticalCenter
            activeFocusOnTab: true
            clip: true
            color: Theme.ink
            selectionColor: Theme.lamp
            selectedTextColor: Theme.lampText
            font.pixelSize: Theme.answerPx
            font.weight: Font.Bold
            maximumLength: entry.most
            horizontalAlignment: TextInput.AlignLeft
            onTextEdited: entry.edited(input.text)
            Accessible.role: Accessible.EditableText
            Accessible.name: entry.label
            Accessible.description: entry.problem !== "" ? entry.problem : entry.help
            Keys.onPressed: event => {
                if (event.key === Qt.Key_Down || event.key === Qt.Key_Up) {
                    event.accepted = true;
                    input.nextItemInFocusChain(event.key === Qt.Key_Down).forceActiveFocus(Qt.TabFocusReason);
                }
            }
            cursorDelegate: Rectangle {
                visible: input.activeFocus
                width: Math.max(2, 0.9 * Theme.mm)
                color: Theme.ink
            }
        }
        Loader {
            active: input.activeFocus && Theme.keyboardUsed
            anchors.fill: parent
            sourceComponent: FocusRing {}
        }
    }
    Words {
        id: hint
        visible: text !== ""
        width: parent.width
        tightness: 1.25
        text: entry.problem !== "" ? entry.problem : entry.help
        color: entry.problem !== "" ? Theme.error : Theme.inkSoft
        font.weight: entry.problem !== "" ? Font.Bold : Font.Normal
        anchors.top: field.bottom
        anchors.topMargin: 2 * Theme.mm
    }

    function use() {
        input.forceActiveFocus();
    }
}
