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
    // There is no room beside the largest text on half a screen.
    readonly property bool across: row.beside && !(Theme.largest && Theme.landscape)
    // Of the width, for the label beside its value.
    property real labelShare: 0.48

    implicitHeight: row.across ? Math.max((Theme.landscape ? 17 : 21) * Theme.mm, labelWords.implicitHeight + 2 * row.pad, valueWords.implicitHeight + 2 * row.pad) : Math.max((row.icon === "" ? 0 : 12 * Theme.mm), labelWords.implicitHeight + valueWords.implicitHeight + moreWords.height) + 2.4 * row.pad
    Accessible.role: Accessible.StaticText
    Accessible.name: row.label + ": " + row.value + " " + row.more

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
        width: (row.across ? parent.width * row.labelShare : parent.width) - (row.icon !== "" ? 17.5 * Theme.mm : 0)
        y: row.across ? (row.height - height) / 2 : 1.2 * row.pad
    }
    Words {
        id: valueWords
        role: row.across || Theme.landscape ? Words.Body : Words.Answer
        font.weight: Font.Bold
        tightness: 1.2
        fits: true
        text: row.value
        horizontalAlignment: row.across ? Text.AlignRight : Text.AlignLeft
        anchors.left: labelWords.left
        anchors.leftMargin: row.across ? labelWords.width + 3 * Theme.mm : 0
        anchors.right: parent.right
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
