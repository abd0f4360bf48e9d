// A contrast mode, told by a small screen in its own colours and by words.
import QtQuick
import Kiosk

Pressable {
    id: plate

    property string label
    // The colours of the mode: sky, ground, ink, line, go, onGo, lamp.
    property var colours
    property bool chosen: false
    readonly property bool upright: Theme.landscape
    readonly property real sampleWidth: 25 * Theme.mm
    readonly property real sampleHeight: (plate.upright ? 11 : 19) * Theme.mm

    perRow: plate.upright ? 4 : Theme.largest ? 1 : 2
    kind: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: plate.chosen
    spoken: plate.label
    implicitHeight: plate.upright ? plate.sampleHeight + words.implicitHeight + 9 * Theme.mm : Math.max(plate.sampleHeight, words.implicitHeight) + 8 * Theme.mm

    Plate {
        anchors.fill: parent
        down: plate.down
        selected: plate.chosen
    }
    Rectangle {
        id: sample
        width: plate.upright ? plate.width - 8 * Theme.mm : plate.sampleWidth
        height: plate.sampleHeight
        radius: 1.5 * Theme.mm
        color: plate.colours.sky
        border.width: Theme.control
        border.color: plate.colours.line
        anchors.left: parent.left
        anchors.leftMargin: 4 * Theme.mm
        y: plate.upright ? 4 * Theme.mm : (plate.height - height) / 2

        Text {
            text: "Aa"
            color: plate.colours.ink
            font.weight: Font.Bold
            font.pixelSize: Math.round(sample.height * (plate.upright ? 0.68 : 0.42))
            anchors.left: parent.left
            anchors.leftMargin: 2.4 * Theme.mm
            y: plate.upright ? (sample.height - height) / 2 : 0.2 * Theme.mm
            Accessible.ignored: true
        }
        Rectangle {
            width: (plate.upright ? sample.width * 0.5 : sample.width) - 4.8 * Theme.mm
            height: Math.round(sample.height * (plate.upright ? 0.5 : 0.3))
            radius: 1 * Theme.mm
            color: plate.colours.go
            border.width: Theme.hairline
            border.color: plate.colours.line
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.rightMargin: 2.4 * Theme.mm
            anchors.bottomMargin: plate.upright ? (sample.height - height) / 2 : 2.4 * Theme.mm

            Rectangle {
                width: parent.height * 0.5
                height: width
                radius: width / 2
                color: plate.colours.onGo
                anchors.right: parent.right
                anchors.rightMargin: parent.height * 0.4
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    Words {
        id: words
        font.weight: plate.chosen ? Font.Bold : Font.DemiBold
        tightness: 1.15
        wantedPx: Theme.landscape && Theme.largest ? Theme.barPx : Theme.bodyPx
        fits: true
        text: plate.label
        color: plate.down ? Theme.pressedText : Theme.ink
        horizontalAlignment: plate.upright ? Text.AlignHCenter : Text.AlignLeft
        anchors.left: plate.upright ? parent.left : sample.right
        anchors.leftMargin: (plate.upright ? 2 : 4) * Theme.mm
        anchors.right: parent.right
        anchors.rightMargin: 2 * Theme.mm
        y: plate.upright ? plate.sampleHeight + 6.2 * Theme.mm : (plate.height - height) / 2
    }
}
