// One way on, told by a drawing: picture, title, and what it is.
import QtQuick
import Kiosk

Pressable {
    id: card

    // Not the height of the words itself: a new size would bind it in a loop.
    readonly property real moreHeight: card.text !== "" && !card.brief ? more.implicitHeight : 0

    default property alias picture: place.data
    property string title
    property string text: ""
    // The picture above its words, where three stand side by side.
    property bool upright: Theme.landscape && !Theme.crowded
    readonly property real pictureWidth: (card.brief ? 30 : Theme.largest ? 34 : 52) * Theme.mm
    // In large text on a low screen the title alone says it.
    readonly property bool brief: Theme.crowded
    readonly property color ink: card.down && !Theme.plain ? Theme.pressedText : Theme.ink

    perRow: card.upright ? 3 : 1
    spoken: card.title
    spokenMore: card.text
    implicitHeight: card.upright ? 32 * Theme.mm + titleWords.implicitHeight + card.moreHeight + 14 * Theme.mm : Math.max((card.brief ? 22 : 42) * Theme.mm, titleWords.implicitHeight + card.moreHeight + 9 * Theme.mm)

    Plate {
        anchors.fill: parent
        down: card.down && !Theme.plain
        selected: card.down
    }
    Item {
        id: place
        width: card.upright ? card.width - 11 * Theme.mm : card.pictureWidth
        height: card.upright ? 32 * Theme.mm : card.height - 8 * Theme.mm
        anchors.left: parent.left
        anchors.leftMargin: 5.5 * Theme.mm
        y: card.upright ? 5 * Theme.mm : 4 * Theme.mm
    }
    Column {
        anchors.left: parent.left
        anchors.leftMargin: card.upright ? 5.5 * Theme.mm : card.pictureWidth + 11.5 * Theme.mm
        width: card.upright ? card.width - 11 * Theme.mm : card.width - card.pictureWidth - 28.5 * Theme.mm
        y: card.upright ? 40 * Theme.mm : (card.height - implicitHeight) / 2

        Words {
            id: titleWords
            role: Words.Answer
            wantedPx: card.upright ? Theme.bodyPx : Theme.answerPx
            fits: true
            width: parent.width
            text: card.title
            color: card.ink
        }
        Words {
            id: more
            visible: card.text !== "" && !card.brief
            tightness: 1.25
            width: parent.width
            text: card.text
            color: card.ink
        }
    }
    Icon {
        id: chevron
        visible: !card.upright
        name: "icon-chev"
        ink: card.down && !Theme.plain ? "onPressed" : ""
        directed: true
        size: 9 * Theme.mm
        anchors.right: parent.right
        anchors.rightMargin: 5 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }
}
