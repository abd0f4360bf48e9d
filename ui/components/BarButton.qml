// A button of the bottom bar: picture above its word, beside it where the bar is low.
import QtQuick
import Kiosk

Pressable {
    id: button

    property string label
    property string icon
    property bool plated: false
    property bool framed: Theme.largest
    property bool directed: false
    readonly property bool beside: Theme.landscape || Theme.largest
    readonly property real naturalWidth: button.beside ? picture.size + 3.5 * Theme.mm + words.implicitWidth + (Theme.largest ? 6 : 12) * Theme.mm : Math.max(30 * Theme.mm, words.implicitWidth + 10 * Theme.mm)

    corner: 2.5 * Theme.mm
    spoken: button.label

    Rectangle {
        anchors.fill: parent
        visible: button.plated || button.framed || button.down
        radius: button.corner
        color: button.down ? Theme.pressed : button.plated ? Theme.clay : Theme.bar
        border.width: Theme.control
        border.color: button.down || Theme.plain ? Theme.ink : Theme.line
    }
    Icon {
        id: picture
        name: button.icon
        ink: button.down ? "onPressed" : ""
        fill: button.down && Theme.plain ? "pressed" : ""
        directed: button.directed
        size: (Theme.largest ? 11 : Theme.landscape ? 9 : 10.5) * Theme.mm
        x: button.beside ? (Theme.rtl ? (button.width + line) / 2 - width : (button.width - line) / 2) : (button.width - width) / 2
        y: button.beside ? (button.height - height) / 2 : (button.height - height - words.height - 0.5 * Theme.mm) / 2
        readonly property real line: picture.size + 3.5 * Theme.mm + words.width
    }
    Words {
        id: words
        role: Words.Bar
        wrapMode: Text.NoWrap
        text: button.label
        color: button.down ? Theme.pressedText : button.plated ? Theme.clayText : Theme.ink
        x: button.beside ? (Theme.rtl ? picture.x - 3.5 * Theme.mm - width : picture.x + picture.width + 3.5 * Theme.mm) : (button.width - width) / 2
        y: button.beside ? (button.height - height) / 2 : picture.y + picture.height + 0.5 * Theme.mm
    }
}
