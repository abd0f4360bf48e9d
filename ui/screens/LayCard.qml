// The card onto the reader, before its PIN is looked after.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import "../components"

Frame {
    id: screen

    required property LayCardPage page

    //: The visitor is to lay the identity card on the card reader.
    question: qsTr("Place your card on the reader.")
    //: Below "Place your card on the reader.", in PIN first aid.
    help: qsTr("Only card and reader talk to each other.")
    scene: LayingCard {}
    others: [
        Action {
            name: "counter"
            //: PIN first aid: leads to what the counter does. Short.
            label: qsTr("At the counter instead")
            icon: "icon-help"
            onTriggered: screen.page.askCounter()
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
