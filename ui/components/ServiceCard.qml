// One way on out of several: picture, title and what it costs on one line, and below it what it is.
import QtQuick
import Kiosk

Pressable {
    id: card

    property string icon: ""
    property string title
    property string text: ""
    property string value: ""
    readonly property real start: card.icon !== "" ? picture.size + 11 * Theme.mm : 5.5 * Theme.mm
    readonly property real room: card.width - card.start - 17 * Theme.mm
    // The value has a line of its own where the title leaves no room beside it.
    readonly property bool stacked: card.value !== "" && titleWidth.advanceWidth + valueWords.implicitWidth + 6 * Theme.mm > card.room
    // Not a height of `more`: it would bind what the layout of its words sets as well.
    readonly property bool told: card.text !== "" && !Theme.crowded
    readonly property real moreHeight: card.told ? more.implicitHeight : 0
    readonly property real valueHeight: card.stacked ? valueWords.implicitHeight : 0

    spoken: card.title
    spokenMore: card.text + " " + card.value
    implicitHeight: Math.max((Theme.landscape ? 28 : 32) * Theme.mm, titleWords.implicitHeight + card.moreHeight + card.valueHeight + (Theme.landscape ? 8 : 11) * Theme.mm)

    TextMetrics {
        id: titleWidth
        text: card.title
        font.pixelSize: Theme.answerPx
        font.weight: Font.Bold
    }
    Plate {
        anchors.fill: parent
        down: card.down
    }
    Icon {
        id: picture
        visible: card.icon !== ""
        name: card.icon
        ink: card.down ? "onPressed" : ""
        fill: card.down && Theme.plain ? "pressed" : ""
        size: (Theme.landscape ? 12.5 : 18) * Theme.mm
        anchors.left: parent.left
        anchors.leftMargin: 5.5 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: titleWords
        role: Words.Answer
        fits: true
        text: card.title
        color: card.down ? Theme.pressedText : Theme.ink
        anchors.left: parent.left
        anchors.leftMargin: card.start
        width: card.room
        y: (card.height - titleWords.height - card.moreHeight - card.valueHeight) / 2
    }
    Words {
        id: more
        visible: card.told
        tightness: 1.25
        text: card.text
        color: card.down ? Theme.pressedText : Theme.ink
        balanced: true
        room: card.room
        width: balancedWidth
        anchors.left: titleWords.left
        anchors.top: titleWords.bottom
    }
    Words {
        id: valueWords
        visible: card.value !== ""
        role: Theme.largest || Theme.landscape ? Words.Body : Words.Answer
        font.weight: Font.Bold
        tightness: 1.2
        wrapMode: Text.NoWrap
        text: card.value
        color: card.down ? Theme.pressedText : Theme.ink
        // Not anchored to one side or the other: changing sides would keep the width between.
        x: card.stacked !== Theme.rtl ? titleWords.x : titleWords.x + titleWords.width - width
        y: card.stacked ? more.y + card.moreHeight : titleWords.y + titleWords.baselineOffset - valueWords.baselineOffset
    }
    Icon {
        id: chevron
        name: "icon-chev"
        ink: card.down ? "onPressed" : ""
        directed: true
        size: 9 * Theme.mm
        anchors.right: parent.right
        anchors.rightMargin: 5 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }
}
