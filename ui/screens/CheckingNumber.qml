// The card is busy with a number: it must stay where it is.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    id: screen

    required property CheckingNumberPage page

    question: {
        switch (screen.page.number) {
        case "can":
            //: The six digits on the card are being checked.
            return qsTr("The card compares its 6 digits.");
        case "puk":
            //: The PUK is being checked.
            return qsTr("The card is being unblocked.");
        case "newPin":
            //: The card gets its new PIN.
            return qsTr("The card gets its new PIN.");
        default:
            //: The PIN is being checked.
            return qsTr("The card checks the PIN.");
        }
    }
    //: The card must not be taken away now.
    help: qsTr("Please leave the card on the reader.")
    art: "card-on-reader"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When the card takes longer than five seconds.
    doingMore: qsTr("The card takes a little longer than usual.")
}
