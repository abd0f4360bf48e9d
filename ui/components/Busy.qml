// Three squares that fill one by one, with words: the terminal is at work.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Block {
    id: busy

    property string text
    // What is happening, said after five seconds.
    property string more: ""
    property int filled: Theme.motion ? 0 : 2
    property bool long: false

    implicitHeight: Math.max(24 * Theme.mm, words.implicitHeight + (busy.long ? moreWords.implicitHeight : 0) + 10 * Theme.mm)
    Accessible.role: Accessible.Indicator
    Accessible.name: busy.text

    Plate {
        anchors.fill: parent
    }
    Timer {
        interval: 1000
        running: Theme.motion && busy.visible
        repeat: true
        onTriggered: busy.filled = (busy.filled + 1) % 4
    }
    Timer {
        interval: 5000
        running: busy.visible && busy.more !== ""
        onTriggered: busy.long = true
    }
    Row {
        id: squares
        spacing: 2.8 * Theme.mm
        anchors.left: parent.left
        anchors.leftMargin: 7.5 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter

        Repeater {
            model: 3

            Rectangle {
                required property int index

                width: 5.4 * Theme.mm
                height: width
                color: index < busy.filled ? Theme.lamp : Theme.surface
                border.width: Math.max(1, 0.8 * Theme.mm)
                border.color: Theme.ink
            }
        }
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
