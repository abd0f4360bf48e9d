// A row that makes one point: a picture, the point in bold, and what there is to add.
import QtQuick
import Kiosk

PanelRow {
    id: row

    // Not the height of the words itself: a new size would bind it in a loop.
    readonly property real moreHeight: row.text !== "" ? more.implicitHeight : 0

    property string icon: ""
    property string title
    property string text: ""

    // The largest text on a low screen needs all of the width.
    readonly property bool pictured: !(Theme.landscape && Theme.largest)

    implicitHeight: Math.max((Theme.landscape ? 20 : 24) * Theme.mm, titleWords.implicitHeight + row.moreHeight + 2 * row.pad)
    Accessible.role: Accessible.StaticText
    Accessible.name: row.title + " " + row.text

    Icon {
        id: picture
        visible: row.pictured
        name: row.icon
        size: row.pictured ? 13 * Theme.mm : 0
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
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
        y: (row.height - height - row.moreHeight) / 2
    }
    Words {
        id: more
        visible: row.text !== ""
        tightness: 1.25
        text: row.text
        balanced: true
        room: titleWords.width
        width: balancedWidth
        anchors.left: titleWords.left
        anchors.top: titleWords.bottom
    }
}
