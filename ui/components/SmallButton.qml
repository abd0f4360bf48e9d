// A button inside a row, 16 mm high.
import QtQuick
import Kiosk

Pressable {
    id: button

    property string label
    property string icon: ""

    spoken: button.label
    width: button.implicitWidth
    height: button.implicitHeight
    implicitHeight: Math.max(16 * Theme.mm, words.implicitHeight + 5 * Theme.mm)
    implicitWidth: Math.max(40 * Theme.mm, words.implicitWidth + (button.icon === "" ? 14 : 27) * Theme.mm)

    Plate {
        anchors.fill: parent
        down: button.down
    }
    Row {
        anchors.centerIn: parent
        spacing: 4 * Theme.mm

        Icon {
            visible: button.icon !== ""
            name: button.icon
            ink: button.down ? "onPressed" : ""
            size: 8.5 * Theme.mm
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            id: words
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            text: button.label
            color: button.down ? Theme.pressedText : Theme.ink
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
