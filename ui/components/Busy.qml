// Three squares that fill one by one, with words: the terminal is at work.
import QtQuick
import Kiosk

Block {
    id: busy

    property string text
    // What is happening, said after five seconds.
    property string more: ""
    property bool long: false

    implicitHeight: Math.max(24 * Theme.mm, words.implicitHeight + (busy.long ? moreWords.implicitHeight : 0) + 10 * Theme.mm)
    Accessible.role: Accessible.Indicator
    Accessible.name: busy.text

    Plate {
        anchors.fill: parent
    }
    Timer {
        interval: 5000
        running: busy.visible && busy.more !== ""
        onTriggered: busy.long = true
    }
    Squares {
        id: squares
        anchors.left: parent.left
        anchors.leftMargin: 7.5 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: words
        font.weight: Font.DemiBold
        tightness: 1.2
        text: busy.text
        anchors.left: squares.right
        anchors.leftMargin: 6 * Theme.mm
        anchors.right: parent.right
        anchors.rightMargin: 5 * Theme.mm
        y: (busy.height - height - (busy.long ? moreWords.height : 0)) / 2
    }
    Words {
        id: moreWords
        visible: busy.long
        tightness: 1.25
        text: busy.more
        anchors.left: words.left
        anchors.right: words.right
        anchors.top: words.bottom
    }
}
