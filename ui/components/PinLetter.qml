// The letter with the five-digit transport PIN.
import QtQuick
import Kiosk

Picture {
    id: letter

    property bool lit: false

    name: letter.lit ? "letter-pin" : "letter-pin-not"

    PictureWords {
        picture: letter
        //: Printed on the letter that comes with a new identity card. As the letter itself says, at most ten letters.
        text: qsTr("PIN letter")
        at: 72
        baseLine: 46
        units: 28
    }
    PictureWords {
        picture: letter
        text: "12345"
        at: 194
        baseLine: 126
        units: 38
        spacing: 8
        middle: true
        color: letter.lit ? Theme.lampText : Theme.ink
    }
}
