// A life situation: a picture and its name, two side by side.
import QtQuick
import Kiosk

Pressable {
    id: card

    property string icon
    property string title
    // Higher, where few cards share the screen.
    property bool roomy: false

    perRow: 2
    spoken: card.title
    implicitHeight: Math.max((Theme.crowded ? 21 : Theme.landscape ? 30 : card.roomy ? 52 : 41) * Theme.mm, words.implicitHeight + (Theme.landscape ? 6 : 10) * Theme.mm)

    Plate {
        anchors.fill: parent
        down: card.down
    }
    Icon {
        id: picture
        name: card.icon
        ink: card.down ? "onPressed" : ""
        fill: card.down && Theme.plain ? "pressed" : ""
        size: (Theme.landscape ? 12.5 : 18) * Theme.mm
        anchors.left: parent.left
        anchors.leftMargin: (Theme.landscape ? 4.5 : 5.5) * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: words
        role: Words.Answer
        fits: true
        text: card.title
        color: card.down ? Theme.pressedText : Theme.ink
        anchors.left: picture.right
        anchors.leftMargin: (Theme.landscape ? 3.5 : 5) * Theme.mm
        anchors.right: parent.right
        anchors.rightMargin: (Theme.landscape ? 2 : 4) * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }
}
