// A secret to type: dots instead of characters, and how many there are; the Keyboard types where its owner says.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Block {
    id: entry

    property string label
    property bool labelled: true
    // How many characters are typed.
    property int typed: 0
    property bool wrong: false
    // Whether the on-screen keyboard types here, without the focus being here.
    property bool writing: false
    // Named for tests and guided visits.
    property string name: ""
    readonly property real step: 8 * Theme.mm
    //: Spoken and shown beside a secret that is typed as dots.
    readonly property string count: qsTr("%n character(s)", "", entry.typed)
    signal pressed(text: string)
    signal deleted
    // The visitor wants to write here.
    signal wanted

    function use() {
        field.forceActiveFocus();
    }

    implicitHeight: (entry.labelled ? title.height + 2.5 * Theme.mm : 0) + field.height

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
        height: Math.max(20 * Theme.mm, number.height + 7 * Theme.mm)
        y: entry.labelled ? title.height + 2.5 * Theme.mm : 0
        activeFocusOnTab: true
        Accessible.role: Accessible.EditableText
        Accessible.passwordEdit: true
        Accessible.focusable: true
        Accessible.name: entry.label
        Accessible.description: entry.count
        onActiveFocusChanged: {
            if (field.activeFocus)
                entry.wanted();
        }
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Down || event.key === Qt.Key_Up) {
                event.accepted = true;
                field.nextItemInFocusChain(event.key === Qt.Key_Down).forceActiveFocus(Qt.TabFocusReason);
            } else if (event.key === Qt.Key_Backspace || event.key === Qt.Key_Delete) {
                event.accepted = true;
                entry.deleted();
            } else if (event.text !== "" && event.text >= " " && !(event.modifiers & (Qt.ControlModifier | Qt.MetaModifier))) {
                event.accepted = true;
                entry.pressed(event.text);
            }
        }

        Rectangle {
            anchors.fill: parent
            radius: Theme.radius
            color: entry.wrong ? Theme.errorGround : Theme.surface
            border.width: field.activeFocus || entry.writing || entry.wrong ? Theme.strong : Theme.control
            border.color: entry.wrong ? Theme.error : field.activeFocus || entry.writing ? Theme.ink : Theme.line
        }
        Row {
            id: dots
            readonly property int most: Math.floor((field.width - number.width - 24 * Theme.mm) / entry.step)

            x: 7.5 * Theme.mm
            spacing: entry.step - 5 * Theme.mm
            layoutDirection: Qt.LeftToRight
            anchors.verticalCenter: parent.verticalCenter
            LayoutMirroring.enabled: false

            Repeater {
                model: Math.max(0, Math.min(entry.typed, dots.most))

                Rectangle {
                    width: Math.round(5 * Theme.mm)
                    height: width
                    radius: width / 2
                    color: Theme.ink
                    anchors.verticalCenter: parent?.verticalCenter
                }
            }
            // Lamp yellow means "here".
            Rectangle {
                visible: field.activeFocus || entry.writing
                width: Math.max(3, 2 * Theme.mm)
                height: 1.2 * Theme.answerPx
                color: Theme.lamp
                border.width: Math.max(1, 0.4 * Theme.mm)
                border.color: Theme.ink
            }
        }
        Words {
            id: number
            visible: entry.typed > 0
            text: entry.count
            color: Theme.inkSoft
            wrapMode: Text.NoWrap
            LayoutMirroring.enabled: false
            x: field.width - width - 7.5 * Theme.mm
            anchors.verticalCenter: parent.verticalCenter
        }
        MouseArea {
            anchors.fill: parent
            onClicked: field.forceActiveFocus(Qt.MouseFocusReason)
        }
        Loader {
            active: field.activeFocus && Theme.keyboardUsed
            anchors.fill: parent
            sourceComponent: FocusRing {}
        }
    }
}
