// Words or digits that belong into a Picture, at a place given in the drawing's own units.
import QtQuick
import Kiosk

Text {
    id: words

    required property Picture picture
    // Start, middle or end of the base line, in units of the drawing.
    property real at: 0
    property real baseLine: 0
    property real units: 30
    property real spacing: 0
    property bool middle: false

    x: (words.at - words.picture.box.x) * words.picture.unit - (words.middle ? words.width / 2 : 0)
    y: (words.baseLine - words.picture.box.y) * words.picture.unit - words.baselineOffset
    color: Theme.ink
    textFormat: Text.PlainText
    font.weight: Font.Bold
    font.pixelSize: Math.max(1, Math.round(words.units * words.picture.unit))
    font.letterSpacing: words.spacing * words.picture.unit

    Accessible.ignored: true
}
