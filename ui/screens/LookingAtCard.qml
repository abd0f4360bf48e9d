// Which card lies there, and how many attempts its PIN has.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property LookingAtCardPage page

    //: The card reader recognises the card.
    question: qsTr("We look at your card.")
    //: Below "We look at your card."
    help: qsTr("That uses up no attempt. Please leave it there.")
    art: "card-on-reader"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When looking at the card takes longer than five seconds.
    doingMore: qsTr("The card takes a little longer than usual.")
}
