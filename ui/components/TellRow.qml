// Something to know: a picture, its name, a telephone number as large as an amount, and a sentence.
import QtQuick
import Kiosk

PanelRow {
    id: row

    property string icon
    property string title
    property string text: ""
    property string telephone: ""
    // Not heights of the words themselves: a new size would bind them in a loop.
    readonly property real numberHeight: row.telephone !== "" ? number.implicitHeight + 1 * Theme.mm : 0
    readonly property bool told: row.text !== "" && !(Theme.crowded && row.telephone !== "")
    readonly property real moreHeight: row.told ? more.implicitHeight : 0
    // The largest text on a low screen needs all of the width.
    readonly property bool pictured: !(Theme.landscape && Theme.largest)

    implicitHeight: Math.max((Theme.landscape ? 20 : 24) * Theme.mm, titleWords.implicitHeight + row.numberHeight + row.moreHeight + 2 * row.pad)
    Accessible.role: Accessible.StaticText
    Accessible.name: row.title + " " + row.telephone + " " + row.text

    Icon {
        id: picture
        visible: row.pictured
        name: row.icon
        size: row.pictured ? 13 * Theme.mm : 0
        anchors.left: parent.left
        y: row.pad
    }
    Words {
        id: titleWords
        role: Words.Answer
        wantedPx: Theme.landscape ? Theme.bodyPx : Theme.answerPx
        fits: true
        text: row.title
        anchors.left: picture.right
        anchors.leftMargin: row.pictured ? 5.5 * Theme.mm : 0
        anchors.right: parent.right
        y: (row.height - height - row.numberHeight - row.moreHeight) / 2
    }
    // Digits stay left to right in every language.
    Words {
        id: number
        visible: row.telephone !== ""
        role: Words.Question
        fits: true
        text: row.telephone
        LayoutMirroring.enabled: false
        horizontalAlignment: Theme.rtl ? Text.AlignRight : Text.AlignLeft
        x: titleWords.x
        width: titleWords.width
        y: titleWords.y + titleWords.height + 1 * Theme.mm
    }
    Words {
        id: more
        visible: row.told
        tightness: 1.25
        text: row.text
        balanced: true
        room: titleWords.width
        width: balancedWidth
        anchors.left: titleWords.left
        y: titleWords.y + titleWords.height + row.numberHeight
    }
}
