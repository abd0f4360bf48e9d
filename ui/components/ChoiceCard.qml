// One answer of several: sign, title, explanation, and perhaps a price at the end.
import QtQuick
import Kiosk

Pressable {
    id: card

    property string title
    property string text: ""
    property string value: ""
    property bool chosen: false
    property bool single: true
    // A sentence in the weight of running text, such as a declaration.
    property bool quiet: false
    // The least height, in pixels; a screen lowers it to keep its answers together.
    property real least: (card.text === "" || Theme.landscape ? 24 : 34) * Theme.mm
    // In the largest text the value stands below, not beside.
    readonly property bool stacked: Theme.largest

    readonly property real besideWidth: card.stacked || card.value === "" ? 0 : Math.min(Math.ceil(measure.advanceWidth) + 2, card.width * (Theme.landscape ? 0.34 : 0.4))

    kind: card.single ? Accessible.RadioButton : Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: card.chosen
    spoken: card.title
    spokenMore: card.text + " " + card.value
    implicitHeight: Math.max(card.least, titleWords.implicitHeight + more.height + (card.stacked ? valueWords.height : 0) + (!Theme.landscape ? 9 : card.text === "" ? 3.6 : 5) * Theme.mm)

    TextMetrics {
        id: measure
        text: card.value
        font.pixelSize: Theme.landscape ? Theme.bodyPx : Theme.answerPx
        font.weight: Font.Bold
    }
    Plate {
        anchors.fill: parent
        down: card.down
        selected: card.chosen
        available: card.available
    }
    Mark {
        id: mark
        chosen: card.chosen
        round: card.single
        down: card.down
        anchors.left: parent.left
        anchors.leftMargin: 8 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: titleWords
        role: card.quiet ? Words.Body : Words.Answer
        fits: true
        text: card.title
        color: card.down ? Theme.pressedText : Theme.ink
        anchors.left: mark.right
        anchors.leftMargin: 6 * Theme.mm
        anchors.right: parent.right
        anchors.rightMargin: card.besideWidth > 0 ? card.besideWidth + 12 * Theme.mm : 5 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -(more.height + (card.stacked ? valueWords.height : 0)) / 2
    }
    Words {
        id: more
        visible: card.text !== ""
        height: text !== "" ? implicitHeight : 0
        tightness: 1.25
        text: card.text
        color: card.down ? Theme.pressedText : Theme.ink
        anchors.left: titleWords.left
        anchors.right: titleWords.right
        anchors.top: titleWords.bottom
    }
    Words {
        id: valueWords
        visible: card.value !== ""
        height: text !== "" ? implicitHeight : 0
        width: card.stacked ? titleWords.width : card.besideWidth
        role: card.stacked || Theme.landscape ? Words.Body : Words.Answer
        font.weight: Font.Bold
        tightness: 1.2
        text: card.value
        color: card.down ? Theme.pressedText : Theme.ink
        horizontalAlignment: card.stacked ? Text.AlignLeft : Text.AlignRight
        x: card.stacked ? titleWords.x : Theme.rtl ? 6.5 * Theme.mm : card.width - width - 6.5 * Theme.mm
        y: card.stacked ? more.y + more.height : (card.height - height) / 2
    }
}
