// A round arch to walk through: one of at most three, on the home screen only.
import QtQuick
import Kiosk

Pressable {
    id: door

    property string icon
    property string title
    property string text: ""

    perRow: 3
    spoken: door.title
    spokenMore: door.text
    implicitHeight: Theme.landscape ? 62 * Theme.mm : Math.max(77 * Theme.mm, 16 * Theme.mm + content.implicitHeight + 10 * Theme.mm)

    Arch {
        anchors.fill: parent
        fill: door.down ? Theme.pressed : Theme.clay
    }
    Column {
        id: content
        width: parent.width - 8 * Theme.mm
        spacing: 1.5 * Theme.mm
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: 4 * Theme.mm

        Icon {
            name: door.icon
            ink: door.down ? "onPressed" : "onClay"
            fill: door.down && Theme.plain ? "pressed" : ""
            size: (Theme.landscape ? 14 : 18) * Theme.mm
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Words {
            width: parent.width
            role: Words.Answer
            wantedPx: Theme.landscape ? Theme.bodyPx : Theme.answerPx
            fits: true
            text: door.title
            // Two lines in each: pictures and names of doors side by side stand at one height.
            height: Theme.landscape ? Math.max(implicitHeight, 2 * lineHeight * Theme.naturalLine * font.pixelSize) : implicitHeight
            color: door.down ? Theme.pressedText : Theme.clayText
            horizontalAlignment: Text.AlignHCenter
        }
        Words {
            visible: door.text !== "" && !Theme.landscape
            width: parent.width
            tightness: 1.2
            text: door.text
            height: Math.max(implicitHeight, 2 * lineHeight * Theme.naturalLine * font.pixelSize)
            color: door.down ? Theme.pressedText : Theme.clayText
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
