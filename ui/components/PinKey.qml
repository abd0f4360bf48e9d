// One key of the pad: a digit, or words with a picture.
import QtQuick
import Kiosk

Pressable {
    id: key

    property string digit: ""
    property string label: ""
    property string icon: ""

    // The size of the label, and the largest that this key has room for: on one line, or with one word a line.
    property int labelPx: key.mostPx
    readonly property real labelWidth: key.width - (key.icon !== "" ? picture.width + 2.6 * Theme.mm : 0) - 4 * Theme.mm
    readonly property int mostPx: Math.max(1, Math.floor(Math.min(Theme.bodyPx, Math.max(key.most(wide.advanceWidth, 0.74), key.most(longest.advanceWidth, 0.42)))))

    // Letters so wide at body size, and so high a share of the key at most.
    function most(across: real, share: real): real {
        return across > 0 ? Math.min(key.height * share, Theme.bodyPx * key.labelWidth / across) : 1;
    }

    spoken: key.digit !== "" ? key.digit : key.label

    TextMetrics {
        id: wide
        text: key.label
        font.pixelSize: Theme.bodyPx
        font.weight: Font.DemiBold
    }
    TextMetrics {
        id: longest
        text: key.label.split(/\s+/).reduce((a, b) => b.length > a.length ? b : a, "")
        font.pixelSize: Theme.bodyPx
        font.weight: Font.DemiBold
    }
    Plate {
        anchors.fill: parent
        down: key.down
    }
    Words {
        visible: key.digit !== ""
        role: Words.Numeral
        wantedPx: Math.round(Math.max(Math.min(Theme.bodyPx, key.height * 0.9), Math.min(Theme.numeralPx, key.height * 0.68)))
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
            wantedPx: key.labelPx
            font.weight: Font.DemiBold
            tightness: 1.15
            text: key.label
            width: Math.min(implicitWidth, key.labelWidth + 2 * Theme.mm)
            horizontalAlignment: key.icon !== "" ? Text.AlignLeft : Text.AlignHCenter
            color: key.down ? Theme.pressedText : Theme.ink
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
