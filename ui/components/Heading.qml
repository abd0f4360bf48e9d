// A line of bold text above what it names.
import QtQuick
import Kiosk

Block {
    id: heading

    property string text
    property int size: Theme.bodyPx

    keepWithNext: true
    gapBefore: 7 * Theme.mm
    implicitHeight: words.implicitHeight
    Accessible.role: Accessible.Heading
    Accessible.name: heading.text

    Words {
        id: words
        width: parent.width
        wantedPx: heading.size
        font.weight: Font.Bold
        tightness: 1.2
        text: heading.text
    }
}
