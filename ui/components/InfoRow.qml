// A row that says one thing: label, value, perhaps a picture; `beside` puts the value at the end.
import QtQuick
import Kiosk

PanelRow {
    id: row

    property string icon: ""
    property string label
    property string value
    property string more: ""
    property bool beside: false
    // There is no room beside the largest text on half a screen, nor beside a word that would have to shrink.
    readonly property bool across: row.beside && !(Theme.largest && Theme.landscape) && row.valueWord <= row.width - 13 * Theme.mm - row.labelWidth - 3 * Theme.mm
    // Width of the value on as few lines as it wants, and of its longest word.
    readonly property real valueWidth: valueMetrics.height === 0 ? 0 : row.widest(row.value.split("\n"))
    readonly property real valueWord: valueMetrics.height === 0 ? 0 : row.widest(row.value.split(/[ \n-]+/))
    // The label leaves its value a line of its own as long as it keeps half of the width.
    readonly property real labelWidth: {
        const room = row.width - 13 * Theme.mm;
        return Math.min((labelMetrics.height === 0 ? 0 : labelMetrics.advanceWidth(row.label)) + 1 * Theme.mm, Math.max(room * 0.48, room - row.valueWidth - 4 * Theme.mm));
    }

    function widest(parts: list<string>): real {
        return parts.reduce((most, part) => Math.max(most, valueMetrics.advanceWidth(part)), 0);
    }

    implicitHeight: row.across ? Math.max((Theme.landscape ? 17 : 21) * Theme.mm, labelWords.implicitHeight + 2 * row.pad, valueWords.implicitHeight + 2 * row.pad) : Math.max((row.icon === "" ? 0 : 12 * Theme.mm), labelWords.implicitHeight + valueWords.implicitHeight + moreWords.height) + 2.4 * row.pad
    Accessible.role: Accessible.StaticText
    Accessible.name: row.label + ": " + row.value + " " + row.more

    FontMetrics {
        id: labelMetrics
        font.pixelSize: Theme.bodyPx
    }
    FontMetrics {
        id: valueMetrics
        font.pixelSize: Theme.bodyPx
        font.weight: Font.Bold
    }
    Icon {
        id: picture
        visible: row.icon !== ""
        name: row.icon
        size: 12 * Theme.mm
        anchors.left: parent.left
        y: 1.2 * row.pad
    }
    Words {
        id: labelWords
        tightness: 1.25
        text: row.label
        anchors.left: row.icon !== "" ? picture.right : parent.left
        anchors.leftMargin: row.icon !== "" ? 5.5 * Theme.mm : 0
        width: row.across ? row.labelWidth : parent.width - (row.icon !== "" ? 17.5 * Theme.mm : 0)
        y: row.across ? (row.height - height) / 2 : 1.2 * row.pad
    }
    Words {
        id: valueWords
        role: row.across || Theme.landscape ? Words.Body : Words.Answer
        font.weight: Font.Bold
        tightness: 1.2
        fits: true
        text: row.value
        balanced: row.across
        room: row.across ? parent.width - row.labelWidth - 3 * Theme.mm : labelWords.width
        width: balancedWidth
        horizontalAlignment: row.across ? Text.AlignRight : Text.AlignLeft
        // Not anchored to one side or the other: changing sides would keep the width between.
        x: row.across ? (Theme.rtl ? 0 : parent.width - width) : labelWords.x + (Theme.rtl ? labelWords.width - width : 0)
        y: row.across ? (row.height - height) / 2 : labelWords.y + labelWords.height
    }
    Words {
        id: moreWords
        visible: row.more !== ""
        height: text !== "" ? implicitHeight : 0
        tightness: 1.25
        text: row.more
        anchors.left: labelWords.left
        anchors.right: parent.right
        anchors.top: valueWords.bottom
    }
}
