// What is to be paid: the one number of a screen that nobody may miss.
import QtQuick
import Kiosk

Block {
    id: plate

    property string label
    property string value
    property string more: ""
    readonly property real pad: 6.5 * Theme.mm
    readonly property bool stacked: Theme.largest || labelWords.implicitWidth + valueWords.implicitWidth + 3 * plate.pad > plate.width

    // Where the first line begins.
    readonly property real start: (plate.height - valueWords.height - moreWords.height - (plate.stacked ? labelWords.height : 0)) / 2

    implicitHeight: Math.max((Theme.landscape ? 20 : 24) * Theme.mm, labelWords.implicitHeight * (plate.stacked ? 1 : 0) + valueWords.implicitHeight + moreWords.height + (Theme.landscape ? 6 : 8) * Theme.mm)
    Accessible.role: Accessible.StaticText
    Accessible.name: plate.label + ": " + plate.value + ". " + plate.more

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.clay
        border.width: Theme.strong
        border.color: Theme.ink
    }
    Words {
        id: labelWords
        role: Words.Answer
        wrapMode: Text.NoWrap
        text: plate.label
        color: Theme.clayText
        anchors.left: parent.left
        anchors.leftMargin: plate.pad
        y: plate.start + (plate.stacked ? 0 : valueWords.baselineOffset - labelWords.baselineOffset)
    }
    Words {
        id: valueWords
        wantedPx: Math.round(Theme.answerPx * 1.2)
        font.weight: Font.Bold
        tightness: 1.15
        wrapMode: Text.NoWrap
        text: plate.value
        color: Theme.clayText
        // Not anchored to one side or the other: changing sides would keep the width between.
        x: plate.stacked !== Theme.rtl ? plate.pad : plate.width - width - plate.pad
        y: plate.start + (plate.stacked ? labelWords.height : 0)
    }
    Words {
        id: moreWords
        visible: plate.more !== ""
        height: text !== "" ? implicitHeight : 0
        tightness: 1.25
        text: plate.more
        color: Theme.clayText
        anchors.left: labelWords.left
        anchors.right: parent.right
        anchors.rightMargin: plate.pad
        y: valueWords.y + valueWords.height
    }
}
