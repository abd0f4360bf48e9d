// The card onto the reader: photo up, and left there.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property PlaceCardPage page

    //: The visitor is to lay the identity card on the card reader.
    question: qsTr("Place your card on the reader.")
    //: Below "Place your card on the reader.": which cards will do. The German names are on the cards.
    help: qsTr("Identity card, eID card or residence permit.")
    scene: LayingCard {}
    others: [
        Action {
            name: "pinHelp"
            //: A way out for visitors who do not know their PIN. Short.
            label: qsTr("Forgot your PIN?")
            icon: "icon-pin"
            onTriggered: screen.page.askPinHelp()
        }
    ]

    NoteRow {
        icon: "icon-idcard"
        gapBefore: 0
        format: Text.StyledText
        //: How the card must lie. Keep <b> and </b>.
        text: qsTr("<b>Photo up.</b> Lay it flat, without a wallet or sleeve.")
    }
    NoteRow {
        icon: "icon-clock"
        gapBefore: 5 * Theme.mm
        //: About the card on the reader.
        text: qsTr("Leave the card there. At the end you take it with you.")
    }
}
