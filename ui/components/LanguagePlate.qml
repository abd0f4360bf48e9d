// A language in its own name.
import QtQuick
import Kiosk

Pressable {
    id: plate

    property string name
    property bool chosen: false

    perRow: 3
    kind: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: plate.chosen
    spoken: plate.name
    implicitHeight: Math.max((plate.perRow > 2 ? 16 : 20) * Theme.mm, words.implicitHeight + 5 * Theme.mm)

    Plate {
        anchors.fill: parent
        down: plate.down
        selected: plate.chosen
    }
    Words {
        id: words
        font.weight: plate.chosen ? Font.Bold : Font.DemiBold
        tightness: 1.15
        text: plate.name
        color: plate.down ? Theme.pressedText : Theme.ink
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.NoWrap
        anchors.centerIn: parent
    }
}
