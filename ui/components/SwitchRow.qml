// Yes or no, said by word and by switch; the whole card is the target.
import QtQuick
import Kiosk

Pressable {
    id: row

    // Not the height of the words itself: a new size would bind it in a loop.
    readonly property real moreHeight: row.text !== "" ? more.implicitHeight : 0

    property string title
    property string text: ""
    property bool on: false
    readonly property string word: row.on ?
    //: Beside a switch that is on. One word.
    qsTr("Yes") :
    //: Beside a switch that is off. One word.
    qsTr("No")

    kind: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: row.on
    spoken: row.title
    spokenMore: row.text
    implicitHeight: Math.max(24 * Theme.mm, titleWords.implicitHeight + row.moreHeight + 8 * Theme.mm)

    Plate {
        anchors.fill: parent
        down: row.down
        available: row.available
    }
    Words {
        id: titleWords
        font.weight: Font.Bold
        tightness: 1.2
        fits: true
        text: row.title
        color: row.down ? Theme.pressedText : Theme.ink
        anchors.left: parent.left
        anchors.leftMargin: 6.5 * Theme.mm
        anchors.right: said.left
        anchors.rightMargin: 4 * Theme.mm
        y: (row.height - titleWords.height - row.moreHeight) / 2
    }
    Words {
        id: more
        visible: row.text !== ""
        tightness: 1.25
        text: row.text
        color: row.down ? Theme.pressedText : Theme.ink
        anchors.left: titleWords.left
        anchors.right: titleWords.right
        anchors.top: titleWords.bottom
    }
    Words {
        id: said
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
        text: row.word
        color: row.down ? Theme.pressedText : Theme.ink
        anchors.right: groove.left
        anchors.rightMargin: 3 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }
    Rectangle {
        id: groove
        width: 26 * Theme.mm
        height: 14 * Theme.mm
        radius: height / 2
        color: row.on ? Theme.go : Theme.surface
        border.width: Math.max(1, 0.8 * Theme.mm)
        border.color: row.on && !Theme.plain && Theme.contrast !== "lowGlare" ? Theme.go : row.down ? Theme.pressedText : Theme.ink
        anchors.right: parent.right
        anchors.rightMargin: 6.5 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter

        Rectangle {
            width: 9.6 * Theme.mm
            height: width
            radius: width / 2
            color: row.on ? Theme.goText : Theme.ink
            anchors.verticalCenter: parent.verticalCenter
            x: row.on !== Theme.rtl ? parent.width - width - 2.2 * Theme.mm : 2.2 * Theme.mm
        }
    }
}
