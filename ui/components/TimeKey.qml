// A time of day that can be chosen.
import QtQuick
import Kiosk

Pressable {
    id: key

    property string time

    perRow: Theme.largest && Theme.landscape ? 2 : Theme.largest || Theme.landscape ? 3 : 4
    gapBefore: 2.7 * Theme.mm
    spoken: key.time
    implicitHeight: Math.max(19 * Theme.mm, words.implicitHeight + 6 * Theme.mm)

    Plate {
        anchors.fill: parent
        down: key.down
    }
    Words {
        id: words
        role: Words.Answer
        fits: true
        wrapMode: Text.NoWrap
        text: key.time
        color: key.down ? Theme.pressedText : Theme.ink
        horizontalAlignment: Text.AlignHCenter
        width: parent.width - 4 * Theme.mm
        anchors.centerIn: parent
    }
}
