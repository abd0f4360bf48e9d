// One of a few things to do that stand side by side: picture above a word or two.
import QtQuick
import Kiosk

Pressable {
    id: card

    property string icon
    property string title
    readonly property bool flat: Theme.landscape || Theme.largest

    perRow: card.flat ? 1 : 3
    spoken: card.title
    implicitHeight: card.flat ? Math.max(20 * Theme.mm, words.implicitHeight + 8 * Theme.mm) : Math.max(34 * Theme.mm, words.implicitHeight + picture.size + 10 * Theme.mm)

    Plate {
        anchors.fill: parent
        down: card.down
    }
    Icon {
        id: picture
        name: card.icon
        ink: card.down ? "onPressed" : ""
        size: 12 * Theme.mm
        x: card.flat ? (Theme.rtl ? card.width - width - 5.5 * Theme.mm : 5.5 * Theme.mm) : (card.width - width) / 2
        y: card.flat ? (card.height - height) / 2 : (card.height - height - words.height - 2 * Theme.mm) / 2
    }
    Words {
        id: words
        font.weight: Font.DemiBold
        tightness: 1.15
        fits: true
        text: card.title
        color: card.down ? Theme.pressedText : Theme.ink
        width: card.flat ? card.width - picture.width - 16 * Theme.mm : card.width - 6 * Theme.mm
        horizontalAlignment: card.flat ? Text.AlignLeft : Text.AlignHCenter
        x: card.flat ? (Theme.rtl ? 5.5 * Theme.mm : picture.x + picture.width + 5 * Theme.mm) : 3 * Theme.mm
        y: card.flat ? (card.height - height) / 2 : picture.y + picture.height + 2 * Theme.mm
    }
}
