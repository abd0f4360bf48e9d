// Sent. The card comes first: who holds the paper forgets the card.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    required property TakeCardPage page

    //: The application was sent. Two short sentences: it is done, and the card is to be taken off the reader.
    question: qsTr("Done.\nNow take your card.")
    //: Below "Now take your card."
    help: qsTr("Your paper comes as soon as you have your card.")
    scene: LayingCard {
        lifts: true
    }

    NoteRow {
        icon: "icon-idcard"
        gapBefore: 0
        //: Why the terminal waits.
        text: qsTr("The terminal waits until you have taken it.")
    }
    NoteRow {
        icon: "icon-check"
        //: Nothing is lost while the visitor takes the card.
        text: qsTr("Your application has arrived.")
    }
}
