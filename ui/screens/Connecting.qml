// The card is being recognised, and the city says which data it asks for.
import QtQuick
import Kiosk
import "../components"

BusyScreen {
    required property ConnectingPage page

    //: The card lies on the reader and is being recognised.
    question: qsTr("Your card is there.")
    //: While the terminal works with the card.
    help: qsTr("Please leave it on the reader.")
    art: "card-on-reader"
    //: With three squares that fill one by one.
    doing: qsTr("One moment …")
    //: When recognising the card takes longer than five seconds.
    doingMore: qsTr("We are asking the city which data it needs.")
}
