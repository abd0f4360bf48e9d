// The one green button of a screen: always "go on".
import QtQuick
import Kiosk

Pressable {
    id: button

    property string label
    property string icon: "icon-go"
    property int size: Theme.answerPx
    // Why it cannot be pressed now: never greyed, always said.
    property string reason: ""
    readonly property bool explains: !button.available && button.reason !== ""
    readonly property color text: !button.available ? Theme.disabledText : button.down && Theme.contrast === "whiteOnBlack" ? Theme.lampText : Theme.goText
    readonly property string pictureInk: !button.available ? "disabledText" : button.down && Theme.contrast === "whiteOnBlack" ? "onLamp" : "onGo"

    spoken: button.label
    spokenMore: button.available ? "" : button.reason
    implicitHeight: Math.max((Theme.landscape ? 21 : 24) * Theme.mm, words.implicitHeight + (button.explains ? why.height + 3 * Theme.mm : 8 * Theme.mm))
    implicitWidth: button.naturalWidth
    // Width of the label on one line, and with one word a line.
    readonly property real naturalWidth: wide.advanceWidth + 36 * Theme.mm
    readonly property real narrow: Math.min(button.naturalWidth, Math.ceil(longest.advanceWidth) + button.aside + arrow.size)
    // Left of the label, between it and the arrow, and right of the arrow.
    readonly property bool close: Theme.landscape && Theme.largest
    readonly property real aside: (button.close ? 13 : 20) * Theme.mm

    TextMetrics {
        id: wide
        text: button.label
        font.pixelSize: button.size
        font.weight: Font.Bold
    }
    TextMetrics {
        id: longest
        text: button.label.split(/\s+/).reduce((a, b) => b.length > a.length ? b : a, "")
        font.pixelSize: button.size
        font.weight: Font.Bold
    }

    Plate {
        anchors.fill: parent
        visible: !button.available
        available: false
    }
    Rectangle {
        anchors.fill: parent
        visible: button.available
        radius: button.corner
        color: button.down ? Theme.goPressed : Theme.go
        border.width: Theme.contrast === "lowGlare" ? Theme.control : 0
        border.color: Theme.line
    }
    Rectangle {
        visible: button.down
        anchors.fill: parent
        anchors.margins: 1.2 * Theme.mm
        radius: Math.max(0, button.corner - 1.2 * Theme.mm)
        color: "transparent"
        border.width: 1.2 * Theme.mm
        border.color: Theme.contrast === "blackOnWhite" ? Theme.goText : Theme.contrast === "whiteOnBlack" ? "transparent" : Theme.lamp
    }
    Words {
        id: words
        role: Words.Answer
        wantedPx: button.size
        fits: true
        text: button.label
        color: button.text
        anchors.left: parent.left
        anchors.leftMargin: (button.close ? 5.5 : 8.5) * Theme.mm
        anchors.right: arrow.left
        anchors.rightMargin: (button.close ? 2.5 : 4) * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: button.explains ? -why.height / 2 : 0
    }
    Words {
        id: why
        visible: button.explains
        tightness: 1.15
        text: button.reason
        color: Theme.disabledText
        anchors.left: words.left
        anchors.right: words.right
        anchors.top: words.bottom
    }
    Icon {
        id: arrow
        name: button.icon
        ink: button.pictureInk
        directed: button.icon === "icon-go"
        size: Math.max(12 * Theme.mm, button.size * 1.25)
        anchors.right: parent.right
        anchors.rightMargin: (button.close ? 4 : 7) * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
    }
}
