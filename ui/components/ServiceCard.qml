// One way on out of several: picture, title, what it is, and what it costs at the end.
import QtQuick
import Kiosk

Pressable {
    id: card

    property string icon: ""
    property string title
    property string text: ""
    property string value: ""
    readonly property bool stacked: Theme.largest || Theme.landscape
    // Not a height of `more`: it would bind what the layout of its words sets as well.
    readonly property bool told: card.text !== "" && !Theme.crowded
    readonly property real moreHeight: card.told ? more.implicitHeight : 0

    spoken: card.title
    spokenMore: card.text + " " + card.value
    implicitHeight: Math.max(32 * Theme.mm, titleWords.implicitHeight + card.moreHeight + (card.stacked ? valueWords.height : 0) + 11 * Theme.mm)

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
        anchors.left: card.icon !== "" ? picture.right : parent.left
        anchors.leftMargin: 5.5 * Theme.mm
        anchors.right: chevron.left
        anchors.rightMargin: card.stacked || card.value === "" ? 3 * Theme.mm : valueWords.width + 6 * Theme.mm
        y: (card.height - titleWords.height - card.moreHeight - (card.stacked ? valueWords.height : 0)) / 2
    }
    Words {
        id: more
        visible: card.told
        tightness: 1.25
        text: card.text
        color: card.down ? Theme.pressedText : Theme.ink
        anchors.left: titleWords.left
        anchors.right: titleWords.right
        anchors.top: titleWords.bottom
    }
    Words {
        id: valueWords
        visible: card.value !== ""
        role: card.stacked ? Words.Body : Words.Answer
        font.weight: Font.Bold
        tightness: 1.2
        height: text !== "" ? implicitHeight : 0
        wrapMode: Text.NoWrap
        text: card.value
        color: card.down ? Theme.pressedText : Theme.ink
        // Not anchored to one side or the other: changing sides would keep the width between.
        readonly property real beside: Theme.rtl ? chevron.x + chevron.width + 3 * Theme.mm : chevron.x - width - 3 * Theme.mm
        readonly property real below: Theme.rtl ? titleWords.x + titleWords.width - width : titleWords.x
        x: card.stacked ? below : beside
        y: card.stacked ? more.y + card.moreHeight : (card.height - height) / 2
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
