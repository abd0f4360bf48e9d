// A text size, told by a capital of that size and by a word.
import QtQuick
import Kiosk

Pressable {
    id: plate

    property string label
    // Height of the capital, in millimetres.
    property real capital: 5.2
    property bool chosen: false
    readonly property color ink: plate.down ? Theme.pressedText : Theme.ink
    // The sample stands above one line for all, so that the words line up.
    readonly property real sampleHeight: (Theme.landscape ? 13 : 17) * Theme.mm

    perRow: 4
    kind: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: plate.chosen
    spoken: plate.label
    implicitHeight: plate.sampleHeight + words.implicitHeight + 6 * Theme.mm

    Plate {
        anchors.fill: parent
        down: plate.down
        selected: plate.chosen
    }
    Text {
        text: "A"
        color: plate.ink
        font.weight: Font.Bold
        font.pixelSize: Math.round(plate.capital * (Theme.landscape ? 1 : 1.35) * Theme.mm * Theme.bodyPx / Theme.capital)
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.baseline: parent.top
        anchors.baselineOffset: plate.sampleHeight
        Accessible.ignored: true
    }
    Words {
        id: words
        font.weight: plate.chosen ? Font.Bold : Font.DemiBold
        tightness: 1.15
        wantedPx: Theme.landscape && Theme.largest ? Theme.barPx : Theme.bodyPx
        fits: true
        text: plate.label
        color: plate.ink
        horizontalAlignment: Text.AlignHCenter
        anchors.left: parent.left
        anchors.leftMargin: 2 * Theme.mm
        anchors.right: parent.right
        anchors.rightMargin: 2 * Theme.mm
        y: plate.sampleHeight + 2.5 * Theme.mm
    }
}
