// A remark with a picture and without a frame: nothing to press.
import QtQuick
import Kiosk

Block {
    id: note

    property string icon: "icon-shield"
    property string text
    // StyledText where a translation marks words with <b>.
    property int format: Text.PlainText

    gapBefore: 7 * Theme.mm
    implicitHeight: Math.max(picture.size, words.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: note.text.replace(/<[^>]*>/g, "")

    Icon {
        id: picture
        name: note.icon
        size: 12 * Theme.mm
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: words
        text: note.text
        textFormat: note.format
        anchors.left: picture.right
        anchors.leftMargin: 4 * Theme.mm
        balanced: note.format === Text.PlainText
        room: Math.max(0, note.width - picture.width - 4 * Theme.mm)
        width: balancedWidth
        anchors.verticalCenter: parent.verticalCenter
    }
}
