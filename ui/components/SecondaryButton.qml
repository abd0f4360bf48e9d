// Another way, beside or instead of the primary one: white, with a picture and words.
import QtQuick
import Kiosk

Pressable {
    id: button

    property string label
    property string icon: ""
    property string reason: ""

    spoken: button.label
    spokenMore: button.reason
    implicitHeight: Math.max((Theme.landscape ? 21 : 24) * Theme.mm, words.implicitHeight + why.height + 8 * Theme.mm)
    // Lines the label takes at the present width.
    readonly property int lines: words.lineCount
    // Natural width of the label on one line.
    implicitWidth: Math.max(40 * Theme.mm, measure.advanceWidth + (button.icon === "" ? 18 : 33) * Theme.mm)

    // Width of the label with one word a line.
    readonly property real narrow: Math.max(40 * Theme.mm, button.widestWord + (button.icon === "" ? 11 : 27) * Theme.mm)

    // The word with the most letters is not always the widest.
    readonly property real widestWord: metrics.height === 0 ? 0 : button.label.split(/\s+/).reduce((most, word) => Math.max(most, metrics.advanceWidth(word)), 0)

    FontMetrics {
        id: metrics
        font.pixelSize: Theme.bodyPx
        font.weight: Font.DemiBold
    }
    TextMetrics {
        id: measure
        text: button.label
        font.pixelSize: Theme.bodyPx
        font.weight: Font.DemiBold
    }
    Plate {
        anchors.fill: parent
        down: button.down
        available: button.available
    }
    Icon {
        id: picture
        visible: button.icon !== ""
        name: button.icon
        ink: button.down ? "onPressed" : ""
        fill: button.down && Theme.plain ? "pressed" : ""
        directed: button.icon === "icon-back"
        size: 11 * Theme.mm
        anchors.left: parent.left
        anchors.leftMargin: 6.5 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: words
        wantedPx: Theme.bodyPx
        font.weight: Font.DemiBold
        tightness: 1.15
        fits: true
        text: button.label
        color: button.down ? Theme.pressedText : Theme.ink
        anchors.left: button.icon !== "" ? picture.right : parent.left
        anchors.leftMargin: (button.icon === "" ? 6.5 : 5) * Theme.mm
        anchors.right: parent.right
        anchors.rightMargin: 3.5 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -why.height / 2
    }
    Words {
        id: why
        visible: button.reason !== ""
        height: text !== "" ? implicitHeight : 0
        text: button.reason
        color: Theme.disabledText
        anchors.left: words.left
        anchors.right: words.right
        anchors.top: words.bottom
    }
}
