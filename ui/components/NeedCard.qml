// Something the visitor needs at hand: picture, name, explanation. Nothing to press.
import QtQuick
import Kiosk

Block {
    id: card

    property string icon
    property string title
    property string text: ""
    // The only one takes the whole width.
    property bool alone: false
    readonly property bool flat: Theme.landscape || Theme.largest || card.alone

    perRow: card.flat ? 1 : 2
    gapBefore: 4 * Theme.mm
    implicitHeight: card.flat ? Math.max(picture.height, titleWords.height + more.height) + 8 * Theme.mm : picture.height + titleWords.height + more.height + 13 * Theme.mm
    Accessible.role: Accessible.StaticText
    Accessible.name: card.title + " " + card.text

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.control
        border.color: Theme.line
    }
    Item {
        id: picture
        width: (card.icon === "icon-idcard" ? 37 : 20) * Theme.mm * (card.flat ? 0.7 : 1)
        height: (card.flat ? 17 : 24) * Theme.mm
        anchors.left: parent.left
        anchors.leftMargin: 6.5 * Theme.mm
        y: card.flat ? (card.height - height) / 2 : 5 * Theme.mm

        IdCard {
            visible: card.icon === "icon-idcard"
            anchors.fill: parent
        }
        Icon {
            visible: card.icon !== "icon-idcard"
            name: card.icon
            size: Math.min(parent.width, parent.height)
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Words {
        id: titleWords
        role: Words.Answer
        fits: true
        text: card.title
        width: card.flat ? card.width - picture.width - 19 * Theme.mm : card.width - 11 * Theme.mm
        anchors.left: card.flat ? picture.right : picture.left
        anchors.leftMargin: card.flat ? 6 * Theme.mm : 0
        y: card.flat ? (card.height - height - more.height) / 2 : picture.y + picture.height + 2.5 * Theme.mm
    }
    Words {
        id: more
        visible: card.text !== ""
        height: text !== "" ? implicitHeight : 0
        tightness: 1.25
        text: card.text
        width: titleWords.width
        anchors.left: titleWords.left
        anchors.top: titleWords.bottom
    }
}
