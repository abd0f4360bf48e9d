// One key of the pad: a digit, or words with a picture.
import QtQuick
import Kiosk

Pressable {
    id: key

    property string digit: ""
    property string label: ""
    property string icon: ""

    spoken: key.digit !== "" ? key.digit : key.label

    Plate {
        anchors.fill: parent
        down: key.down
    }
    Words {
        visible: key.digit !== ""
        role: Words.Numeral
        wantedPx: Math.min(Theme.numeralPx, Math.round(key.height * 0.68))
        text: key.digit
        font.features: ({
                "tnum": 1
            })
        color: key.down ? Theme.pressedText : Theme.ink
        anchors.centerIn: parent
    }
    Row {
        visible: key.digit === ""
        spacing: 2.6 * Theme.mm
        anchors.centerIn: parent

        Icon {
            id: picture
            visible: key.icon !== ""
            name: key.icon
            ink: key.down ? "onPressed" : ""
            fill: key.down && Theme.plain ? "pressed" : ""
            size: 9.5 * Theme.mm
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            wantedPx: Math.min(Theme.largest && Theme.landscape ? Theme.barPx : Theme.bodyPx, Math.round(key.height * 0.37))
            font.weight: Font.DemiBold
            tightness: 1.15
            text: key.label
            width: Math.min(implicitWidth, key.width - (key.icon !== "" ? picture.width + 2.6 * Theme.mm : 0) - 2 * Theme.mm)
            horizontalAlignment: key.icon !== "" ? Text.AlignLeft : Text.AlignHCenter
            color: key.down ? Theme.pressedText : Theme.ink
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
