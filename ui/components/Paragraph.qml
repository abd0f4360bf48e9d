// Text to read in peace, below a heading of its own if it has one.
import QtQuick
import Kiosk

Block {
    id: paragraph

    property string heading: ""
    property string text

    gapBefore: 6 * Theme.mm
    implicitHeight: title.height + words.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: paragraph.heading + " " + paragraph.text

    Words {
        id: title
        visible: paragraph.heading !== ""
        height: paragraph.heading !== "" ? implicitHeight + 1 * Theme.mm : 0
        width: parent.width
        font.weight: Font.Bold
        tightness: 1.2
        text: paragraph.heading
    }
    Words {
        id: words
        width: parent.width
        tightness: 1.25
        fits: true
        text: paragraph.text
        anchors.top: title.bottom
    }
}
