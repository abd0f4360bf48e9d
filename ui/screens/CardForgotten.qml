// A card of the visitor before still lies on the reader.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    required property CardForgottenPage page

    //: Someone left an identity card on the reader; nobody can start until it is taken away.
    question: qsTr("There is still a card on the reader.")
    //: Below "There is still a card on the reader."
    help: qsTr("Please take it away. Then you can start.")
    scene: Scene {
        art: "take-card"
        most: 0.9
    }

    NoteRow {
        icon: "icon-me"
        gapBefore: 0
        //: About a card that someone forgot on the reader.
        text: qsTr("Is it yours? Then take it with you.")
    }
    NoteRow {
        icon: "icon-help"
        //: About a card that someone forgot on the reader.
        text: qsTr("Is it not yours? Please give it to us at the counter.")
    }
}
