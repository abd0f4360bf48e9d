// The identity card with its six digits: the ones printed on it, which are never the PIN.
import QtQuick
import Kiosk

Picture {
    id: card

    // "can" lights the digits, "not" strikes them out, nothing just shows the card.
    property string digits: ""

    name: card.digits === "can" ? "card-can" : card.digits === "not" ? "card-can-not" : "card-front"

    PictureWords {
        picture: card
        text: "123456"
        at: 333
        baseLine: 235
        units: 34
        spacing: 1.5
        middle: true
        color: card.digits === "can" ? Theme.lampText : Theme.ink
    }
}
